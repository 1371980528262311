export * from './edtf.ts'
export * from './format.ts'
export * from './parse.ts'
export * from './shape.ts'
