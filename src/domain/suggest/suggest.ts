import { findActors } from './actors.ts'
import { findAttributions, type Phrase } from './attributions.ts'
import { findDates } from './dates.ts'
import { claim, lookUpPlaces, openDoc, wordsBetween, type Doc, type Mention } from './doc.ts'
import { findMalware, findTechniques, findVulnerabilities, markIndicators } from './identifiers.ts'
import { lexiconOf } from './lexicon.ts'
import { findOrganisations } from './organisations.ts'
import { findPersons } from './persons.ts'
import { quotationsIn } from './quotations.ts'
import { findResponses } from './responses.ts'
import { findStatements } from './statements.ts'
import { noVocabularies, type Suggestion, type SuggestOptions } from './types.ts'

const blank = { value: null, speaker: null }
type Spans = Map<number, { start: number; end: number }>

function fromMention(doc: Doc, { first, end, type, value, rule, alias, vocabularyId, role, kind }: Mention, spans: Spans): Suggestion {
  const exactSpan = type === 'indicator' ? spans.get(first) : undefined
  const start = exactSpan?.start ?? doc.list[first]!.start
  const stop = exactSpan?.end ?? doc.list[end - 1]!.end
  return { start, end: stop, exact: doc.text.slice(start, stop), type, value, speaker: null, rule, ...(alias !== undefined ? { alias } : {}), ...(vocabularyId !== undefined ? { vocabularyId } : {}), ...(role !== undefined ? { role } : {}), ...(kind !== undefined ? { kind } : {}) }
}
function fromPhrase(doc: Doc, type: 'attribution' | 'response', { first, end, ...phrase }: Phrase): Suggestion {
  return { start: doc.list[first]!.start, end: doc.list[end - 1]!.end, exact: wordsBetween(doc, first, end), type, speaker: null, ...phrase }
}

const atEdge = new Set([' ', '\n', '\t', '"', '“', '”', '„', '«', '»'])
/** The end of what was said, without the marks of a quotation inside it. */
function trimmedEnd(text: string, { start, end }: { start: number; end: number }): number {
  let at = end
  while (at > start && atEdge.has(text.charAt(at - 1))) at--
  return at
}
function findPlaces(doc: Doc): void {
  for (const [first, { end, place }] of doc.places) claim(doc, { type: 'place', first, end, value: place.code, rule: place.code === null ? 'place:town' : 'place:country' })
}

/**
 * The recognisers one after another over a whole document. Each answer holds the finds of one recogniser, so that a
 * worker can show them as they come and stop between two; later recognisers stand on the names of earlier ones.
 */
export function* suggestSteps(text: string, options: SuggestOptions = {}): Generator<Suggestion[], void, void> {
  const lexicon = lexiconOf(options.vocabularies ?? noVocabularies)
  const doc = openDoc(text, options.language, options.published)
  const spans: Spans = new Map()
  const recognisers: readonly (() => void)[] = [
    () => markIndicators(doc, spans), () => findVulnerabilities(doc), () => findTechniques(doc, lexicon), () => findDates(doc), () => lookUpPlaces(doc), () => findActors(doc, lexicon),
    () => findMalware(doc, lexicon), () => findOrganisations(doc), () => findPersons(doc), () => findPlaces(doc),
  ]
  let told = 0
  for (const recognise of recognisers) {
    recognise()
    const fresh = doc.mentions.slice(told)
    told = doc.mentions.length
    yield fresh.map((mention) => fromMention(doc, mention, spans))
  }
  yield findStatements(doc, quotationsIn(doc)).map(({ quotation: { start, end }, speaker, rule }) => ({ start, end: trimmedEnd(text, { start, end }), exact: '', type: 'statement' as const, ...blank, speaker, rule })).map((each) => ({ ...each, exact: text.slice(each.start, each.end) }))
  const attributions = findAttributions(doc)
  yield attributions.map((phrase) => fromPhrase(doc, 'attribution', phrase))
  yield findResponses(doc, attributions).map((phrase) => fromPhrase(doc, 'response', phrase))
}

export const inOrder = (a: Suggestion, b: Suggestion): number => a.start - b.start || b.end - a.end || (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)

/** Everything the rules propose for a frozen text, by start, the longer span first. */
export function suggest(text: string, options: SuggestOptions = {}): Suggestion[] {
  return [...suggestSteps(text, options)].flat().sort(inOrder)
}
