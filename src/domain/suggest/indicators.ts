import { parse } from 'tldts'
import type { Span } from '../text/index.ts'
import type { IndicatorKind } from './types.ts'

export type Indicator = Span & { value: string; kind: IndicatorKind; defanged: boolean; rule: string }

const code = (character: string) => character.charCodeAt(0)
const trimStart = new Set([...'([{<"\'“”„‘’«»,;:|*=>`'].map(code))
const trimEnd = new Set([...')]}>"\'“”„‘’«»,;:|*.!?…`<'].map(code))
const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** Takes off the marks around a run, but keeps a bracket whose pair stands inside it. */
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && trimStart.has(text.charCodeAt(from)) && !/^\[(?:\.|:|dot|at|@)/i.test(text.slice(from, from + 4))) from++
  while (to > from && trimEnd.has(text.charCodeAt(to - 1))) {
    const last = text.charAt(to - 1)
    const open = pairs[last]
    if (open !== undefined && text.slice(from, to - 1).includes(open) && text.lastIndexOf(open, to - 1) > text.lastIndexOf(last, to - 2)) break
    to--
  }
  return { start: from, end: to }
}

const bracketDot = /\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\[\.|\.\]|\\\./gi
const bracketAt = /\[@\]|\(@\)|\[at\]|\(at\)|\{at\}/gi
const bracketColon = /\[:\]|\(:\)/g
const bracketSlashes = /\[:\/\/\]|\[\/\/\]|\(:\/\/\)/g
const schemes = /^(?:hxxps|hxxp|hxtps|hxtp|h\*\*ps|h\*\*p|fxp|meow|https|http|ftp)(?=:)/i
const realScheme: Readonly<Record<string, string>> = { hxxps: 'https', hxxp: 'http', hxtps: 'https', hxtp: 'http', 'h**ps': 'https', 'h**p': 'http', fxp: 'ftp', meow: 'http' }

const mayBeDefanged = (written: string) => written.includes('[') || written.includes('(') || written.includes('{') || written.includes(']') || written.includes('\\')

/** The address as a program would write it: "hxxps://evil[.]example" → "https://evil.example". */
export function refang(written: string): string {
  if (!mayBeDefanged(written)) return schemes.test(written) ? written.replace(schemes, (scheme) => realScheme[scheme.toLowerCase()] ?? scheme.toLowerCase()) : written
  return written.replace(bracketSlashes, (found) => (found.includes(':') ? '://' : '//')).replace(bracketColon, ':').replace(bracketDot, '.').replace(bracketAt, '@').replace(schemes, (scheme) => realScheme[scheme.toLowerCase()] ?? scheme.toLowerCase())
}

const ipv4 = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/
export const isIpv4 = (value: string) => ipv4.test(value)

/** RFC 4291 section 2.2: eight groups, or fewer around one "::", the last two of which may be an IPv4 address. */
export function isIpv6(value: string): boolean {
  if (value.length < 3 || value.length > 45 || value.indexOf(':') < 0) return false
  const halves = value.split('::')
  if (halves.length > 2) return false
  let groups = 0
  for (const [index, half] of halves.entries()) {
    if (half === '') continue
    const parts = half.split(':')
    for (const [at, part] of parts.entries()) {
      const last = index === halves.length - 1 && at === parts.length - 1
      if (last && part.includes('.') && isIpv4(part)) groups += 2
      else if (part.length >= 1 && part.length <= 4 && isHex(part)) groups++
      else return false
    }
  }
  return halves.length === 2 ? groups <= 7 : groups === 8
}
function isHex(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (!((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102))) return false
  }
  return text !== ''
}

const hashKinds: Readonly<Record<number, IndicatorKind>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 96: 'other', 128: 'other' }
function hashOf(text: string): IndicatorKind | null {
  const kind = hashKinds[text.length]
  return kind && isHex(text) && /\d/.test(text) && /[a-f]/i.test(text) ? kind : null
}

/** Endings of file names that are public suffixes too. */
const fileEndings = new Set(['zip', 'sh', 'py', 'pl', 'ps', 'mov', 'md', 'rs', 'so', 'cab', 'app', 'java', 'ai', 'bat', 'com', 'exe', 'dll', 'inf', 'ini', 'lnk', 'pub', 'bin', 'php', 'asp', 'jsp', 'aspx', 'id', 'cc', 'name'])
const hostLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u
/** A host name under a public suffix of the list (publicsuffix.org, through tldts). */
export function isHost(value: string, defanged: boolean): boolean {
  if (value.length > 253) return false
  const labels = value.split('.')
  if (labels.length < 2 || !labels.every((label) => hostLabel.test(label))) return false
  const top = labels.at(-1)!
  if (/^\d/.test(top) || (!defanged && /^\p{Lu}\p{Ll}/u.test(top))) return false
  if (!defanged && labels.length === 2 && top !== 'com' && top !== 'id' && top !== 'cc' && top !== 'name' && top !== 'ai' && fileEndings.has(top.toLowerCase())) return false
  const found = parse(value, { allowPrivateDomains: false, extractHostname: false, validateHostname: false })
  return found.isIcann === true && found.domain !== null
}

