import { noVocabularies, suggestSteps, type SuggestVocabularies } from '#domain/suggest/index.ts'
import type { FromWorker, ReadOrder, ToWorker } from './suggest-messages.ts'

/** Runs the recognisers apart from the window, which goes on scrolling. Between two of them messages are read, so that a reading can be given up. */
let names: SuggestVocabularies = noVocabularies
let current = 0

const tell = (message: FromWorker): void => postMessage(message)
const breath = () => new Promise((go) => setTimeout(go, 0))

async function read({ number, text, language, published }: ReadOrder): Promise<void> {
  current = number
  for (const found of suggestSteps(text, { language: language ?? undefined, published, vocabularies: names })) {
    if (found.length > 0) tell({ kind: 'found', number, found })
    await breath()
    if (current !== number) return
  }
  tell({ kind: 'done', number })
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'names') names = data.names
  else if (data.kind === 'stop') current = 0
  else void read(data)
})
