import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** `unit` is what `npm run check` runs; the other projects start servers or a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [vue()],
        // Pure code needs no process of its own for each file: starting one costs more than its tests.
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/architecture/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          // Properties take thousands of steps: on a loaded machine that is slow, and no fault.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sandbox',
          include: ['test/sandbox/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Pages of several browsers share two cores: what comes at last may well take more than a second.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      { test: { name: 'flow', include: ['test/flow/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          // A card of the portal looks for news every second and a half.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
})
