import type { Session, WebContents } from 'electron'
import { mayLoad, mayNavigate } from './origin.ts'

// Port 9 is "discard": a request that got past everything else ends here. Loopback is not excepted.
const deadProxy = { proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' }

/** No permission, no device, no download, no request but to ourselves. CSP alone does not hold meta refresh, links and WebRTC. */
export async function lockSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url) }))
  session.on('will-download', (event) => event.preventDefault())
  await session.setProxy(deadProxy)
}

/** No page goes anywhere, opens anything or embeds a webview. */
export function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}
