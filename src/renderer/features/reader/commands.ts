import { useEffect } from 'react'
import { choosableTypes, type AnnotationType } from '#domain/incident/index.ts'
import { nameOfType, ownTypeNow, useCodebook } from '../../state/codebook.ts'
import { register, type AppCommand } from '../../commands/registry.ts'
import { useNavigation } from '../../state/navigation.ts'
import { focusText, toggleTextCaret } from './text-focus.ts'
import { accept, equalNow, makeOf, reject } from './deciding.ts'
import { areShown, itemsNow, showSuggestions } from './suggested-now.ts'
import type { Item, Walk } from './suggested.ts'
import { currentItem, step, tell } from './walking.ts'
import { isReadOnly, mark, openField, startEvent } from './marking.ts'
import { startRecord } from './records.ts'
import { selectedSpan, setReading, useReading } from './reading.ts'
import { largest, resizeText, smallest } from './text-head.tsx'
import { useSession } from '../../state/session.ts'

const currentId = () => useNavigation.getState().place.annotationId
const canMark = () => !isReadOnly() && (selectedSpan() !== null || useReading.getState().bar?.kind === 'mark')
const hasTarget = () => !isReadOnly() && (selectedSpan() !== null || currentId() !== null)
const size = () => useSession.getState().settings.readerSize

const hasItems = () => itemsNow().length > 0
const onItem = () => currentItem() !== null
const withItem = (act: (item: Item) => void) => {
  const item = currentItem()
  focusText()
  if (item) act(item)
}
const walkTo = (walk: Walk) => {
  focusText()
  step(1, walk)
}
const toggleSuggestions = () => {
  const on = !areShown()
  showSuggestions(on)
  tell('', on ? 'shown' : 'hidden')
}

const markCommand = (type: AnnotationType): AppCommand => ({
  id: `reader.mark.${type}`,
  titles: { en: `Mark as ${nameOfType(type, ownTypeNow(type), 'en').toLowerCase()}`, cs: `Označit: ${nameOfType(type, ownTypeNow(type), 'cs').toLowerCase()}` },
  keywords: 'annotate highlight anotace zvýraznit',
  shortcut: null,
  when: canMark,
  run: () => {
    focusText()
    void mark(type)
  },
})

const others: AppCommand[] = [
  { id: 'reader.caret', titles: { en: 'Caret in the text on or off', cs: 'Zapnout nebo vypnout kurzor v textu' }, shortcut: 'F7', when: () => useReading.getState().open !== null, run: toggleTextCaret },
  { id: 'reader.event', titles: { en: 'Make an event from the mark', cs: 'Vytvořit událost ze značky' }, shortcut: null, when: hasTarget, run: () => startEvent(currentId()) },
  { id: 'reader.tags', titles: { en: 'Tag the mark', cs: 'Přidat značce štítky' }, shortcut: null, when: hasTarget, run: () => openField('tags', currentId()) },
  { id: 'reader.comment', titles: { en: 'Comment on the mark', cs: 'Okomentovat značku' }, shortcut: null, when: hasTarget, run: () => openField('note', currentId()) },
  { id: 'reader.claim', titles: { en: 'Claim, attribution or response from the mark', cs: 'Tvrzení, atribuce nebo reakce ze značky' }, shortcut: null, when: hasTarget, run: () => void startRecord('claim', currentId()) },
  { id: 'reader.entity', titles: { en: 'Entity from the mark', cs: 'Entita ze značky' }, shortcut: null, when: hasTarget, run: () => void startRecord('entity', currentId()) },
  { id: 'reader.quote', titles: { en: 'Quote the mark for a judgement', cs: 'Citovat značku k závěru' }, shortcut: null, when: hasTarget, run: () => void startRecord('judgement', currentId()) },
  { id: 'reader.relate', titles: { en: 'Relate the mark to another one', cs: 'Spojit značku s jinou' }, shortcut: null, when: hasTarget, run: () => void startRecord('relation', currentId()) },
  { id: 'reader.translate', titles: { en: 'Translate the quote', cs: 'Přeložit citát' }, shortcut: null, when: hasTarget, run: () => void startRecord('translation', currentId()) },
  { id: 'reader.edit', titles: { en: 'Edit the annotation', cs: 'Upravit anotaci' }, shortcut: null, when: () => !isReadOnly() && currentId() !== null, run: () => setReading({ editing: currentId() }) },
  { id: 'reader.suggestions', titles: { en: 'Show or hide suggestions', cs: 'Zobrazit nebo skrýt návrhy' }, keywords: 'suggest dates actors návrhy data aktéři', shortcut: 'F8', when: () => !isReadOnly() && useReading.getState().open !== null, run: toggleSuggestions },
  { id: 'reader.next-suggestion', titles: { en: 'Next suggestion', cs: 'Další návrh' }, shortcut: null, when: hasItems, run: () => walkTo('all') },
  { id: 'reader.next-record', titles: { en: 'Next suggested date, statement, attribution or response', cs: 'Další navržené datum, výrok, atribuce nebo reakce' }, shortcut: null, when: hasItems, run: () => walkTo('records') },
  { id: 'reader.accept', titles: { en: 'Accept the suggestion', cs: 'Přijmout návrh' }, shortcut: null, when: onItem, run: () => withItem((item) => void accept([item])) },
  { id: 'reader.accept-equal', titles: { en: 'Accept all equal suggestions', cs: 'Přijmout všechny stejné návrhy' }, shortcut: null, when: onItem, run: () => withItem((item) => void accept(equalNow(item))) },
  { id: 'reader.reject', titles: { en: 'Reject the suggestion', cs: 'Odmítnout návrh' }, shortcut: null, when: onItem, run: () => withItem((item) => void reject([item])) },
  { id: 'reader.make', titles: { en: 'Make a record of the suggestion', cs: 'Vytvořit záznam z návrhu' }, shortcut: null, when: onItem, run: () => withItem(makeOf) },
  { id: 'reader.larger', titles: { en: 'Larger text', cs: 'Větší text' }, shortcut: null, when: () => size() < largest, run: () => resizeText(1) },
  { id: 'reader.smaller', titles: { en: 'Smaller text', cs: 'Menší text' }, shortcut: null, when: () => size() > smallest, run: () => resizeText(-1) },
]

/** The reader's commands exist while it is on the screen. */
export function useReaderCommands(): void {
  const own = useCodebook((state) => state.codebook.types)
  useEffect(() => register(...choosableTypes(own).map(markCommand), ...others), [own])
}
