import type { IncidentDocument } from '#domain/exchange/document.ts'
import { readIncidentDocument } from '#domain/exchange/json-read.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { readBundle, type Bundle } from '../bundle/read-bundle.ts'
import { extract, extractBinary } from './extract.ts'
import type { Extracted } from './extracted.ts'
import { sha256 } from './hash.ts'
import { bundleType, type DocumentTask, type Task } from './in-process.ts'

/** @throws Refusal with the file's name */
export function readDocument({ name, decoded }: DocumentTask): IncidentDocument {
  try {
    return readIncidentDocument(decoded.replace(/^\ufeff/, ''), sha256)
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.where === '' ? name : `${name}: ${error.where}`, error.detail)
    throw error
  }
}

/** Reads input as what it is. @throws Refusal with the file's name */
export async function perform(task: Task): Promise<IncidentDocument | Extracted | Bundle> {
  if (task.mediaType === bundleType) return readBundle(task.bytes, task.name)
  if (task.mediaType === 'application/json') return readDocument(task)
  return 'bytes' in task ? extractBinary(task) : extract(task)
}
