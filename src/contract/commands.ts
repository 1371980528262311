/**
 * Commands that the native menu and the windows share: id, place in the menu, accelerator, titles in both languages.
 * The windows run them (renderer/commands); main builds the menu from them. Accelerators are Electron's.
 */
export type MenuGroup = 'file' | 'edit' | 'view' | 'go' | 'help'
export type SharedCommand = { id: string; group: MenuGroup; accelerator: string | null; titles: { en: string; cs: string } }

const shared = (id: string, group: MenuGroup, accelerator: string | null, en: string, cs: string) => ({ id, group, accelerator, titles: { en, cs } }) as const

export const sharedCommands = [
  shared('incident.new', 'file', 'CmdOrCtrl+N', 'New incident', 'Nový incident'),
  shared('sample.open', 'file', null, 'Open the sample incident', 'Otevřít ukázkový incident'),
  shared('document.import', 'file', 'CmdOrCtrl+O', 'Import…', 'Importovat…'),
  shared('document.paste', 'file', 'CmdOrCtrl+Shift+V', 'Import from the clipboard', 'Importovat ze schránky'),
  shared('export.pdf', 'file', 'CmdOrCtrl+E', 'Export PDF', 'Exportovat PDF'),
  shared('export.json', 'file', 'CmdOrCtrl+Shift+E', 'Export JSON', 'Exportovat JSON'),
  shared('export.svg', 'file', null, 'Export the timeline as SVG', 'Exportovat časovou osu jako SVG'),
  shared('bundle.export', 'file', null, 'Export as a portable case (.kronika)', 'Exportovat jako přenosný případ (.kronika)'),
  shared('bundle.export-history', 'file', null, 'Export as a portable case with its history', 'Exportovat jako přenosný případ s historií'),
  shared('export.png', 'file', null, 'Export the timeline as PNG', 'Exportovat časovou osu jako PNG'),
  shared('export.csv', 'file', null, 'Export the timeline as CSV', 'Exportovat časovou osu jako CSV'),
  shared('export.ics', 'file', null, 'Export the timeline as calendar (ICS)', 'Exportovat časovou osu jako kalendář (ICS)'),
  shared('export.timelinejs', 'file', null, 'Export the timeline for TimelineJS', 'Exportovat časovou osu pro TimelineJS'),
  shared('picture.copy', 'edit', 'CmdOrCtrl+Shift+C', 'Copy the timeline as picture', 'Kopírovat časovou osu jako obrázek'),
  shared('compare.similar', 'view', null, 'Compare with five similar cases', 'Porovnat s pěti podobnými případy'),
  shared('library.choose', 'file', null, 'Open another library…', 'Otevřít jinou knihovnu…'),
  shared('save.copy', 'file', null, 'Save a copy…', 'Uložit kopii…'),
  shared('vault.lock', 'file', 'CmdOrCtrl+Shift+L', 'Lock the library now', 'Zamknout knihovnu'),
  shared('vault.encrypt', 'file', null, 'Encrypt the library…', 'Zašifrovat knihovnu…'),
  shared('vault.passphrase', 'file', null, 'Change the passphrase…', 'Změnit heslovou frázi…'),
  shared('vault.recovery-key', 'file', null, 'Make a new recovery key…', 'Vytvořit nový obnovovací klíč…'),
  shared('vault.decrypt', 'file', null, 'Turn encryption off…', 'Vypnout šifrování…'),
  shared('app.quit', 'file', 'CmdOrCtrl+Q', 'Quit', 'Ukončit'),
  shared('edit.undo', 'edit', 'CmdOrCtrl+Z', 'Undo', 'Zpět'),
  shared('edit.redo', 'edit', 'CmdOrCtrl+Shift+Z', 'Redo', 'Znovu'),
  shared('view.theme.system', 'view', null, 'Appearance: system', 'Vzhled: podle systému'),
  shared('view.theme.light', 'view', null, 'Appearance: light', 'Vzhled: světlý'),
  shared('view.theme.dark', 'view', null, 'Appearance: dark', 'Vzhled: tmavý'),
  shared('view.language.en', 'view', null, 'Language: English', 'Jazyk: angličtina'),
  shared('view.language.cs', 'view', null, 'Language: Czech', 'Jazyk: čeština'),
  shared('go.library', 'go', 'Alt+1', 'Library', 'Knihovna'),
  shared('go.overview', 'go', 'Alt+2', 'Overview', 'Přehled'),
  shared('go.reader', 'go', 'Alt+3', 'Reader', 'Čtečka'),
  shared('go.timeline', 'go', 'Alt+4', 'Timeline', 'Časová osa'),
  shared('go.report', 'go', 'Alt+5', 'Report', 'Zpráva'),
  shared('go.compare', 'go', 'Alt+6', 'Compare', 'Porovnat'),
  shared('go.history', 'go', 'CmdOrCtrl+Shift+H', 'History', 'Historie'),
  shared('go.record-history', 'go', 'Alt+H', 'History of the selected record', 'Historie vybraného záznamu'),
  shared('go.backups', 'go', null, 'Backups', 'Zálohy'),
  shared('go.back', 'go', 'Alt+Left', 'Back', 'Zpět na předchozí místo'),
  shared('go.next-pane', 'go', 'F6', 'Next pane', 'Další panel'),
  shared('palette.open', 'help', 'CmdOrCtrl+K', 'Search or run a command', 'Hledat nebo spustit příkaz'),
  shared('shortcuts.open', 'help', 'F1', 'Keyboard shortcuts', 'Klávesové zkratky'),
] as const satisfies readonly SharedCommand[]
export type SharedCommandId = (typeof sharedCommands)[number]['id']
