export * from './context.ts'
export { run } from './run.ts'
