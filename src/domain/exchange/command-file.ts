import type { z } from 'zod'
import { commandSchema, type Command } from '../command/index.ts'
import { tlpLabels } from '../incident/index.ts'
import { Refusal } from './refusal.ts'
import { parseStrictJson, whereIs } from './strict-json.ts'

type Issue = z.core.$ZodIssue

/** The issue closest to what was meant: of a union's branches, the one that got furthest. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const candidates = issue.errors.flatMap((branch) => branch.slice(0, 1)).map(innermost)
  const known = candidates.filter(({ path }) => path.at(-1) !== 'type')
  const best = (known.length > 0 ? known : candidates).toSorted((a, b) => b.path.length - a.path.length)[0]
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue
}

/** One command from a value that strict JSON gave. @param base where the value stands in `text` */
function commandFrom(text: string, value: unknown, base: number[]): Command {
  const result = commandSchema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues.map(innermost)[0]
  const path = [...base, ...(issue?.path ?? [])]
  if (path.at(-1) === 'tlp') throw new Refusal('wrong-tlp', whereIs(text, path), `no TLP 2.0 label; allowed are ${tlpLabels.join(', ')}`)
  const unknown = path.at(-1) === 'type' && path.length === base.length + 1
  throw new Refusal('invalid', whereIs(text, path), unknown ? 'is not the type of a command' : (issue?.message ?? 'is not a command'))
}

/**
 * The commands of a command file: one, or a list applied in order.
 * @throws Refusal with the place
 */
export function readCommandFile(text: string): Command[] {
  const value = parseStrictJson(text.replace(/^\ufeff/, ''))
  if (!Array.isArray(value)) return [commandFrom(text, value, [])]
  if (value.length === 0) throw new Refusal('invalid', '', 'the list holds no command')
  return value.map((one, index) => commandFrom(text, one, [index]))
}
