import { shortestPassphrase } from '#contract/index.ts'
import { AppError } from '../../api.ts'
import type { encryption } from '../../strings/encryption.ts'
import type { Translate } from '../../strings/index.ts'

export type Words = Translate<keyof typeof encryption.en & string>

/** Why something about keys did not work, in words that help. `by`: what was given. */
export function failureWords(t: Words, error: unknown, by: 'passphrase' | 'recoveryKey' = 'passphrase'): string {
  if (!(error instanceof AppError)) return t('failed', { detail: String(error) })
  const { reason, message, where = '' } = error.failure
  if (reason === 'wrong-key') return t(by === 'passphrase' ? 'wrongPassphrase' : 'wrongRecovery')
  if (reason === 'invalid' && where === 'passphrase') return t('tooShort', { n: shortestPassphrase })
  if (reason === 'invalid' && where === 'recovery key') return t(message.includes('last group is') ? 'otherGroup' : 'misspelt')
  if (reason === 'invalid' && where === 'library') return t('notSavedYet')
  if (reason === 'read-only') return t('inUse')
  if (reason === 'corrupt' && where.includes('vault')) return t('tampered')
  if (message.includes('ENOSPC')) return t('noRoom')
  if (/abort/i.test(message)) return t('stopped')
  return t('failed', { detail: message })
}
