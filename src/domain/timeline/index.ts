export * from './items.ts'
export * from './titles.ts'
export * from './grouping.ts'
