export { changesBetween, fieldChanges, type FieldChange, type Json, type RecordChange } from './changes.ts'
export { changesToldBy, entryOf, HistoryReader, type HistoryEntry, type ReadEntry, type RecordLookup } from './entries.ts'
export { isWanted, type HistoryQuery } from './search.ts'
