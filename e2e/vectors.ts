export type Target = { http: string; udp: string }
type Vector = (target: Target) => void

/**
 * Ways out of a page. Each runs in the page, so it uses nothing from outside itself, and names itself in the path
 * it asks for. Those that leave the page come last.
 */
export const vectors = {
  img: ({ http }) => void (new Image().src = `http://${http}/img`),
  script: ({ http }) => void document.head.append(Object.assign(document.createElement('script'), { src: `http://${http}/script` })),
  stylesheet: ({ http }) => void document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `http://${http}/stylesheet` })),
  prefetch: ({ http }) => void document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: `http://${http}/prefetch` })),
  background: ({ http }) => void (document.body.style.background = `url(http://${http}/background)`),
  font: ({ http }) => void new FontFace('out', `url(http://${http}/font)`).load().catch(() => undefined),
  iframe: ({ http }) => void document.body.append(Object.assign(document.createElement('iframe'), { src: `http://${http}/iframe` })),
  object: ({ http }) => void document.body.append(Object.assign(document.createElement('object'), { data: `http://${http}/object` })),
  video: ({ http }) => void document.body.append(Object.assign(document.createElement('video'), { src: `http://${http}/video` })),
  fetch: ({ http }) => void fetch(`http://${http}/fetch`).catch(() => undefined),
  beacon: ({ http }) => void navigator.sendBeacon(`http://${http}/beacon`),
  websocket: ({ http }) => {
    try {
      void new WebSocket(`ws://${http}/websocket`)
    } catch {
      // A secure page may not even try.
    }
  },
  eventsource: ({ http }) => void new EventSource(`http://${http}/eventsource`),
  webrtc: ({ udp }) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${udp}` }] })
    connection.createDataChannel('out')
    void connection.createOffer().then((offer) => connection.setLocalDescription(offer))
  },
  form: ({ http }) => {
    const form = Object.assign(document.createElement('form'), { action: `http://${http}/form`, method: 'get' })
    document.body.append(form)
    form.submit()
  },
  link: ({ http }) => {
    const link = Object.assign(document.createElement('a'), { href: `http://${http}/link` })
    document.body.append(link)
    link.click()
  },
  'link-blank': ({ http }) => {
    const link = Object.assign(document.createElement('a'), { href: `http://${http}/link-blank`, target: '_blank' })
    document.body.append(link)
    link.click()
  },
  open: ({ http }) => void window.open(`http://${http}/open`),
  refresh: ({ http }) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=http://${http}/refresh`
    document.head.append(meta)
  },
  location: ({ http }) => void (location.href = `http://${http}/location`),
} as const satisfies Record<string, Vector>
export type VectorName = keyof typeof vectors
export const vectorNames = Object.keys(vectors) as VectorName[]
