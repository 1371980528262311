import type { IncidentDocument } from '#domain/exchange/document.ts'
import { readIncidentDocument } from '#domain/exchange/json-read.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { extract } from './extract.ts'
import type { Extracted } from './extracted.ts'
import { sha256 } from './hash.ts'
import { readBundle, type Bundle } from '../bundle/read-bundle.ts'
import { bundleType, type Task } from './in-worker.ts'

function readDocument(name: string, decoded: string): IncidentDocument {
  try {
    return readIncidentDocument(decoded.replace(/^\ufeff/, ''), sha256)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.where === '' ? name : `${name}: ${error.where}`, error.detail)
    throw error
  }
}

/** Reads decoded input as what it is. @throws Refusal with the file's name */
export function perform<T extends Task>(task: T): T extends { mediaType: 'application/json' } ? IncidentDocument : T extends { mediaType: typeof bundleType } ? Bundle : Extracted
export function perform(task: Task): IncidentDocument | Extracted | Bundle {
  if (task.mediaType === bundleType) return readBundle(task.bytes, task.name)
  return task.mediaType === 'application/json' ? readDocument(task.name, task.decoded) : extract(task)
}
