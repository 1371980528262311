import { tokenise, type Token } from './tokens.ts'

/** A dictionary of names of one or more words, found at a token in the time its own words take. */
export type Phrase<T> = { value: T; text: string; exact: boolean }
type Node<T> = { next: Map<string, Node<T>> | null; phrases: Phrase<T>[] | null }
export type Phrases<T> = { root: Map<string, Node<T>> }
export type PhraseHit<T> = { end: number; value: T; text: string }

const newNode = <T>(): Node<T> => ({ next: null, phrases: null })
export const newPhrases = <T>(): Phrases<T> => ({ root: new Map() })

/**
 * @param exact the letters must have the same case, or all be capitals, as a dateline has them; else only the first has to be a capital where the name has one
 */
export function addPhrase<T>(phrases: Phrases<T>, text: string, value: T, exact = false): void {
  let level = phrases.root
  let node: Node<T> | null = null
  for (const { word } of tokenise(text).list) {
    const key = word.text === '’' ? '\'' : word.lower
    const found: Node<T> = level.get(key) ?? newNode<T>()
    level.set(key, found)
    level = found.next ??= new Map()
    node = found
  }
  if (node) (node.phrases ??= []).push({ value, text, exact })
}

function agrees<T>(tokens: readonly Token[], first: number, end: number, { text, exact }: Phrase<T>): boolean {
  const head = tokens[first]!.word
  if (!exact) return head.capital || text.charAt(0) === text.charAt(0).toLowerCase()
  if (end === first + 1 && head.capitals && text.length > 3 && head.text === text.toUpperCase()) return true
  let at = 0
  for (let index = first; index < end; index++) {
    const { word } = tokens[index]!
    while (text.charCodeAt(at) === 32) at++
    if (!text.startsWith(word.text, at) && word.text !== '’') return false
    at += word.text.length
  }
  return true
}

/** All names that begin at the token, the longest first. */
export function phrasesAt<T>({ root }: Phrases<T>, tokens: readonly Token[], first: number): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = []
  let level: Map<string, Node<T>> | null = root
  for (let at = first; at < tokens.length && level; at++) {
    const token = tokens[at]!
    if (at > first && token.gap === 'blank') break
    const node: Node<T> | undefined = level.get(token.word.text === '’' ? '\'' : token.word.lower)
    if (!node) break
    for (const phrase of node.phrases ?? []) if (agrees(tokens, first, at + 1, phrase)) hits.push({ end: at + 1, value: phrase.value, text: phrase.text })
    level = node.next
  }
  return hits.length > 1 ? hits.reverse() : hits
}
