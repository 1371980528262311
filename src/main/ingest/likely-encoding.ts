import { decodeAs } from './decode-as.ts'

/**
 * Which of three encodings of one byte a letter a text without a declaration is in, when that is clear: windows-1250 and
 * iso-8859-2, in which Czech was written before UTF-8, and windows-1252, in which the west wrote. Each byte is defined
 * in all of them or nearly so; what tells them apart is that a right reading is written in the letters of one language,
 * with its signs where signs stand, and a wrong one is not: "Škoda" of iso-8859-2 is "©koda" in the others.
 */
export type Likely = { encoding: string; text: string }

const central = ['áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'óąćęłńśźż', 'áéíóöőúüű', 'čćđšž']
const western = ['äöüß', 'àâçéèêëîïôœùûü', 'áéíñóúü', 'àèéìíòóùú', 'áàâãçéêíóôõú', 'æøåé', 'åäöé', 'éëïóöü']
const candidates: { encoding: string; alphabets: string[] }[] = [
  { encoding: 'windows-1250', alphabets: central },
  { encoding: 'iso-8859-2', alphabets: central },
  { encoding: 'windows-1252', alphabets: western },
]

/** UTF-16 code units of a text that are looked at; what is true of them is true of the rest. */
const looked = 500_000
/** A right reading has so many characters beyond ASCII that fit, or there is too little to go by. */
const leastFitting = 5
const leastKinds = 2
/** Of the characters beyond ASCII: foreign names, and slips of the hand. */
const mostMisfits = 0.03
/** Another reading has to fail by so many characters more. */
const leastLead = 3

/** No text has a sign within a word but these: a letter was read as one. */
const within = /\p{L}[^\p{ASCII}\p{L}’‘–—·…×\u00a0\u00ad]\p{L}/u
/** Nor such a sign beside a letter, as a rule, or a capital behind a small letter. */
const misplaced = /\p{L}[¦¬¯¶·¸¹¼½¾¤÷˘˛˝˙¨´ˇ]|[©®¦¬¯¶¸¹²³¼½¾¤÷˘˛˝˙¨´ˇ]\p{L}|\p{Ll}[^\p{ASCII}\P{Lu}]/gu
const quotes = /(?<=\p{L})’(?=\p{L})|(?<![\p{L}\p{N}])[“„‘](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}\p{P}])[”“](?![\p{L}\p{N}])|(?<= )[–—](?= )/gu

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

type Judged = { fits: number; misfits: number; kinds: number }

/** How many characters beyond ASCII stand as a text of one of the languages has them, how many do not, and how many kinds fit. */
function judged(text: string, alphabets: readonly string[]): Judged {
  const head = text.slice(0, looked)
  if (within.test(head)) return { fits: 0, misfits: Infinity, kinds: 0 }
  const letters = head.toLowerCase().match(/[^\p{ASCII}\P{L}]/gu) ?? []
  const signs = head.match(quotes) ?? []
  const own = alphabets.map((alphabet) => letters.filter((letter) => alphabet.includes(letter))).toSorted((a, b) => b.length - a.length)[0] ?? []
  return { fits: own.length + signs.length, misfits: letters.length - own.length + countOf(head, misplaced), kinds: new Set([...own, ...signs]).size }
}

const share = ({ fits, misfits }: Judged) => (misfits === Infinity ? 1 : misfits / Math.max(1, fits + misfits))

/**
 * The reading of bytes that are not UTF-8, when there is just one: its characters fit, and each other reading either comes
 * to the same text or has clearly more that do not.
 * @returns null when it is not clear
 */
export function likelyEncoding(bytes: Uint8Array): Likely | null {
  if (isDamagedUtf8(bytes)) return null
  const readings = candidates.flatMap(({ encoding, alphabets }) => {
    const text = decodeAs(encoding, bytes)
    return text === null ? [] : [{ encoding, text, ...judged(text, alphabets) }]
  })
  const [best, ...others] = readings.toSorted((a, b) => share(a) - share(b) || b.fits - a.fits)
  if (!best || best.fits < leastFitting || best.kinds < leastKinds || share(best) > mostMisfits) return null
  const isClear = others.every((other) => other.text === best.text || (share(other) > mostMisfits && other.misfits - best.misfits >= leastLead))
  return isClear ? { encoding: best.encoding, text: best.text } : null
}

/** Whether a reading by an encoding looks as a text in it does not: a letter or sign where none of its languages has one. */
export function looksMisread(encoding: string, text: string): boolean {
  const own = candidates.find((candidate) => candidate.encoding === encoding)
  if (own) return share(judged(text, own.alphabets)) > mostMisfits
  const head = text.slice(0, looked)
  return within.test(head) || countOf(head, misplaced) > 0
}

/** In a text of one byte a letter, a run of bytes is UTF-8 by the rarest accident; in UTF-8 with a damage, most are. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, looked))
  return countOf(text, /[^\p{ASCII}\ufffd]/gu) >= countOf(text, /\ufffd/gu)
}
