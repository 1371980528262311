import type { Language } from '#contract/index.ts'
import type { Noun } from '#domain/command/index.ts'

type Verb = 'add' | 'update' | 'remove'
/** The nominative for lists, the accusative after a verb; English has one form. */
const nouns: Record<Language, Record<Noun, string>> = {
  en: { source: 'source', annotation: 'annotation', entity: 'entity', event: 'event', attribution: 'attribution', response: 'response', conflict: 'competing claims', hypothesis: 'hypothesis', judgement: 'judgement', fact: 'fact', technique: 'technique', indicator: 'indicator', gap: 'gap', period: 'named period' },
  cs: { source: 'zdroj', annotation: 'anotaci', entity: 'entitu', event: 'událost', attribution: 'atribuci', response: 'reakci', conflict: 'sporná tvrzení', hypothesis: 'hypotézu', judgement: 'závěr', fact: 'fakt', technique: 'techniku', indicator: 'indikátor', gap: 'mezeru', period: 'pojmenované období' },
}
const verbs: Record<Language, Record<Verb, string>> = {
  en: { add: 'add', update: 'change', remove: 'delete' },
  cs: { add: 'přidat', update: 'změnit', remove: 'smazat' },
}
const others: Record<Language, Record<string, string>> = {
  en: { 'incident.create': 'create incident', 'incident.restore': 'restore an earlier version', 'incident.rename': 'rename incident', 'incident.update': 'change incident', 'tag.rename': 'rename tag', batch: 'several changes' },
  cs: { 'incident.create': 'vytvořit incident', 'incident.restore': 'obnovit dřívější verzi', 'incident.rename': 'přejmenovat incident', 'incident.update': 'změnit incident', 'tag.rename': 'přejmenovat štítek', batch: 'několik změn' },
}

/** A domain command in words, as after "Undo:": "add annotation", "změnit událost". A batch says its own label. */
export function commandInWords(language: Language, { type, label }: { type: string; label: string | null }): string {
  if (label) return label
  const other = others[language][type]
  if (other !== undefined) return other
  const [noun, verb] = type.split('.') as [Noun, Verb]
  return `${verbs[language][verb] ?? verb} ${nouns[language][noun] ?? noun}`
}
