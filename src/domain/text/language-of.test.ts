import { expect, it } from 'vitest'
import { languageOf } from './language-of.ts'

it.each([
  ['en', 'The ministry said on Wednesday that the attack was carried out by a group which the services have known for years.'],
  ['cs', 'Ministerstvo ve středu uvedlo, že útok provedla skupina, která je podle zpravodajských služeb známá řadu let a kterou řídí cizí stát.'],
  // Neither of the two, though each shares words with one of them.
  [null, 'Ministerstvo v stredu oznámilo, že útok vykonala skupina, ktorá je podľa spravodajských služieb na území štátu známa už niekoľko rokov.'],
  [null, 'Das Ministerium teilte am Mittwoch mit, dass der Angriff von einer Gruppe ausgeführt wurde, die den Diensten seit Jahren bekannt ist.'],
  [null, 'Het ministerie liet woensdag weten dat de aanval was uitgevoerd door een groep die de diensten al jaren kennen, of dat te weten kwamen.'],
  [null, 'Ministerstwo podało w środę, że ataku dokonała grupa, która od lat jest znana służbom i która działa na zlecenie obcego państwa.'],
  [null, 'Too short to tell.'],
] as const)('%s', (language, text) => expect(languageOf(text)).toBe(language))
