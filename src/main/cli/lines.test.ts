import { describe, expect, it } from 'vitest'
import { linesOf, type Line } from './lines.ts'

async function read(...chunks: (string | Uint8Array)[]): Promise<Line[]> {
  const lines: Line[] = []
  const stream = (async function* () {
    yield* chunks
  })()
  for await (const line of linesOf(stream)) lines.push(line)
  return lines
}

describe('linesOf', () => {
  it('joins what arrives in pieces, also inside a character', async () => {
    const bytes = Buffer.from('á\r\n\nb')
    expect(await read(bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3))).toEqual([{ number: 1, text: 'á' }, { number: 2, text: '' }, { number: 3, text: 'b' }])
  })
  it('refuses what is not UTF-8, with the line', async () => {
    await expect(read('a\n', Buffer.from([0xff]))).rejects.toMatchObject({ code: 'not-utf8', where: 'line 2' })
    await expect(read(Buffer.from([0xc3]))).rejects.toMatchObject({ code: 'not-utf8', where: 'line 1' })
  })
})
