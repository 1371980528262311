import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Claim = { first: boolean; release: () => Promise<void> }
type Tell = (argv: string[], folder: string) => void

/** One program for a user-data folder. A second one hands its arguments to the first and is told so. */
export function claim(folder: string, tell: Tell): Claim {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'stand-in.pid')
  return taken(file) ? second(folder) : first(folder, file, tell)
}

function taken(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return false
  } catch {
    const owner = Number(readFileSync(file, 'utf8'))
    if (isRunning(owner)) return true
    writeFileSync(file, String(process.pid), { mode: 0o600 })
    return false
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Socket paths may be 107 bytes at most, so the folder goes in as a hash. */
function socketOf(folder: string): string {
  const name = `kronika-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

function first(folder: string, file: string, tell: Tell): Claim {
  const path = socketOf(folder)
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const server = createServer((socket) => {
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('error', () => socket.destroy())
    socket.on('end', () => {
      const { argv, cwd } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { argv: string[]; cwd: string }
      tell(argv, cwd)
    })
  })
  // Without the socket a second start still ends itself; it only cannot bring this window to the front.
  server.on('error', () => server.close())
  server.listen(path)
  server.unref()
  return {
    first: true,
    release: () =>
      new Promise((done) => {
        rmSync(file, { force: true })
        server.close(() => done())
      }),
  }
}

function second(folder: string): Claim {
  const told = new Promise<void>((done) => {
    const socket = connect(socketOf(folder), () => socket.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() })))
    socket.on('close', () => done())
    socket.on('error', () => done())
  })
  return { first: false, release: () => told }
}
