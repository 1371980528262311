import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { files as realFiles, type Files } from '../files.ts'

export const calls = ['open', 'write', 'short-write', 'sync', 'datasync', 'close', 'rename', 'unlink', 'readFile'] as const
export type Call = (typeof calls)[number]

/** Whether a file was opened so that each write is also its datasync: then a failing datasync is a write whose bytes arrived and that fails. */
export const writesThrough = (flags: unknown): boolean => typeof flags === 'number' && Boolean(constants.O_DSYNC) && (flags & constants.O_DSYNC) === constants.O_DSYNC

/** Tells of each time the bytes of a file are made durable. */
export function countingSyncs(handle: FileHandle, flags: unknown, synced: () => void): FileHandle {
  const name = writesThrough(flags) ? 'write' : 'datasync'
  const call = handle[name].bind(handle) as (...given: unknown[]) => Promise<unknown>
  return Object.assign(handle, { [name]: (...given: unknown[]) => (synced(), call(...given)) })
}

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
  const write = (handle: FileHandle, through: boolean) => async (bytes: Uint8Array, offset: number, length: number, position: number) => {
    if (half) {
      half = false
      throw error()
    }
    if (strikes('write')) throw error()
    half = strikes('short-write')
    const written = await handle.write(bytes, offset, half ? Math.ceil(length / 2) : length, position)
    if (through && strikes('datasync')) throw error()
    return written
  }
  const wrap = (handle: FileHandle, through: boolean): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        if (name === 'write') return write(target, through)
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        const kind = calls.find((one) => one === name)
        const bound = value.bind(target) as (...given: unknown[]) => Promise<unknown>
        return kind ? guarded(kind, bound) : bound
      },
    })
  const files: Files = {
    ...realFiles,
    open: guarded('open', async (...given: Parameters<Files['open']>) => wrap(await realFiles.open(...given), writesThrough(given[1]))),
    rename: guarded('rename', realFiles.rename),
    unlink: guarded('unlink', realFiles.unlink),
    readFile: guarded('readFile', realFiles.readFile as (...given: unknown[]) => Promise<unknown>) as Files['readFile'],
  }
  return { state, files }
}
