import type { Language } from '#contract/index.ts'
import { common } from '../strings/common.ts'
import { translate } from '../strings/index.ts'
import { notify, type Notice } from './notices.ts'
import { undoLast } from './open-incident.ts'

/** The way back of the change that was just made, for the notice that tells of it. When it is no longer the last step, a notice says so and nothing is undone. */
export const undoAction = (language: Language): NonNullable<Notice['action']> => ({
  label: translate(common, language, 'undo'),
  run: undoLast(() => notify({ tone: 'done', text: translate(common, language, 'tooLateToUndo') })),
})
