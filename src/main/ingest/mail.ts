import PostalMime, { type Address, type Email } from 'postal-mime'
import { Refusal } from '#domain/exchange/refusal.ts'
import { normaliseText } from '#domain/text/index.ts'
import { joinedBlocks } from './blocks.ts'
import { proposedFrom, type Extracted } from './extracted.ts'
import { parseHtml } from './html-dom.ts'
import { structuredBlocks, type Block } from './html-text.ts'
import { readableMail } from './mail-bytes.ts'

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
const shown = (address: Address | undefined): string => {
  if (!address) return ''
  const members = address.group?.map(shown).join(', ')
  return oneLine(members ? `${address.name}: ${members}` : address.name && address.address ? `${address.name} <${address.address}>` : (address.address ?? address.name ?? ''))
}
const all = (addresses: readonly Address[] | undefined) => (addresses ?? []).map(shown).filter(Boolean).join(', ')

/** The head of a mail as its readers see it; what was attached is named, since it is not imported with it. */
function headOf(mail: Email): string[] {
  const attached = mail.attachments.map(({ filename, mimeType }) => oneLine(filename ?? mimeType)).join(', ')
  const rows: [string, string][] = [['From', shown(mail.from)], ['To', all(mail.to)], ['Cc', all(mail.cc)], ['Date', oneLine(mail.headers.find(({ key }) => key === 'date')?.value ?? mail.date ?? '')], ['Subject', oneLine(mail.subject ?? '')], ['Attachments, not imported', attached]]
  return rows.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`)
}

function bodyOf(mail: Email): Block[] {
  if (mail.text?.trim()) return normaliseText(mail.text).split(/\n{2,}/).map((text) => ({ text: text.replace(/\s+$/, ''), level: null })).filter(({ text }) => text.trim() !== '')
  const root = mail.html === undefined ? null : parseHtml(mail.html).documentElement
  return root ? structuredBlocks(root) : []
}

/**
 * A mail (RFC 5322, MIME) as text: its head, then its plain words, or those of its HTML where it has no others.
 * @throws Refusal invalid for what is no mail or is nested without end, empty
 */
export async function extractMail(name: string, bytes: Uint8Array): Promise<Extracted> {
  const readable = readableMail(bytes)
  const mail = await PostalMime.parse(readable.bytes, { maxNestingDepth: 64, maxHeadersSize: 1_000_000, rfc822Attachments: true }).catch((error: unknown) => {
    throw new Refusal('invalid', name, `is not a mail that can be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  const head = headOf(mail)
  const body = bodyOf(mail)
  if (!mail.from && !mail.subject && !mail.date) throw new Refusal('invalid', name, 'has no head of a mail')
  if (body.length === 0) throw new Refusal('empty', name, 'the mail has no words')
  const { text, structure } = joinedBlocks(body, `${head.join('\n')}\n\n`)
  const said = mail.headers.find(({ key }) => key === 'content-language')?.value
  const day = mail.date && /^\d{4}-\d{2}-\d{2}/.exec(mail.date)?.[0]
  const unreadable = text.match(/\ufffd/g)?.length ?? 0
  return {
    text: text.toWellFormed(), structure, proposed: proposedFrom({ title: mail.subject, author: mail.from?.name || mail.from?.address, date: day || null, language: said }),
    ...(readable.encoding ? { encoding: readable.encoding } : {}), ...(unreadable > 0 ? { unreadable } : {}),
  }
}
