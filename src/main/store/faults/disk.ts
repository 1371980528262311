import type { FileHandle } from 'node:fs/promises'
import { files as realFiles, type Files } from '../files.ts'

export const calls = ['open', 'write', 'short-write', 'sync', 'datasync', 'close', 'rename', 'unlink', 'readFile'] as const
export type Call = (typeof calls)[number]

type Fault = { call: Call; /** Counted from 1. */ nth: number; forGood: boolean }

/**
 * A disk on which the n-th call of a kind fails, once or from then on; `fired` says how often it did. A short write
 * takes half of the bytes, says so, and the next write fails. A failed close has closed. Armed later, so that a library
 * can be prepared.
 */
export function failingDisk({ call, nth, forGood }: Fault) {
  const state = { armed: false, seen: 0, fired: 0 }
  let half = false
  const error = () => {
    state.fired += 1
    return Object.assign(new Error(`EIO: ${call} made to fail`), { code: 'EIO' })
  }
  const strikes = (kind: Call) => {
    if (!state.armed || kind !== call) return false
    state.seen += 1
    return state.seen === nth || (forGood && state.seen > nth)
  }
  const guarded =
    <Given extends unknown[], Answer>(kind: Call, work: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      if (!strikes(kind)) return work(...given)
      if (kind === 'close') await work(...given)
      throw error()
    }
  const write = (handle: FileHandle) => async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    if (half) {
      half = false
      throw error()
    }
    if (strikes('write')) throw error()
    if (!strikes('short-write')) return handle.write(bytes, offset, length, position)
    half = true
    return handle.write(bytes, offset, Math.ceil(length / 2), position)
  }
  const wrap = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'write') return write(target)
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        const kind = calls.find((one) => one === name)
        const bound = value.bind(target) as (...given: unknown[]) => Promise<unknown>
        return kind ? guarded(kind, bound) : bound
      },
    })
  const files: Files = {
    ...realFiles,
    open: guarded('open', async (...given: Parameters<Files['open']>) => wrap(await realFiles.open(...given))),
    rename: guarded('rename', realFiles.rename),
    unlink: guarded('unlink', realFiles.unlink),
    readFile: guarded('readFile', realFiles.readFile as (...given: unknown[]) => Promise<unknown>) as Files['readFile'],
  }
  return { state, files }
}
