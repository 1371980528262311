import type { SuggestionType } from './types.ts'

/** Gold of a test, written into its text: ⟦type:value:speaker|words⟧, one inside another where they are. For tests alone. */
export type Gold = { start: number; end: number; type: SuggestionType; value: string | null; speaker: string | null; exact: string }
export type MarkedUp = { text: string; language: 'en' | 'cs'; published: string; gold: Gold[] }

export function readMarkedUp(source: string): MarkedUp {
  const [first = '', second = '', ...lines] = source.split('\n')
  const gold: Gold[] = []
  const open: Gold[] = []
  const body = lines.join('\n')
  let text = ''
  for (let at = 0; at < body.length; at++) {
    const unit = body.charAt(at)
    if (unit === '⟦') {
      const bar = body.indexOf('|', at)
      const head = body.slice(at + 1, bar).split(':')
      const [type = '', ...value] = head
      const speaker = type === 'statement' ? (value.at(-1) ?? null) : null
      open.push({ start: text.length, end: 0, type: type as SuggestionType, value: type === 'statement' || value.length === 0 ? null : value.join(':'), speaker, exact: '' })
      at = bar
    } else if (unit === '⟧') {
      const mark = open.pop()
      if (!mark) throw new Error(`a closing mark too many at ${at}`)
      gold.push({ ...mark, end: text.length, exact: text.slice(mark.start) })
    } else text += unit
  }
  return { text, language: first.endsWith('cs') ? 'cs' : 'en', published: second.slice(-10), gold: gold.sort((a, b) => a.start - b.start || b.end - a.end) }
}
