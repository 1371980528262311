export * from './library.ts'
export { HistoryDamaged, NotSaved, StoreError, type NotSavedReason, type StoreErrorCode } from './errors.ts'
export type { OpenView, Saved, UndoName } from './incident-session.ts'
export type { Unreadable } from './summaries.ts'
