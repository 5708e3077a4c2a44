/** `npm test`: unit, accuracy and server tests, then the journeys in a browser against an application of their own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { chromiumPath } from './chromium.mjs'
import { dataDirOf } from './data-home.mjs'
import { ensureDatabase, prepareDatabase } from './database.mjs'
import { atEnd, end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { buildInputs, buildPages, isBuilt } from './next-build.mjs'
import { MODULES, ROOT } from './paths.mjs'
import { freePort } from './ports.mjs'
import { urlOf } from './postgres.mjs'
import { processOf, stopProcess } from './processes.mjs'
import { isRunning } from './run-state.mjs'
import { explain, say, step } from './say.mjs'
import { appEnv, givenEnv, webAddress } from './settings.mjs'
import { openTemporary } from './temporary.mjs'
import { TEST_KEYS } from './test-database.mjs'
import { playwrightResults, summary, vitestResults } from './test-results.mjs'
import { startWeb, startWorker, untilHealthy } from './web.mjs'

const REPORTS = join(ROOT, 'test-results', 'reports')

/** Ends the process: 0 only when something ran and nothing failed. */
export async function testRun() {
  endWhenAsked()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  await alone(bundle)
  const results = [await runVitest()]
  if (hasJourneys()) results.push(await runJourneys().catch(journeysFailed))
  const { lines, isGreen } = summary(results)
  await end()
  for (const line of lines) say(line)
  process.exit(isGreen ? 0 : 1)
}

async function runVitest() {
  const file = join(REPORTS, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run([join(MODULES, 'vitest', 'vitest.mjs'), 'run', ...reporters], process.env)
  return vitestResults(file, code)
}

async function runJourneys() {
  const file = join(REPORTS, 'journeys.json')
  const chromium = await chromiumPath(givenEnv())
  const baseUrl = await startApplication()
  const code = await run([join(MODULES, '@playwright', 'test', 'cli.js'), 'test'], {
    ...process.env,
    BASE_URL: baseUrl,
    YURAK_E2E_REPORT: file,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  })
  return playwrightResults(file, code)
}

/** Journeys that could not even begin are one failure among the others. */
function journeysFailed(error) {
  say(explain(error))
  return { passed: 0, failed: 1, skipped: [] }
}

/** An application with made-up data on a port of its own; nothing of the checkout's own settings reaches it. */
async function startApplication() {
  const { home, close } = await openTemporary()
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
  return address.url
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

function hasJourneys() {
  const folder = join(ROOT, 'tests', 'e2e')
  return existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.spec.ts'))
}

function run(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const known = processOf(child.pid)
  atEnd(() => stopProcess(known, 'SIGTERM', 5_000))
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}
