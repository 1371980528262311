import { defineConfig } from '@playwright/test'

// The specs drive the built program through e2e/launch.ts; tools/e2e.mjs builds it and says what it runs on.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  // A build server tries once more; what passes only then is named flaky in the list, so that it is seen and mended.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/kronika/totals/e2e.json' }]],
  outputDir: 'test-results',
})
