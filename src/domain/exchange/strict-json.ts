import { findNodeAtLocation, parseTree, printParseErrorCode, visit, type JSONPath } from 'jsonc-parser'
import { Refusal } from './refusal.ts'

/** Deeper than anything the product writes; V8 reads far deeper documents than it can write again. */
export const depthLimit = 64
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** "line 3, column 7", both from one; columns are UTF-16 code units. */
export function placeAt(text: string, offset: number): string {
  let line = 1
  let start = 0
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
    line += 1
    start = next + 1
  }
  return `line ${line}, column ${offset - start + 1}`
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text)
const named = (path: JSONPath) => path.map((step) => shortened(String(step))).join('.')
const placed = (path: JSONPath, line: number, character: number) => `${path.length > 0 ? `${named(path)}, ` : ''}line ${line + 1}, column ${character + 1}`

/** "incident.tlp, line 3, column 7" for a value of the document; the path alone when it is not there. */
export function whereIs(text: string, path: readonly PropertyKey[]): string {
  const names = path.map((step) => (typeof step === 'number' ? step : String(step)))
  const root = parseTree(text)
  const node = root && findNodeAtLocation(root, names)
  return [named(names), node && placeAt(text, node.offset)].filter(Boolean).join(', ')
}

/** A loop over the characters, because whatever recurses could be made to overflow by what it should refuse. */
function refuseDepth(text: string): void {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > depthLimit) throw new Refusal('too-deep', placeAt(text, index), `objects and lists are nested more than ${depthLimit} deep`)
    } else if (character === '}' || character === ']') depth -= 1
  }
}

/** Why a number would not come back as it was written; null when it would. */
function numberProblem(literal: string): string | null {
  const value = Number(literal)
  if (!Number.isFinite(value)) return 'is larger than any number that can be kept'
  // With an exponent it is a measure and comes back as the same double; without, every digit was meant.
  if (!/e/i.test(literal) && Number.isInteger(value) && !Number.isSafeInteger(value)) return 'is beyond ±9007199254740991 and would change when saved'
  if (value === 0 && /[1-9]/.test(literal.split(/e/i)[0] ?? '')) return 'is too small and would become 0'
  return null
}

function refuseMeaning(text: string): void {
  const keys: Set<string>[] = []
  visit(
    text,
    {
      onObjectBegin: () => void keys.push(new Set()),
      onObjectEnd: () => void keys.pop(),
      onObjectProperty: (key, _offset, _length, line, character, path) => {
        const seen = keys.at(-1)
        if (seen?.has(key)) throw new Refusal('duplicate-key', placed([...path(), key], line, character), `the key "${shortened(key)}" stands twice in one object`)
        if (forbiddenKeys.has(key)) throw new Refusal('forbidden-key', placed([...path(), key], line, character), `the key "${key}" is not allowed`)
        seen?.add(key)
      },
      onLiteralValue: (value, offset, length, line, character, path) => {
        if (typeof value !== 'number') return
        const literal = text.slice(offset, offset + length)
        const problem = numberProblem(literal)
        if (problem) throw new Refusal('unsafe-number', placed(path(), line, character), `the number ${shortened(literal)} ${problem}`)
      },
      onError: (error, _offset, _length, line, character) => {
        const words = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
        throw new Refusal('not-json', placed([], line, character), `not JSON: ${words}`)
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  )
}

/**
 * Reads JSON (RFC 8259) that says one thing only: no key twice in an object, no key that reaches prototypes, no
 * number that would change, no more than 64 levels. One byte order mark is not expected here; take it off first.
 * @throws Refusal with the JSON path, line and column
 */
export function parseStrictJson(text: string): unknown {
  refuseDepth(text)
  refuseMeaning(text)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // The scanner above places errors; the engine has the last word on what is JSON.
    throw new Refusal('not-json', '', `not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}
