/** `npm test`: unit, accuracy and server tests, then the journeys in a browser and a short torture, each against an application of its own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from './bundle.mjs'
import { chromiumPath } from './chromium.mjs'
import { atEnd, end, endWhenAsked } from './endings.mjs'
import { alone } from './lock.mjs'
import { startOwnApplication } from './own-application.mjs'
import { MODULES, ROOT } from './paths.mjs'
import { processOf, stopProcess } from './processes.mjs'
import { explain, Refusal, say } from './say.mjs'
import { givenEnv } from './settings.mjs'
import { playwrightResults, summary, vitestResults } from './test-results.mjs'
import { runTorture } from './torture.mjs'

const REPORTS = join(ROOT, 'test-results', 'reports')

const PROJECTS = ['unit', 'accuracy', 'server']
const JOURNEYS = 'journeys'
/** Journeys wait for each other's pages more than they compute: two browsers, each with an application of its own. */
const SHARDS = 2
const TORTURE = 'torture'
const KINDS = [...PROJECTS, JOURNEYS, TORTURE]
/** Half a minute of what `npm run torture` does at length. */
const SHORT_TORTURE = ['--only', 'submissions', '--submissions', '300', '--app-kills', '4', '--database-kills', '3']

/** Ends the process: 0 only when something ran and nothing failed. `kinds` narrows the run: `npm test -- server`. */
export async function testRun(kinds) {
  const unknown = kinds.find((kind) => !KINDS.includes(kind))
  if (unknown) throw new Refusal(`There are no tests named ${unknown}: ${KINDS.join(', ')}.`)
  endWhenAsked()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  await alone(bundle)
  const isWanted = (kind) => kinds.length === 0 || kinds.includes(kind)
  const projects = PROJECTS.filter(isWanted)
  const results = projects.length > 0 ? [await runVitest(projects)] : []
  if (isWanted(TORTURE)) results.push(await shortTorture().catch(couldNotBegin))
  if (isWanted(JOURNEYS) && hasJourneys())
    results.push(...(await runJourneys().catch((error) => [couldNotBegin(error)])))
  const { lines, isGreen } = summary(results)
  await end()
  for (const line of lines) say(line)
  process.exit(isGreen ? 0 : 1)
}

async function runVitest(projects) {
  const file = join(REPORTS, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const chosen = projects.map((project) => `--project=${project}`)
  const code = await run([join(MODULES, 'vitest', 'vitest.mjs'), 'run', ...chosen, ...reporters], process.env)
  return vitestResults(file, code)
}

async function runJourneys() {
  const chromium = await chromiumPath(givenEnv())
  const applications = []
  while (applications.length < SHARDS) applications.push(await startOwnApplication({ isDurable: false, hasDemo: true }))
  return Promise.all(applications.map((application, index) => runShard(application, index + 1, chromium)))
}

async function runShard({ url: baseUrl, env }, shard, chromium) {
  const file = join(REPORTS, `journeys-${shard}.json`)
  const pictures = join(ROOT, 'test-results', `journeys-${shard}`)
  const args = ['test', `--shard=${shard}/${SHARDS}`, `--output=${pictures}`]
  const code = await run([join(MODULES, '@playwright', 'test', 'cli.js'), ...args], {
    ...process.env,
    BASE_URL: baseUrl,
    // A journey that needs time to pass moves the clocks of its case.
    JOURNEY_DATABASE_URL: env.DATABASE_URL,
    YURAK_E2E_REPORT: file,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  })
  return playwrightResults(file, code)
}

/** One test: its program says on standard error what it found. */
async function shortTorture() {
  const code = await runTorture(SHORT_TORTURE, 'ignore')
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] }
}

/** An application that could not even begin is one failure among the others. */
function couldNotBegin(error) {
  say(explain(error))
  return { passed: 0, failed: 1, skipped: [] }
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
