import { create } from 'zustand'

/** What lies over the views; one at a time, so that Escape always means the thing on top. */
export type Overlay = { kind: 'palette'; query: string } | { kind: 'shortcuts' } | { kind: 'codebook' } | { kind: 'vault'; dialog: VaultDialog } | { kind: 'confirm'; question: Question; answer: (yes: boolean) => void } | null
export type VaultDialog = 'encrypt' | 'passphrase' | 'recovery-key' | 'decrypt'
/** Asked only where data goes or protection is lowered; the words say what happens. */
export type Question = { title: string; text: string; action: string }

export const useOverlays = create<{ overlay: Overlay }>(() => ({ overlay: null }))

export const openPalette = (query = ''): void => useOverlays.setState({ overlay: { kind: 'palette', query } })
export const openCodebook = (): void => useOverlays.setState({ overlay: { kind: 'codebook' } })
export const openShortcuts = (): void => useOverlays.setState({ overlay: { kind: 'shortcuts' } })

export const openVaultDialog = (dialog: VaultDialog): void => useOverlays.setState({ overlay: { kind: 'vault', dialog } })

export function closeOverlay(): void {
  const { overlay } = useOverlays.getState()
  useOverlays.setState({ overlay: null })
  if (overlay?.kind === 'confirm') overlay.answer(false)
}

/** Asks the question and answers whether the person chose the action. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (yes: boolean) => {
      useOverlays.setState({ overlay: null })
      resolve(yes)
    }
    useOverlays.setState({ overlay: { kind: 'confirm', question, answer } })
  })
}