const official = /(?:^|\.)(?:gov|mil|edu|int)(?:\.[a-z]{2})?$|(?:^|\.)(?:gov\.uk|gc\.ca|gouv\.fr|govt\.nz|gov\.cz|bund\.de|admin\.ch|europa\.eu|fbi\.gov|mod\.uk|ac\.uk|gob\.es|gob\.mx|nukib\.cz|mzv\.cz|vlada\.cz|bis\.cz|policie\.cz|psp\.cz|mvcr\.cz|army\.cz|government\.nl|overheid\.nl|regjeringen\.no|stortinget\.no|supo\.fi|ncsc\.nl|cert\.pl|cert\.br|cert\.at|jpcert\.or\.jp|asd\.gov\.au)$/
const known = /^(?:www\.)?(?:microsoft|google|apple|amazon|mandiant|fireeye|crowdstrike|kaspersky|symantec|eset|welivesecurity|github|gitlab|youtube|twitter|x|facebook|linkedin|instagram|telegram|t|reuters|bbc|cnn|nytimes|washingtonpost|theguardian|wikipedia|mitre|virustotal|recordedfuture|proofpoint|paloaltonetworks|trendmicro|cisco|talosintelligence|bleepingcomputer|securelist|irozhlas|seznam|seznamzpravy|novinky|idnes|ctk|ceskenoviny|ihned|aktualne|asp)\.(?:com|org|co\.uk|co|me|cz|net|de|fr|eu)$|(?:^|\.)(?:mitre\.org|microsoft\.com|github\.com|wikipedia\.org|google\.com|virustotal\.com)$/
const contactWords = new Set('contact report reports email e-mail mail write visit website site see enquiries inquiries media press information info newsdesk subscribe available kontakt kontaktujte napište více web stránky stránkách viz'.split(' '))
/** One of the few words in front says that this is where to write or to read on. */
function afterContact(text: string, start: number): boolean {
  const line = text.lastIndexOf('\n', start - 1) + 1
  const before = text.slice(Math.max(line, start - 90), start).toLowerCase().split(/[\s:,;()]/).filter((word) => word !== '')
  return before.slice(-6).some((word) => contactWords.has(word))
}
const references = /(?:references|resources|contact|contacts|reporting|sources|further reading|additional information|read more|odkazy|zdroje|kontakt)\W*$/iu

/** Whether an address that nobody defanged is only where to write or to read on. */
function isOfficial(text: string, start: number, host: string, isMail: boolean): boolean {
  if (official.test(host) || known.test(host)) return true
  if (afterContact(text, start)) return true
  const blank = text.lastIndexOf('\n\n', start)
  const heading = blank < 0 ? '' : text.slice(Math.max(0, text.lastIndexOf('\n', blank - 1) + 1), blank)
  const own = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return (isMail && /^(?:info|press|media|contact|report|support|newsdesk|help|admin|office|podatelna|redakce|tisk|cert|soc|incident)@/i.test(text.slice(start, start + 12))) || (own.length < 60 && references.test(own)) || (heading.length < 60 && references.test(heading))
}

const isolate = (text: string, span: Span) => text.slice(span.start, span.end)

/** One run without white space that holds a stop, a colon, an at sign or a hash. */
function classify(text: string, span: Span): Indicator | null {
  const written = isolate(text, span)
  const hash = hashOf(written)
  if (hash) return { ...span, value: written.toLowerCase(), kind: hash, defanged: false, rule: `indicator:${hash}` }
  if (written.length < 4 || written.length > 2048) return null
  const value = refang(written)
  const defanged = value !== written
  const colon = value.indexOf('://')
  if (colon > 0) return schemeless(text, span, value, colon, defanged)
  return bare(text, span, value, defanged)
}

function schemeless(text: string, span: Span, value: string, colon: number, defanged: boolean): Indicator | null {
  const scheme = value.slice(0, colon)
  if (!/^(?:https?|ftp|sftp|wss?|tcp|udp)$/i.test(scheme)) return null
  const host = hostOf(value.slice(colon + 3))
  if (!isIpv4(host) && !isIpv6(host) && !isHost(host.toLowerCase(), true)) return null
  if (!defanged && !isIpv4(host) && isOfficial(text, span.start, host.toLowerCase(), false)) return null
  return { ...span, value, kind: 'url', defanged, rule: defanged ? 'indicator:url-defanged' : 'indicator:url' }
}
function hostOf(rest: string): string {
  const ends = ['/', '?', '#'].map((mark) => rest.indexOf(mark)).filter((at) => at >= 0)
  const authority = rest.slice(0, Math.min(rest.length, ...ends))
  const after = authority.slice(authority.lastIndexOf('@') + 1)
  if (after.startsWith('[')) return after.slice(1, after.indexOf(']'))
  return after.replace(/:\d{1,5}$/, '')
}

