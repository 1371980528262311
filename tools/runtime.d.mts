export type Runtime = { name: 'electron' | 'chromium'; command: string; args: string[]; env: Record<string, string> }
export function installedElectron(): string | null
export function installedChromium(): string | null
export function chromium(): string | null
export function chooseRuntime(): Runtime | null
export function hasDisplay(): boolean
