import { TextDecoder } from 'node:util'
import { Refusal } from '#domain/exchange/index.ts'
import { sizeLimit } from '../ingest/index.ts'
import type { Io } from './context.ts'

export type Line = { number: number; text: string }

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined, number: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined })
  } catch {
    throw new Refusal('not-utf8', `line ${number}`, 'not UTF-8')
  }
}

/**
 * The lines of a stream of UTF-8 as they arrive, counted from 1.
 * @throws Refusal not-utf8, or too-large for a line no command can be
 */
export async function* linesOf(stream: Io['stdin']): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let number = 1
  for await (const chunk of stream) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoded(decoder, chunk, number)).split('\n')
    rest += first
    for (const next of others) {
      yield { number, text: rest.replace(/\r$/, '') }
      number += 1
      rest = next
    }
    if (rest.length > sizeLimit) throw new Refusal('too-large', `line ${number}`, `longer than ${sizeLimit / 1e6} MB`)
  }
  rest += decoded(decoder, undefined, number)
  if (rest !== '') yield { number, text: rest }
}
