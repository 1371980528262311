import { clipboard, ClipboardItem } from 'electron'
import type { Ports } from '../handlers/index.ts'

/** The system's clipboard. Pages have no permission to write there themselves. */
export const systemClipboard: Ports['clipboard'] = {
  writeText: (text) => clipboard.writeText(text),
  writePicture: (png) => clipboard.write([new ClipboardItem({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) })]),
}
