export * from './cases.ts'
export * from './vocabularies.ts'
