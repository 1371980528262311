export { Reader } from './reader.tsx'
export { readerKeys, type ReaderKey } from './keys.ts'
