import { suggest, type SuggestLanguage } from '#domain/suggest/index.ts'
import { readSupplied } from '../../ingest/index.ts'
import { sha256 } from '../../ingest/hash.ts'
import { done, optionText, type Context } from '../context.ts'
import { readNamed } from '../files.ts'
import { printJson } from '../output.ts'
import { UsageError } from '../problem.ts'

function languageOf(context: Context): SuggestLanguage | undefined {
  const language = optionText(context.options, 'lang')
  if (language !== undefined && language !== 'en' && language !== 'cs') throw new UsageError('--lang is en or cs')
  return language
}
function publishedOf(context: Context): string | null {
  const published = optionText(context.options, 'published')
  if (published === undefined) return null
  const time = Date.parse(published)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(published) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== published) throw new UsageError('--published is a day, written YYYY-MM-DD')
  return published
}

/** kronika suggest FILE: what the recognisers propose over the frozen text; changes nothing. Offsets are UTF-16 code units of `text`. */
export async function runSuggest(context: Context): Promise<number> {
  const [file, ...others] = context.operands
  if (file === undefined || others.length > 0) throw new UsageError('suggest takes one FILE')
  const language = languageOf(context)
  const published = publishedOf(context)
  const supplied = await readSupplied({ name: file, bytes: await readNamed(context.io, file) })
  if (supplied.kind !== 'text') throw new UsageError(`${file} is a Kronika document, not a text`)
  const { text } = supplied
  printJson(context.io, { text, textSha256: sha256(text), suggestions: suggest(text, { language, published, vocabularies: await context.deps.vocabularies() }) })
  return done
}
