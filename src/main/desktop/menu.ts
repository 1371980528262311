import type { MenuItemConstructorOptions } from 'electron'
import { sharedCommands, type Language, type MenuGroup, type SharedCommandId } from '#contract/index.ts'

const titles: Record<MenuGroup, Record<Language, string>> = {
  file: { en: 'File', cs: 'Soubor' },
  edit: { en: 'Edit', cs: 'Úpravy' },
  view: { en: 'View', cs: 'Zobrazení' },
  go: { en: 'Go', cs: 'Přejít' },
  help: { en: 'Help', cs: 'Nápověda' },
}
const ofTheSystem = {
  cut: { en: 'Cut', cs: 'Vyjmout' },
  copy: { en: 'Copy', cs: 'Kopírovat' },
  paste: { en: 'Paste', cs: 'Vložit' },
  selectAll: { en: 'Select all', cs: 'Vybrat vše' },
  resetZoom: { en: 'Actual size', cs: 'Skutečná velikost' },
  zoomIn: { en: 'Zoom in', cs: 'Zvětšit' },
  zoomOut: { en: 'Zoom out', cs: 'Zmenšit' },
  togglefullscreen: { en: 'Full screen', cs: 'Na celou obrazovku' },
} as const
type SystemRole = keyof typeof ofTheSystem

const separator: MenuItemConstructorOptions = { type: 'separator' }
const groups = ['file', 'edit', 'view', 'go', 'help'] as const
/** A line goes before these. */
const startsPart: ReadonlySet<SharedCommandId> = new Set(['document.import', 'export.pdf', 'app.quit', 'view.language.en', 'go.back'])

const role = (name: SystemRole, language: Language): MenuItemConstructorOptions => ({ role: name, label: ofTheSystem[name][language] })

function rolesOf(group: MenuGroup, language: Language): MenuItemConstructorOptions[] {
  if (group === 'edit') return [separator, ...(['cut', 'copy', 'paste', 'selectAll'] as const).map((name) => role(name, language))]
  if (group === 'view') return [separator, ...(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'] as const).map((name) => role(name, language))]
  return []
}

/**
 * The whole native menu. Items tell the window which command was chosen; the window runs it.
 * The window also listens to the keys, since it knows whether a field is being written in, so the menu only
 * shows them.
 */
export function menuTemplate(language: Language, choose: (id: SharedCommandId) => void): MenuItemConstructorOptions[] {
  return groups.map((group) => ({ label: titles[group][language], submenu: [...commandsOf(group, language, choose), ...rolesOf(group, language)] }))
}

function commandsOf(group: MenuGroup, language: Language, choose: (id: SharedCommandId) => void): MenuItemConstructorOptions[] {
  return sharedCommands
    .filter((command) => command.group === group)
    .flatMap(({ id, titles, accelerator }) => [
      ...(startsPart.has(id) ? [separator] : []),
      { id, label: titles[language], click: () => choose(id), registerAccelerator: false, ...(accelerator === null ? {} : { accelerator }) },
    ])
}

/** The menu of the right mouse button, over text only. */
export function contextTemplate(language: Language, { editable, selected }: { editable: boolean; selected: boolean }): MenuItemConstructorOptions[] {
  if (editable) return (['cut', 'copy', 'paste', 'selectAll'] as const).map((name) => role(name, language))
  return selected ? [role('copy', language)] : []
}
