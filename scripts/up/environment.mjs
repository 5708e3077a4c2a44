/** The database and the keys that a start works with: the server that DATABASE_URL names, or our own. */
import { mkdirSync } from 'node:fs'
import { bundle } from './bundle.mjs'
import { dataDirOf, prepareDataHome } from './data-home.mjs'
import { ensureDatabase, prepareDatabase } from './database.mjs'
import { atEnd } from './endings.mjs'
import { ownKeys, requireKeys } from './keys.mjs'
import { alone } from './lock.mjs'
import { createCluster, hasCluster, startPostgres, urlOf } from './postgres.mjs'
import { step } from './say.mjs'
import { appEnv } from './settings.mjs'

/**
 * Everything up to the web server: `{dir, env, hasDemo, home, postgres}`, the last two null with DATABASE_URL.
 * `claim(dir)` is called when the data folder is known and before anything starts in it.
 */
export async function prepare(given, mode, claim) {
  return given.DATABASE_URL === undefined ? prepareEmbedded(given, mode, claim) : prepareGiven(given, mode, claim)
}

/** The embedded server, made at the first start, with the database `yurak` in it. Stopped when we end. */
export async function openEmbedded(home, given) {
  ownKeys(home, given)
  if (!hasCluster(home)) await step('Database folder', () => createCluster(home))
  let postgres
  await step('Database', async () => {
    postgres = await startPostgres(home)
    atEnd(() => postgres.stop())
    await ensureDatabase(urlOf(home, 'postgres'), 'yurak')
    return 'running'
  })
  return postgres
}

async function prepareGiven(given, mode, claim) {
  requireKeys(given)
  const dir = dataDirOf(given)
  mkdirSync(dir, { recursive: true })
  claim(dir)
  const env = appEnv(given, { dir, databaseUrl: given.DATABASE_URL, keys: {}, hasDemo: false, mode })
  await alone(bundle)
  await prepareDatabase(env, { demo: false })
  return { dir, env, hasDemo: false, home: null, postgres: null }
}

async function prepareEmbedded(given, mode, claim) {
  const home = prepareDataHome(given)
  claim(home.dir)
  const postgres = await openEmbedded(home, given)
  const facts = { dir: home.dir, databaseUrl: urlOf(home, 'yurak'), keys: ownKeys(home, given), mode }
  await alone(bundle)
  const { hasDemo } = await prepareDatabase(appEnv(given, { ...facts, hasDemo: false }), { demo: true })
  return { dir: home.dir, env: appEnv(given, { ...facts, hasDemo }), hasDemo, home, postgres }
}
