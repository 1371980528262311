import { shortestPassphrase } from '#contract/index.ts'

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** Bits that a guesser must work through: 11 for a different word of a person's choice (half of a Diceware word's 12.9 is luck), at most 2.5 for a letter of a word. */
const perWord = 11
const perCharacter = 2.5
const fairBits = 40
const strongBits = 55

const letters = (text: string) => [...text.normalize('NFC')]

/** Characters that say something new: not a repetition, and not the next one in the alphabet, on the keyboard or in counting. */
function surprising(text: string): number {
  const rows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm', '01234567890', '+ěščřžýáíé']
  const all = letters(text.toLowerCase())
  const expected = (before: string | undefined, now: string) => before === now || rows.some((row) => row.includes(`${before}${now}`) || row.includes(`${now}${before}`))
  return all.filter((letter, index) => index === 0 || !expected(all[index - 1], letter)).length
}

/** How hard a passphrase is to guess: a rough hint, made without any list of known passwords. */
export function strengthOf(passphrase: string): Strength {
  if (letters(passphrase).length < shortestPassphrase) return 'short'
  // A word that comes again says nothing new.
  const different = [...new Set(passphrase.toLowerCase().split(/[\s._,;:+-]+/))]
  const words = different.filter((word) => surprising(word) > 2)
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter((kind) => kind.test(passphrase)).length
  const byCharacter = surprising(different.join(' ')) * (perCharacter + (kinds - 1) * 0.5)
  const bits = words.length > 1 ? Math.min(byCharacter, words.length * perWord + kinds) : Math.min(byCharacter, strongBits - 1)
  return bits >= strongBits ? 'strong' : bits >= fairBits ? 'fair' : 'weak'
}

export const missingCharacters = (passphrase: string): number => shortestPassphrase - letters(passphrase).length
