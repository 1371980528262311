import { openLibrary } from './open-library.ts'
import { options } from './testing.ts'

/**
 * A process to be killed: types into one draft without end, a word every few milliseconds, and writes how many words
 * it has typed, and when (milliseconds since 1970), to standard output. Argument: the library folder.
 */
const [folder = ''] = process.argv.slice(2)
const library = await openLibrary(folder, options())
let text = ''
for (let words = 1; ; words += 1) {
  text += `w${words} `
  void library.putDraft('note:one', text)
  process.stdout.write(`${words} ${Date.now()}\n`)
  await new Promise((resolve) => setTimeout(resolve, 5))
}
