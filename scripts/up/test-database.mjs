/** What the server tests run on: a migrated template with the reference data, to be cloned for each worker. */
import { bundle } from './bundle.mjs'
import { ensureDatabase, prepareDatabase } from './database.mjs'
import { generate } from './generate.mjs'
import { alone } from './lock.mjs'
import { urlOf } from './postgres.mjs'
import { openTemporary } from './temporary.mjs'

export const TEMPLATE = 'yurak_template'

/** Keys that guard nothing: every test database is made up and gone after the run. */
export const TEST_KEYS = {
  YURAK_FILE_KEY: Buffer.alloc(32, 1).toString('base64'),
  YURAK_PINFL_KEY: Buffer.alloc(32, 2).toString('base64'),
  YURAK_SESSION_SECRET: Buffer.alloc(32, 3).toString('base64'),
}

/** @returns {Promise<{adminUrl: string, close: () => Promise<void>}>} */
export async function openTestDatabase() {
  await alone(generate)
  await alone(bundle)
  const { home, close } = await openTemporary()
  try {
    const adminUrl = urlOf(home, 'postgres')
    await ensureDatabase(adminUrl, TEMPLATE)
    const env = {
      ...process.env,
      ...TEST_KEYS,
      DATABASE_URL: urlOf(home, TEMPLATE),
      YURAK_DATA_DIR: home.dir,
      YURAK_BASE_URL: 'http://localhost:3000',
      NODE_ENV: 'production',
    }
    await prepareDatabase(env, { demo: false })
    return { adminUrl, close }
  } catch (error) {
    await close()
    throw error
  }
}
