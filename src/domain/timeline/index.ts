export * from './competing.ts'
export * from './items.ts'
export * from './titles.ts'
export * from './grouping.ts'
