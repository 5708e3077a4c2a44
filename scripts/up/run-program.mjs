/**
 * `npm run ecg|token|admin|bench:ecg|fuzz|formats`: one of our programs with its own standard output.
 * Some read files only; the others need the database, which is started for the moment where nothing runs.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'
import { prepareDataHome } from './data-home.mjs'
import { end, endWhenAsked } from './endings.mjs'
import { openEmbedded } from './environment.mjs'
import { FILE_PROGRAMS } from './file-programs.mjs'
import { ownKeys, requireKeys } from './keys.mjs'
import { alone } from './lock.mjs'
import { BUILD_DIR, ROOT } from './paths.mjs'
import { hasCluster, runningPostgres, urlOf } from './postgres.mjs'
import { readRun } from './run-state.mjs'
import { Refusal } from './say.mjs'
import { appEnv, givenEnv } from './settings.mjs'

export async function runProgram(name, args) {
  await alone(bundle)
  const file = join(BUILD_DIR, `${name}.mjs`)
  if (!existsSync(file)) throw new Refusal(`There is no program named ${name}.`)
  if (FILE_PROGRAMS.includes(name)) return runHere(file, args)
  endWhenAsked()
  const code = await runApart(file, args, await environment(givenEnv()))
  await end()
  process.exit(code)
}

async function runHere(file, args) {
  process.argv.splice(1, process.argv.length, file, ...args)
  await import(pathToFileURL(file).href)
}

function runApart(file, args, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { cwd: ROOT, env, stdio: 'inherit' })
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)))
}

async function environment(given) {
  const mode = 'production'
  if (given.DATABASE_URL !== undefined) {
    requireKeys(given)
    return appEnv(given, { dir: ROOT, databaseUrl: given.DATABASE_URL, keys: {}, hasDemo: false, mode })
  }
  const home = prepareDataHome(given)
  if (!hasCluster(home)) throw new Refusal('There is no database yet: run npm start once.')
  if (runningPostgres(home) === null) await openEmbedded(home, given)
  const run = readRun(home.dir)
  const atAddress = run?.address ? { ...given, YURAK_BASE_URL: run.address } : given
  const facts = { dir: home.dir, databaseUrl: urlOf(home, 'yurak'), keys: ownKeys(home, given), hasDemo: false, mode }
  return appEnv(atAddress, facts)
}
