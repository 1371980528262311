export * from './cases.ts'
export * from './taxonomies.ts'
export * from './vocabularies.ts'
