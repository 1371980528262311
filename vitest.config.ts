import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // lowdb switches to memory under NODE_ENV=test; the store's tests must write real files.
    env: { NODE_ENV: 'development' },
  },
})
