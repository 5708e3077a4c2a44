/** An application with made-up data on a port of its own, for the journeys and the benches; gone afterwards. */
import { dataDirOf } from './data-home.mjs'
import { ensureDatabase, prepareDatabase } from './database.mjs'
import { atEnd } from './endings.mjs'
import { alone } from './lock.mjs'
import { buildInputs, buildPages, isBuilt } from './next-build.mjs'
import { freePort } from './ports.mjs'
import { urlOf } from './postgres.mjs'
import { processOf, stopProcess } from './processes.mjs'
import { isRunning } from './run-state.mjs'
import { step } from './say.mjs'
import { appEnv, givenEnv, webAddress } from './settings.mjs'
import { openTemporary } from './temporary.mjs'
import { TEST_KEYS } from './test-database.mjs'
import { startWeb, startWorker, untilHealthy } from './web.mjs'

/** Nothing of the checkout's own settings reaches it. Answers `{url, env}`. */
export async function startOwnApplication({ isDurable }) {
  const { home, close } = await openTemporary({ isDurable })
  atEnd(close)
  await ensureDatabase(urlOf(home, 'postgres'), 'yurak')
  const given = { ...withoutOwnSettings(process.env), PORT: String(await freePort()), YURAK_DIST_DIR: distDir() }
  const facts = { dir: home.dir, databaseUrl: urlOf(home, 'yurak'), keys: TEST_KEYS, hasDemo: true, mode: 'production' }
  const env = appEnv(given, facts)
  await prepareDatabase(env, { demo: true })
  await alone(buildPages, env.YURAK_DIST_DIR, env)
  const address = webAddress(given)
  await step('Application', async () => {
    for (const child of [startWorker(env), startWeb('production', address, env)]) {
      const known = processOf(child.pid)
      atEnd(() => stopProcess(known, 'SIGTERM', 8_000))
    }
    await untilHealthy(address)
    return address.url
  })
  return { url: address.url, env }
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