function bare(text: string, span: Span, value: string, defanged: boolean): Indicator | null {
  const answer = (kind: IndicatorKind, found = value, end = span.end): Indicator => ({ start: span.start, end, value: found, kind, defanged, rule: `indicator:${kind}${defanged ? '-defanged' : ''}` })
  const at = value.indexOf('@')
  if (at > 0 && at < 65) {
    const host = value.slice(at + 1).toLowerCase()
    if (!/^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(value.slice(0, at)) || !isHost(host, defanged)) return null
    return !defanged && isOfficial(text, span.start, host, true) ? null : answer('email')
  }
  if (isIpv6(value)) return value === '::' || /^\d{1,2}:\d\d(?::\d\d)?$/.test(value) ? null : answer('ipv6')
  const address = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5}|\/\d{1,2})?$/.exec(value)?.[1]
  if (address !== undefined) {
    if (!isIpv4(address) || (!defanged && versionBefore(text, span.start))) return null
    const written = text.slice(span.start, span.end)
    const cut = value.length - address.length
    return answer('ipv4', address, span.start + written.length - cut)
  }
  const slash = value.indexOf('/')
  const host = (slash < 0 ? value : value.slice(0, slash)).replace(/:\d{1,5}$/, '')
  // "Blender.io": a name in capitals that nobody defanged is that of a firm.
  if (!defanged && slash < 0 && /^\p{Lu}\p{Ll}/u.test(value)) return null
  if (host.indexOf('.') <= 0 || !isHost(host.toLowerCase() === host ? host : defanged ? host.toLowerCase() : host, defanged)) return null
  if (!defanged && isOfficial(text, span.start, host.toLowerCase(), false)) return null
  if (slash > 0) return answer('url')
  return answer('domain', value.toLowerCase())
}
const versionBefore = (text: string, start: number) => /(?:version|versions|ver\.|build|release|firmware|verze|verzi|v|before|prior to) ?$/i.test(text.slice(Math.max(0, start - 12), start))

const space = 32
/** Runs that could be an indicator: most words are passed over by one look at their characters. */
export function findIndicators(text: string): Indicator[] {
  const found: Indicator[] = []
  const { length } = text
  let at = 0
  while (at < length) {
    while (at < length && isBreak(text.charCodeAt(at))) at++
    const start = at
    let special = false
    let hex = true
    for (; at < length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 46) {
        if (at + 1 < length && !isBreak(text.charCodeAt(at + 1))) special = true
      } else if ((unit === 58 || unit === 64) && at + 1 < length && !isBreak(text.charCodeAt(at + 1))) special = true
      else if (unit <= space || unit === 0xa0) break
      else if (hex && !((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70))) hex = false
    }
    const size = at - start
    if (size < 4 || !(special || (hex && size >= 32) || size >= 33 || hasDefang(text, start, at))) continue
    for (const piece of pieces(text, start, at)) {
      const indicator = classify(text, trimmed(text, piece.start, piece.end))
      if (indicator) found.push(indicator)
    }
  }
  return found
}
const isBreak = (unit: number) => unit <= space || unit === 0xa0
/** "[dot]" and "(at)" are the only marks of an indicator that have no stop, colon or at sign. */
function hasDefang(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end - 3; at++) {
    const unit = text.charCodeAt(at)
    if ((unit === 91 || unit === 40) && /^(?:dot|at)[)\]]/i.test(text.slice(at + 1, at + 5))) return true
  }
  return false
}
const separators = /[,;|"“”„<>=—–:(]/
/** Lists without spaces: "a[.]com,b[.]com", "<1.2.3.4>", "MD5:…", "name=value". */
function pieces(text: string, start: number, end: number): Span[] {
  const written = text.slice(start, end)
  if (!separators.test(written)) return [{ start, end }]
  if (/^[^/]{0,40}:\/\/|^[a-z*]{3,6}\[:/i.test(written)) return [{ start, end }]
  const spans: Span[] = []
  let from = start
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    const label = mark === ':' && /^[a-z][a-z0-9-]{2,9}$/i.test(text.slice(from, at)) && !isHex(text.slice(from, at)) && !isIpv6(written)
    if (!(',;|"“”„<>=—–'.includes(mark) || label || (mark === '(' && !/^\((?:\.|dot|at|@|:)/i.test(text.slice(at, at + 4))))) continue
    spans.push({ start: from, end: at })
    from = at + 1
  }
  spans.push({ start: from, end })
  return spans.filter((span) => span.end - span.start >= 4)
}
