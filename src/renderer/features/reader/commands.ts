import { useEffect } from 'react'
import { annotationTypes } from '#domain/incident/index.ts'
import { register, type AppCommand } from '../../commands/registry.ts'
import { useNavigation } from '../../state/navigation.ts'
import { common } from '../../strings/common.ts'
import { focusText, toggleTextCaret } from './text-focus.ts'
import { isReadOnly, mark, openField, startEvent } from './marking.ts'
import { selectedSpan, setReading, useReading } from './reading.ts'
import { largest, resizeText, smallest } from './text-head.tsx'
import { useSession } from '../../state/session.ts'

const currentId = () => useNavigation.getState().place.annotationId
const canMark = () => !isReadOnly() && (selectedSpan() !== null || useReading.getState().bar?.kind === 'mark')
const hasTarget = () => !isReadOnly() && (selectedSpan() !== null || currentId() !== null)
const size = () => useSession.getState().settings.readerSize

const marks: AppCommand[] = annotationTypes.map((type) => ({
  id: `reader.mark.${type}`,
  titles: { en: `Mark as ${String(common.en[type]).toLowerCase()}`, cs: `Označit: ${String(common.cs[type]).toLowerCase()}` },
  keywords: 'annotate highlight anotace zvýraznit',
  shortcut: null,
  when: canMark,
  run: () => {
    focusText()
    void mark(type)
  },
}))

const others: AppCommand[] = [
  { id: 'reader.caret', titles: { en: 'Caret in the text on or off', cs: 'Zapnout nebo vypnout kurzor v textu' }, shortcut: 'F7', when: () => useReading.getState().open !== null, run: toggleTextCaret },
  { id: 'reader.event', titles: { en: 'Make an event from the mark', cs: 'Vytvořit událost ze značky' }, shortcut: null, when: hasTarget, run: () => startEvent(currentId()) },
  { id: 'reader.tags', titles: { en: 'Tag the mark', cs: 'Přidat značce štítky' }, shortcut: null, when: hasTarget, run: () => openField('tags', currentId()) },
  { id: 'reader.comment', titles: { en: 'Comment on the mark', cs: 'Okomentovat značku' }, shortcut: null, when: hasTarget, run: () => openField('note', currentId()) },
  { id: 'reader.edit', titles: { en: 'Edit the annotation', cs: 'Upravit anotaci' }, shortcut: null, when: () => !isReadOnly() && currentId() !== null, run: () => setReading({ editing: currentId() }) },
  { id: 'reader.larger', titles: { en: 'Larger text', cs: 'Větší text' }, shortcut: null, when: () => size() < largest, run: () => resizeText(1) },
  { id: 'reader.smaller', titles: { en: 'Smaller text', cs: 'Menší text' }, shortcut: null, when: () => size() > smallest, run: () => resizeText(-1) },
]

/** The reader's commands exist while it is on the screen. */
export function useReaderCommands(): void {
  useEffect(() => register(...marks, ...others), [])
}
