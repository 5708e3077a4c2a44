/** Runs before each file of server tests: the worker's own database, and the settings that the server reads. */
import { inject } from 'vitest'
import { ensureDatabase } from '../../scripts/up/database.mjs'
import { TEMPLATE, TEST_KEYS } from '../../scripts/up/test-database.mjs'

const adminUrl = inject('adminUrl')
const name = `worker_${process.env.VITEST_POOL_ID ?? '1'}`
await ensureDatabase(adminUrl, name, TEMPLATE)

const url = new URL(adminUrl)
url.pathname = name
Object.assign(process.env, TEST_KEYS, {
  DATABASE_URL: url.href,
  YURAK_BASE_URL: 'http://localhost:3000',
  NODE_ENV: 'test',
})
