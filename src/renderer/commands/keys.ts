import { openPalette, useOverlays } from '../state/overlays.ts'
import { useSession } from '../state/session.ts'
import { allCommands, isAvailable, type AppCommand } from './registry.ts'

const mac = navigator.userAgent.includes('Mac')

/** Whether a key press is the accelerator. */
export function matches(accelerator: string, event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1)!.toLowerCase()
  const has = (name: string) => parts.includes(name)
  const ctrl = has('Ctrl') || (has('CmdOrCtrl') && !mac)
  const meta = has('Cmd') || (has('CmdOrCtrl') && mac)
  const pressed = event.key.toLowerCase().replace(/^arrow/, '')
  return pressed === key && event.ctrlKey === ctrl && event.metaKey === meta && event.altKey === has('Alt') && (event.shiftKey === has('Shift') || key === '?')
}

/** How a person reads it: "Ctrl+K", "⌘K". */
export function spoken(accelerator: string): string {
  const names: Record<string, string> = mac ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' } : { CmdOrCtrl: 'Ctrl', Left: '←', Right: '→' }
  return accelerator.split('+').map((part) => names[part] ?? part).join(mac ? '' : '+')
}

/** True while the person writes: letters and Ctrl+Z then belong to the field. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
}

const nativeInFields = new Set(['edit.undo', 'edit.redo'])
/** The system pastes by itself; only its paste event carries the clipboard. */
const alwaysNative = new Set(['document.paste'])
/** A key without Ctrl or Alt, other than F1 to F12: people may switch these off. */
const isSingle = (accelerator: string) => !accelerator.includes('+') && !/^F\d+$/.test(accelerator)

function belongsToField(command: AppCommand, accelerator: string, target: EventTarget | null): boolean {
  return isWriting(target) && (nativeInFields.has(command.id) || isSingle(accelerator))
}

function pressed(command: AppCommand, event: KeyboardEvent): boolean {
  const accelerator = [command.shortcut, ...(command.also ?? [])].find((key) => key !== null && matches(key, event))
  if (!accelerator || alwaysNative.has(command.id) || belongsToField(command, accelerator, event.target)) return false
  return !isSingle(accelerator) || useSession.getState().settings.singleKeys
}

const commandFor = (event: KeyboardEvent): AppCommand | undefined => allCommands().find((command) => pressed(command, event) && isAvailable(command))

/** Whoever types on at once after Ctrl+K is not made to wait: what comes before the palette is drawn stands in its field. */
function typeAhead(event: KeyboardEvent): void {
  const { overlay } = useOverlays.getState()
  if (overlay?.kind !== 'palette' || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role=dialog]') !== null) return
  event.preventDefault()
  openPalette(overlay.query + event.key)
}

/** Runs commands by their shortcuts; returns the undoing. */
export function listenForShortcuts(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    // A dialog on top has the keys to itself; Escape closes it.
    if (useOverlays.getState().overlay !== null) return typeAhead(event)
    const command = commandFor(event)
    if (!command) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
