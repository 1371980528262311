import { BrowserWindow, dialog } from 'electron'
import type { Language } from '#contract/index.ts'
import type { Ports } from '../handlers/index.ts'

const words = {
  documents: { en: 'Documents and Kronika files', cs: 'Dokumenty a soubory Kroniky' },
  every: { en: 'All files', cs: 'Všechny soubory' },
  choose: { en: 'Import', cs: 'Importovat' },
  save: { en: 'Export', cs: 'Exportovat' },
  folder: { en: 'Open library', cs: 'Otevřít knihovnu' },
} as const satisfies Record<string, Record<Language, string>>

const readable = ['txt', 'md', 'markdown', 'html', 'htm', 'pdf', 'docx', 'eml', 'json', 'kronika']

/** The system's own file dialogs, over the window when there is one. */
export const dialogs: Ports['dialogs'] = {
  async chooseDocuments(language) {
    const options: Electron.OpenDialogOptions = {
      title: words.choose[language],
      buttonLabel: words.choose[language],
      properties: ['openFile', 'multiSelections'],
      filters: [
        { name: words.documents[language], extensions: readable },
        { name: words.every[language], extensions: ['*'] },
      ],
    }
    const window = BrowserWindow.getAllWindows()[0]
    const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return canceled ? null : filePaths
  },
  async saveAs(name, language) {
    const options: Electron.SaveDialogOptions = { title: words.save[language], defaultPath: name, properties: ['createDirectory', 'showOverwriteConfirmation'] }
    const window = BrowserWindow.getAllWindows()[0]
    const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  },
}

/** The folder of a library, chosen in the system's dialog; null when the person changed their mind. */
export async function chooseFolder(language: Language): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { title: words.folder[language], buttonLabel: words.folder[language], properties: ['openDirectory', 'createDirectory'] }
  const window = BrowserWindow.getAllWindows()[0]
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}
