import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Collector = {
  /** Where to send things: "127.0.0.1:PORT". */
  http: string
  udp: string
  /** The names of the vectors that got through, as they said them in their path; a datagram is "webrtc". */
  hits: Set<string>
  close: () => Promise<void>
}

/** A form adds a question mark of its own. */
const nameIn = (address = '/') => address.slice(1).replace(/\?.*$/, '')

/** Listens on this machine's own address and remembers who called: one that gets here would get anywhere. */
export async function collector(): Promise<Collector> {
  const hits = new Set<string>()
  const server = createServer((request, response) => {
    hits.add(nameIn(request.url))
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
  })
  // A web socket asks to be upgraded; that it asked is enough.
  server.on('upgrade', (request, socket) => {
    hits.add(nameIn(request.url))
    socket.destroy()
  })
  const socket = createSocket('udp4')
  socket.on('message', () => hits.add('webrtc'))
  await Promise.all([new Promise<void>((done) => server.listen(0, '127.0.0.1', done)), new Promise<void>((done) => socket.bind(0, '127.0.0.1', done))])
  const { port } = server.address() as AddressInfo
  return {
    http: `127.0.0.1:${port}`,
    udp: `127.0.0.1:${socket.address().port}`,
    hits,
    close: async () => {
      socket.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
