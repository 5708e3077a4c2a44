import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Tests that touch the database; everything else needs nothing but Node. */
const SERVER_TESTS = ['tests/server/**/*.test.ts']

export default defineConfig({
  resolve: { alias: { '@': at('./src'), 'server-only': at('./node_modules/server-only/empty.js') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/scripts/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'accuracy', include: ['tests/accuracy/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: SERVER_TESTS,
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/server-environment.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
