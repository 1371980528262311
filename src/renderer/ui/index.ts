export * from './bits.tsx'
export * from './button.tsx'
