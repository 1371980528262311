export * from './apply.ts'
export * from './history.ts'
export * from './schema.ts'
export * from './carry-marks.ts'
