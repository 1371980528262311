/**
 * What a page says its characters are, read from its bytes as the HTML standard has it read before parsing: "prescan a
 * byte stream to determine its encoding" with "get an attribute", "extracting a character encoding from a meta element"
 * and "get an XML encoding" (WHATWG HTML, 13.2.3.2 and 13.2.3.3). The standard looks at the first 1024 bytes and lets the
 * parser find a later declaration; here both are one search, which leaves out scripts and styles as the parser does.
 */

/** Bytes of a page in which a declaration is looked for: its head, inline scripts included. */
const searched = 64_000

const space = '[\\t\\n\\f\\r ]'
const tag = /<(?:!--|(\/?[a-z][^\t\n\f\r />]*)|[!/?])/giu
const attribute = new RegExp(`[\\t\\n\\f\\r /]*(?:(>)|([^\\t\\n\\f\\r />][^\\t\\n\\f\\r />=]*)(?:${space}*=${space}*("[^"]*"|'[^']*'|[^\\t\\n\\f\\r "'>][^\\t\\n\\f\\r >]*)?)?)`, 'yu')
/** What stands in these is no markup. */
const raw = new Set(['script', 'style'])

const unquoted = (value: string) => (/^["']/.test(value) ? value.slice(1, -1) : value)

/** The attributes of a tag from behind its name; of two of a name the first counts. */
function attributesAt(text: string, at: number): { found: Map<string, string>; end: number } {
  const found = new Map<string, string>()
  let end = at
  for (;;) {
    attribute.lastIndex = end
    const match = attribute.exec(text)
    if (!match) return { found, end: Math.max(end, text.indexOf('>', end) + 1) }
    end = attribute.lastIndex
    if (match[1]) return { found, end }
    const name = (match[2] ?? '').toLowerCase()
    if (!found.has(name)) found.set(name, unquoted(match[3] ?? ''))
  }
}

function declaredIn(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset')
  if (charset !== undefined) return charset.trim()
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return null
  const inContent = /charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r ;"']+))/i.exec(attributes.get('content') ?? '')
  return (inContent?.[1] ?? inContent?.[2] ?? inContent?.[3])?.trim() ?? null
}

function declaredByMeta(text: string): string | null {
  const lower = text.toLowerCase()
  tag.lastIndex = 0
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    const name = match[1]?.toLowerCase()
    if (match[0] === '<!--') {
      // "<!-->" is a comment that is over.
      const end = text.indexOf('-->', match.index + 2)
      if (end < 0) return null
      tag.lastIndex = end + 3
    } else if (name === undefined) {
      const end = text.indexOf('>', match.index)
      if (end < 0) return null
      tag.lastIndex = end + 1
    } else {
      const { found, end } = attributesAt(text, tag.lastIndex)
      const declared = name === 'meta' ? declaredIn(found) : null
      if (declared !== null && encodingNamed(declared) !== null) return declared
      const close = raw.has(name) ? lower.indexOf(`</${name}`, end) : end
      if (close < 0) return null
      tag.lastIndex = close
    }
  }
  return null
}

const xmlEncoding = /^<\?xml[^>]*?[\t\n\f\r ]encoding[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^">]*)"|'([^'>]*)')/u

/** The encoding of the Encoding standard that a label names, as TextDecoder knows it; null: none that can be read. */
export function encodingNamed(label: string): string | null {
  const clean = label.trim().toLowerCase()
  // Read as text in ASCII, a declaration of UTF-16 cannot be true, and x-user-defined is no encoding of a text.
  if (clean === 'x-user-defined') return 'windows-1252'
  try {
    const { encoding } = new TextDecoder(clean)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

/** The label by which a page declares its encoding, as it stands there; null: it declares none that is known. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  // One character a byte: the places stay, and all that counts is ASCII.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, searched)).toString('latin1')
  const meta = declaredByMeta(text)
  if (meta !== null) return meta
  const match = xmlEncoding.exec(text)
  const xml = (match?.[1] ?? match?.[2])?.trim() ?? null
  return xml !== null && encodingNamed(xml) !== null ? xml : null
}
