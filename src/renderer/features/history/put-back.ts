import type { Language, Moment } from '#contract/index.ts'
import { putBack } from '../../state/past.ts'
import { notify } from '../../state/notices.ts'
import { confirm } from '../../state/overlays.ts'
import { historyStrings } from '../../strings/history.ts'
import { translate } from '../../strings/index.ts'
import { timeInWords } from '../../strings/times.ts'

/** Asks, then puts an earlier state in place as one more revision. @returns whether it is done */
export async function offerPutBack(id: string, at: Moment, { sequence, time, language }: { sequence: number; time: string; language: Language }): Promise<boolean> {
  const t = (key: keyof typeof historyStrings.en, params = {}) => translate(historyStrings, language, key, params)
  const yes = await confirm({ title: t('putBackTitle', { n: sequence }), text: t('putBackText', { time: timeInWords(time, language) }), action: t('putBack') })
  const made = yes ? await putBack(id, at) : null
  if (made !== null) notify({ tone: 'done', text: t('wasPutBack', { n: sequence, m: made }) })
  return made !== null
}
