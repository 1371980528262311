/** The one origin of the program. Everything that is loaded, shown or listened to comes from here. */
export const scheme = 'app'
export const host = 'kronika'
export const origin = `${scheme}://${host}`
export const windowUrl = `${origin}/index.html`
/** Pages of the report shelf: main/print/report-shelf.ts names them. */
const reportName = /^\/report-[0-9a-f-]{36}\.html$/

/** The address as parts when it is ours, else null. No port, no user: those are ways to dress up another place. */
export function ours(address: unknown): URL | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null
  const url = new URL(address)
  const plain = url.port === '' && url.username === '' && url.password === ''
  return plain && url.protocol === `${scheme}:` && url.host === host ? url : null
}

/** May any request for this address be made at all? */
export const mayLoad = (address: unknown): boolean => ours(address) !== null

export const isWindowPage = (address: unknown): boolean => ours(address)?.pathname === '/index.html'
export const isReportPage = (address: unknown): boolean => reportName.test(ours(address)?.pathname ?? '')

/** A page may reload itself, and a frame inside it may show a report; nothing else goes anywhere. */
export const mayNavigate = (address: unknown, mainFrame: boolean): boolean => (mainFrame ? isWindowPage(address) : isReportPage(address))

type Frame = { readonly url: string; readonly parent: unknown }

/** Only the window's own page may call main. Fails closed: a frame that is gone, inside another or elsewhere is refused. */
export function isTrustedSender(event: { readonly senderFrame: Frame | null | undefined }): boolean {
  try {
    const frame = event.senderFrame
    return frame !== null && frame !== undefined && frame.parent === null && isWindowPage(frame.url)
  } catch {
    // Electron throws when a frame goes away between the call and the look.
    return false
  }
}
