import { openLibrary } from './open-library.ts'
import { addAnnotation, options, rename } from './testing.ts'

/**
 * A process to be killed: edits one incident without end and writes each sequence to standard output once it is
 * acknowledged. Arguments: the library folder, the incident, a number that keeps ids apart between runs.
 */
const [folder = '', id = '', run = ''] = process.argv.slice(2)
const library = await openLibrary(folder, options())
for (let edit = 0; ; edit += 1) {
  const together = [library.apply(id, addAnnotation(`a${run}-${edit}`, edit % 500)), library.apply(id, rename(`Run ${run}, edit ${edit}`))]
  for (const { sequence } of await Promise.all(together)) process.stdout.write(`${sequence}\n`)
}
