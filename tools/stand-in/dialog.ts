import type { Dialog, OpenDialogOptions, OpenDialogReturnValue, SaveDialogOptions, SaveDialogReturnValue } from 'electron'
import { existsSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { isHeadless } from './chromium.ts'
import { onTestMessage } from './test-messages.ts'

type Answer = { canceled: boolean; filePaths: string[] }
const answers: Answer[] = []
onTestMessage('answer-dialog', ({ answer }) => void answers.push(answer))

/** Options may come after the window they belong to. */
const optionsOf = <Options extends object>(first: object, second: Options | undefined): Options => second ?? (first as Options)

async function open(options: OpenDialogOptions): Promise<OpenDialogReturnValue> {
  const answer = answers.shift()
  if (answer) return answer
  const window = BrowserWindow.getAllWindows()[0]
  if (isHeadless() || !window) return { canceled: true, filePaths: [] }
  const accept = (options.filters ?? []).flatMap(({ extensions }) => extensions.filter((name) => name !== '*').map((name) => `.${name}`)).join(',')
  const filePaths = await window.webContents.pickFiles(accept, options.properties?.includes('multiSelections') ?? false)
  return { canceled: filePaths.length === 0, filePaths }
}

/** Chromium has no dialog that gives away a path to write to: the file goes to the downloads, beside what is there. */
function save(options: SaveDialogOptions): SaveDialogReturnValue {
  const answer = answers.shift()
  if (answer) return { canceled: answer.canceled, filePath: answer.filePaths[0] ?? '' }
  const wanted = options.defaultPath ?? 'export'
  const downloads = app.getPath('downloads')
  return { canceled: false, filePath: free(isAbsolute(wanted) ? wanted : join(existsSync(downloads) ? downloads : process.cwd(), wanted)) }
}

function free(path: string): string {
  const [folder, extension] = [dirname(path), extname(path)]
  const name = basename(path, extension)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? path : join(folder, `${name} (${count})${extension}`)
    if (!existsSync(candidate)) return candidate
  }
}

export const dialog = {
  showOpenDialog: (first: object, second?: OpenDialogOptions) => open(optionsOf(first, second)),
  showSaveDialog: async (first: object, second?: SaveDialogOptions) => save(optionsOf(first, second)),
  showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}: ${content}\n`),
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>
