import { expect, it } from 'vitest'
import { makeAnchor } from './anchor.ts'
import { carryOver, type Carried, type Mark } from './carry.ts'

const sha256 = '0'.repeat(64)
const markOf = (text: string, words: string, id = words): Mark => ({ id, anchor: makeAnchor(text, sha256, text.indexOf(words), text.indexOf(words) + words.length) })
const before = 'Prague said on Wednesday that the group had read the mail of the ministry since 2022. The ambassador was summoned. Beijing denied it. The ambassador was summoned.'
const placed = (text: string, one: Carried | undefined) => (one && one.how !== 'gone' ? text.slice(one.start, one.end) : null)

it('keeps a mark where nothing before it changed, and follows the same words where something did', () => {
  const mark = markOf(before, 'Beijing denied it')
  expect(carryOver(before, `${before} More.`, [mark])).toMatchObject([{ how: 'same-place', start: mark.anchor.start }])
  const after = `A note of the editors. ${before}`
  const [carried] = carryOver(before, after, [mark])
  expect(carried).toMatchObject({ how: 'same-words' })
  expect(placed(after, carried)).toBe('Beijing denied it')
})

it('shows a changed wording as near, with the place to confirm, and says when nothing comes close', () => {
  const after = before.replace('had read the mail of the ministry', 'has read mails of the foreign ministry').replace('Beijing denied it. ', '')
  const [near, gone] = carryOver(before, after, [markOf(before, 'had read the mail of the ministry'), markOf(before, 'Beijing denied it')])
  expect(near).toMatchObject({ how: 'near' })
  expect(placed(after, near)).toContain('read mails of the foreign')
  expect(gone).toEqual({ id: 'Beijing denied it', how: 'gone' })
})

it('does not take other words that read the same for the marked ones', () => {
  // The first of two was marked and is gone: what is left is the other one.
  const after = before.replace('The ambassador was summoned. ', '')
  const [carried] = carryOver(before, after, [markOf(before, 'The ambassador was summoned')])
  expect(['near', 'gone']).toContain(carried?.how)
})

it('never cuts a character in half', () => {
  const text = 'x'.repeat(40) + '😀 words of a quote 😀' + 'y'.repeat(40)
  const after = 'x'.repeat(39) + '😀 word of the quote 😀' + 'z'.repeat(41)
  const [carried] = carryOver(text, after, [markOf(text, '😀 words of a quote 😀')])
  expect(placed(after, carried)?.isWellFormed()).toBe(true)
})

// A text as words that know who they are, so that the truth about a mark is known after any edit. Words read differently,
// but for phrases that stand in it twice: the same words by their letters, other words by who they are.
type Word = { key: number; text: string }
const editsEach = 5
/** Words that differ as words do. */
const wordOf = (key: number) => (Math.imul(key, 2_654_435_761) >>> 0).toString(36).replace(/\d/g, (digit) => 'aeiouyáéíž'.charAt(Number(digit)))

function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const joinedText = (words: readonly Word[]) => words.map(({ text }) => text).join(' ')
const offsets = (words: readonly Word[]) => {
  let at = 0
  return words.map(({ text }) => ({ start: at, end: (at += text.length + 1) - 1 }))
}

function edited(words: Word[], random: (below: number) => number, fresh: () => Word): Word[] {
  const [from, length] = [random(words.length), 1 + random(12)]
  const part = words.slice(from, from + length)
  const others = [...words.slice(0, from), ...words.slice(from + length)]
  const into = random(others.length + 1)
  switch (random(5)) {
    case 0:
      return words.toSpliced(from, 0, ...Array.from({ length }, fresh))
    case 1:
      return others.length > 20 ? others : words
    case 2:
      return words.toSpliced(from, part.length, ...part.map(fresh))
    case 3:
      return others.toSpliced(into, 0, ...part)
    default:
      // The same words once more: either place is where they are.
      return words.toSpliced(into, 0, ...part.map((word) => ({ ...word })))
  }
}

it('in 10,000 random edits moves no mark silently to other words, and loses none', { timeout: 120_000 }, () => {
  const random = seeded(20250528)
  let key = 0
  const fresh = (): Word => ({ key: (key += 1), text: wordOf(key) })
  /** The words with some of their phrases once more elsewhere, as other words. */
  const withTwins = (words: Word[]): Word[] => {
    const from = random(words.length - 10)
    const twins = words.slice(from, from + 2 + random(8)).map(({ text }) => ({ key: (key += 1), text }))
    return words.toSpliced(random(words.length), 0, ...twins)
  }
  const tally = { edits: 0, marks: 0, certain: 0, near: 0, gone: 0, findable: 0, found: 0, alike: 0 }
  while (tally.edits < 10_000) {
    const words = [1, 2, 3, 4, 5, 6].reduce<Word[]>(withTwins, Array.from({ length: 60 + random(120) }, fresh))
    const places = offsets(words)
    const text = joinedText(words)
    const spans = Array.from({ length: 6 }, () => {
      const first = random(words.length)
      return { first, last: Math.min(words.length - 1, first + random(14)) }
    })
    const marks = spans.map(({ first, last }, index): Mark => ({ id: String(index), anchor: makeAnchor(text, sha256, places[first]?.start ?? 0, places[last]?.end ?? 0) }))
    let now = words
    for (let edit = 0; edit < editsEach; edit += 1) now = edited(now, random, fresh)
    tally.edits += editsEach
    const newText = joinedText(now)
    const newPlaces = offsets(now)
    const carried = carryOver(text, newText, marks)
    expect(carried.map(({ id }) => id)).toEqual(marks.map(({ id }) => id))
    for (const [index, one] of carried.entries()) {
      const { first, last } = spans[index] ?? { first: 0, last: 0 }
      const keys = words.slice(first, last + 1).map((word) => word.key)
      const truth = now.flatMap((_, at) => (keys.every((wanted, offset) => now[at + offset]?.key === wanted) ? [newPlaces[at]?.start] : []))
      tally.marks += 1
      if (truth.length === 1) tally.findable += 1
      if (one.how === 'gone' || one.how === 'near') {
        tally[one.how] += 1
        continue
      }
      tally.certain += 1
      if (truth.length === 1) tally.found += 1
      expect(newText.slice(one.start, one.end)).toBe(marks[index]?.anchor.exact)
      if (truth.includes(one.start)) continue
      // Edits may put twins just so that nothing in sight tells them from the marked words: then they read the same all round.
      const { exact = '', prefix = '', suffix = '' } = marks[index]?.anchor ?? {}
      expect(newText.slice(one.start - prefix.length, one.end + suffix.length)).toBe(prefix + exact + suffix)
      tally.alike += 1
    }
  }
  process.stdout.write(`carrying marks over: ${JSON.stringify(tally)}\n`)
  // Every kind of outcome was really there, and most of what could be followed was.
  expect(Math.min(tally.certain, tally.near, tally.gone)).toBeGreaterThan(20)
  expect(tally.found / tally.findable).toBeGreaterThan(0.6)
  expect(tally.alike).toBeLessThan(tally.certain / 1000)
})
