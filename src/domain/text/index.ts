export * from './anchor.ts'
export * from './normalise.ts'
export * from './paragraphs.ts'
export * from './segments.ts'
