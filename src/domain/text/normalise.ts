/**
 * The one change a decoded text goes through before it is frozen: one byte order mark is taken off and line
 * ends become \n. Everything else stays, so that offsets mean the same wherever the file is read.
 */
export function normaliseText(decoded: string): string {
  return decoded.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}
