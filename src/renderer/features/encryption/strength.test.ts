import { expect, it } from 'vitest'
import { strengthOf } from './strength.ts'

it.each([
  ['', 'short'],
  ['krátká', 'short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['123456789012', 'weak'],
  ['qwertyuiop asdfghjkl', 'weak'],
  ['password password password', 'weak'],
  ['ministerstvo', 'weak'],
  ['tři zelené kočky', 'weak'],
  ['korektní kůň baterie svorka', 'fair'],
  ['correct horse battery staple window', 'strong'],
])('%s is %s', (passphrase, strength) => expect(strengthOf(passphrase)).toBe(strength))
