import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { anchorSchema } from '../incident/index.ts'
import { makeAnchor, normaliseText, paragraphs, sentenceAt, sentencesIn, verifyAnchor, wordAt } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const slices = (text: string) => paragraphs(text).map(({ start, end, kind }) => `${kind}|${text.slice(start, end)}`)

describe('normaliseText', () => {
  it('takes off one byte order mark and makes line ends \\n, nothing else', () => {
    expect(normaliseText('\ufeff\ufeffa\r\nb\rc\n\u00a0d\u2028 \t')).toBe('\ufeffa\nb\nc\n\u00a0d\u2028 \t')
  })
})

describe('anchors', () => {
  const text = `${'😀'.repeat(20)}a šifra.${'😀'.repeat(20)}`
  const start = text.indexOf('šifra')

  it('keep position, words and at most 32 characters of context, never half a character', () => {
    const anchor = makeAnchor(text, sha256(text), start, start + 5)
    expect(anchorSchema.parse(anchor).exact).toBe('šifra')
    expect(anchor.prefix).toBe(`${'😀'.repeat(15)}a `)
    expect(anchor.suffix).toBe(`.${'😀'.repeat(15)}`)
    expect(makeAnchor(text, sha256(text), start + 1, start + 5).prefix).toBe(`${'😀'.repeat(14)}a š`)
    expect(`${anchor.prefix}${anchor.suffix}`.isWellFormed()).toBe(true)
  })

  it.each([[1, 4], [0, 3], [5, 5], [-1, 2], [0, 10_000], [0.5, 2]])('refuse the span %d–%d', (from, to) => {
    expect(() => makeAnchor(text, sha256(text), from, to)).toThrow(RangeError)
  })

  it('are orphaned when the hash, the words or the context differ', () => {
    const anchor = makeAnchor(text, sha256(text), start, start + 5)
    expect(verifyAnchor(text, sha256(text), anchor)).toBe('anchored')
    expect(verifyAnchor(`${text}!`, sha256(`${text}!`), anchor)).toBe('orphaned')
    expect(verifyAnchor(text, sha256(text), { ...anchor, exact: 'sifra' })).toBe('orphaned')
    expect(verifyAnchor(text, sha256(text), { ...anchor, prefix: 'b ' })).toBe('orphaned')
    expect(verifyAnchor(text, sha256(text), { ...anchor, start: start + 1, end: start + 6 })).toBe('orphaned')
  })
})

describe('paragraphs', () => {
  it('are blocks where blank lines are used, with wrapped lines joined', () => {
    expect(slices('\nA heading\n\nOne wrapped\nparagraph.\n \nTwo.\n')).toEqual(['heading|A heading', 'paragraph|One wrapped\nparagraph.', 'paragraph|Two.'])
  })
  it('are lines where no blank line is used', () => {
    expect(slices('Praha, 6. května\nPrvní odstavec.\nDruhý.')).toEqual(['heading|Praha, 6. května', 'paragraph|První odstavec.', 'paragraph|Druhý.'])
  })
  it('keep list items apart and long lines whole', () => {
    const long = 'x'.repeat(300)
    expect(slices(`T\n\n- one\n  more\n2. two\n\n${long}\n${long}`)).toEqual(['heading|T', 'list-item|- one\n  more', 'list-item|2. two', `paragraph|${long}`, `paragraph|${long}`])
  })
  it('make no heading of a lone line, a sentence or nothing', () => {
    expect(slices('Only words')).toEqual(['paragraph|Only words'])
    expect(slices('He said “stop.”\n\nAnd more')).toEqual(['paragraph|He said “stop.”', 'paragraph|And more'])
    expect(slices(' \n\n')).toEqual([])
  })
  const shared = '../shared/documents'
  const present = existsSync(shared)
  if (!present) process.stdout.write(`skipped: ${shared} is not here\n`)
  it.skipIf(!present)('cover every word of the real documents, each with a heading', () => {
    const names = readdirSync(shared).filter((name) => name.endsWith('.txt'))
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const text = normaliseText(readFileSync(`${shared}/${name}`, 'utf8'))
      const found = paragraphs(text)
      expect(found.map(({ start, end }) => text.slice(start, end)).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(found[0]?.kind).toBe('heading')
    }
  })
})

describe('segments', () => {
  const text = 'Title\n\nMr. Lipavský summoned J. Novák on 28. 5. 2025 because of APT31. It began\nin 2022. Konec.'
  const sentence = (word: string) => {
    const span = sentenceAt(text, text.indexOf(word))
    return span && text.slice(span.start, span.end)
  }
  it('find the word at or just before an offset', () => {
    const at = text.indexOf('Lipavský')
    expect(wordAt(text, at + 3)).toEqual({ start: at, end: at + 8 })
    expect(wordAt(text, at + 8)).toEqual({ start: at, end: at + 8 })
    expect(wordAt(text, 6)).toBeNull()
    expect(wordAt(text, 99_999)).toBeNull()
  })
  it('find sentences across wrapped lines, titles, initials and dates', () => {
    expect(sentence('2025')).toBe('Mr. Lipavský summoned J. Novák on 28. 5. 2025 because of APT31.')
    expect(sentence('in 2022')).toBe('It began\nin 2022.')
    expect(sentenceAt(text, 6)).toBeNull()
    expect(sentencesIn(text, { start: 7, end: text.length })).toHaveLength(3)
  })
})
