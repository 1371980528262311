export * from './items.ts'
export * from './titles.ts'
