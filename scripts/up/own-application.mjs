/** An application on a port of its own, for the journeys, the benches and the torture; gone afterwards. */
import { dataDirOf } from './data-home.mjs'
import { ensureDatabase, prepareDatabase } from './database.mjs'
import { atEnd } from './endings.mjs'
import { killable } from './killable.mjs'
import { alone } from './lock.mjs'
import { buildInputs, buildPages, isBuilt } from './next-build.mjs'
import { freePort } from './ports.mjs'
import { urlOf } from './postgres.mjs'
import { isRunning } from './run-state.mjs'
import { step } from './say.mjs'
import { appEnv, givenEnv, webAddress } from './settings.mjs'
import { openTemporary } from './temporary.mjs'
import { TEST_KEYS } from './test-database.mjs'
import { startWeb, startWorker, untilHealthy } from './web.mjs'

/**
 * Nothing of the checkout's own settings reaches it. Answers its address, its environment, its parts, each of which
 * can be killed, and a way to put another web server beside the first. `errors` is where its complaints go.
 */
export async function startOwnApplication({ isDurable, hasDemo, errors = 'inherit' }) {
  const database = await openTemporary({ isDurable })
  atEnd(database.close)
  await ensureDatabase(urlOf(database.home, 'postgres'), 'yurak')
  const given = { ...withoutOwnSettings(process.env), PORT: String(await freePort()), YURAK_DIST_DIR: distDir() }
  const facts = { dir: database.home.dir, databaseUrl: urlOf(database.home, 'yurak'), keys: TEST_KEYS, hasDemo }
  const env = appEnv(given, { ...facts, mode: 'production' })
  await prepareDatabase(env, { demo: hasDemo })
  await alone(buildPages, env.YURAK_DIST_DIR, env)
  const address = webAddress(given)
  const parts = { database }
  await step('Application', async () => {
    parts.worker = await killable(() => startWorker(env, errors))
    parts.web = await killable(() => startWeb('production', address, env, errors))
    await untilHealthy(address)
    return address.url
  })
  const anotherWeb = async () => {
    const beside = { ...address, port: await freePort() }
    await killable(() => startWeb('production', beside, { ...env, PORT: String(beside.port) }, errors))
    await untilHealthy(beside)
    return `http://localhost:${beside.port}`
  }
  return { url: address.url, env, parts, anotherWeb }
}

/** A running `npm start` keeps its pages: a build of other sources goes beside it. */
function distDir() {
  const isFree = isBuilt('.next', buildInputs()) || !isRunning(dataDirOf(givenEnv()))
  return isFree ? '.next' : '.next-test'
}

function withoutOwnSettings(env) {
  const own = ([name]) => name === 'DATABASE_URL' || name === 'NEXTAUTH_URL' || name.startsWith('YURAK_')
  return Object.fromEntries(Object.entries(env).filter((entry) => !own(entry)))
}
