import type { Language } from '#contract/index.ts'
import { isBuiltInType, type AnnotationType } from '#domain/incident/index.ts'
import { typeNameNow } from '../state/codebook.ts'
import type { KeyConflict } from '../state/reader-keys.ts'
import { translate } from './index.ts'
import { marking } from './marking.ts'

/** Why a letter was not taken, in words. */
export function conflictWords(conflict: KeyConflict, letter: string, language: Language): string {
  const key = letter.toUpperCase()
  switch (conflict.kind) {
    case 'letter':
      return translate(marking, language, 'letter')
    case 'suggestions':
      return translate(marking, language, 'takenSuggestions', { key })
    case 'action':
      return translate(marking, language, 'takenAction', { key, name: translate(marking, language, `key_${conflict.action}`) })
    case 'type':
      return translate(marking, language, 'takenType', { key, name: isType(conflict.id) ? typeNameNow(conflict.id, language) : conflict.id })
  }
}
const isType = (id: string): id is AnnotationType => isBuiltInType(id) || id.startsWith('own-')
