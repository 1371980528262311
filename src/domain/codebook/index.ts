export * from './codebook.ts'
export * from './tags.ts'
