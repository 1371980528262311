import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { ReportShelf } from '../print/report-shelf.ts'
import { confine } from './confine.ts'
import { ours } from './origin.ts'
import { headers, reportPolicy, windowPolicy } from './policy.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}


/**
 * Answers app:// requests: built files below one folder, and report pages held in memory.
 * Everything else is 403 (not ours to give), 404 (not there) or 405 (not a read).
 */
export function answer(folder: string, reports: Pick<ReportShelf, 'get'>): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = ours(request.url)
    if (!url) return new Response(null, { status: 403 })
    if (request.method !== 'GET') return new Response(null, { status: 405 })
    const report = reports.get(url.pathname)
    if (report) return new Response(report.text, { headers: { ...headers(types[`.${report.type}`] ?? '', reportPolicy), 'cache-control': 'no-store' } })
    return builtFile(folder, url.pathname)
  }
}

async function builtFile(folder: string, path: string): Promise<Response> {
  const file = confine(folder, path)
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return new Response(null, { status: 403 })
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: headers(type, windowPolicy) })
  } catch {
    return new Response(null, { status: 404 })
  }
}
