/** `npm test`: unit, accuracy and server tests, then the journeys in a browser against an application of their own. */
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

const REPORTS = join(ROOT, 'test-results', 'reports')

const PROJECTS = ['unit', 'accuracy', 'server']
const JOURNEYS = 'journeys'

/** Ends the process: 0 only when something ran and nothing failed. `kinds` narrows the run: `npm test -- server`. */
export async function testRun(kinds) {
  const unknown = kinds.find((kind) => kind !== JOURNEYS && !PROJECTS.includes(kind))
  if (unknown) throw new Refusal(`There are no tests named ${unknown}: ${[...PROJECTS, JOURNEYS].join(', ')}.`)
  endWhenAsked()
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  await alone(bundle)
  const isWanted = (kind) => kinds.length === 0 || kinds.includes(kind)
  const projects = PROJECTS.filter(isWanted)
  const results = projects.length > 0 ? [await runVitest(projects)] : []
  if (isWanted(JOURNEYS) && hasJourneys()) results.push(await runJourneys().catch(journeysFailed))
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
  const file = join(REPORTS, 'journeys.json')
  const chromium = await chromiumPath(givenEnv())
  const { url: baseUrl } = await startOwnApplication({ isDurable: false, hasDemo: true })
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
