/**
 * The one set-up script: install, generate, database, migrate, seed, build, run. Every step is skipped when it is
 * current. Plain JavaScript that Node 20 runs, with no package at all until the packages are there.
 *   start | dev | test | install | generate | migration NAME | run PROGRAM ARGUMENTS… | bench NAME ARGUMENTS… | torture ARGUMENTS… | screenshots
 */
import { end } from './up/endings.mjs'
import { FILE_PROGRAMS } from './up/file-programs.mjs'
import { generate } from './up/generate.mjs'
import { install } from './up/install.mjs'
import { alone } from './up/lock.mjs'
import { isHandedOver } from './up/node-version.mjs'
import { explain, say, speakOnStderr } from './up/say.mjs'

const [command, ...rest] = process.argv.slice(2)

const COMMANDS = {
  install: async () => undefined,
  generate: async () => undefined,
  start: async () => (await import('./up/serve.mjs')).serve('production'),
  dev: async () => (await import('./up/serve.mjs')).serve('development'),
  test: async () => (await import('./up/test-run.mjs')).testRun(rest),
  migration: async () => (await import('./up/new-migration.mjs')).newMigration(rest[0]),
  bench: async () => (await import('./up/bench.mjs')).bench(rest[0], rest.slice(1)),
  torture: async () => (await import('./up/torture.mjs')).torture(rest),
  screenshots: async () => (await import('./up/screenshots.mjs')).screenshots(),
  run: async () => (await import('./up/run-program.mjs')).runProgram(rest[0], rest.slice(1)),
}

try {
  await main()
} catch (error) {
  say(explain(error))
  await end()
  process.exit(1)
}

async function main() {
  const work = COMMANDS[command]
  if (work === undefined) {
    say(`Commands: ${Object.keys(COMMANDS).join(', ')}`)
    process.exit(1)
  }
  if (command === 'run' || command === 'bench' || command === 'torture') speakOnStderr()
  if (command === 'start' || command === 'dev') await (await import('./up/serve.mjs')).preflight()
  await alone(install)
  if (isHandedOver()) return
  if (needsClient()) await alone(generate)
  await work()
}

function needsClient() {
  return command !== 'install' && !(command === 'run' && FILE_PROGRAMS.includes(rest[0]))
}
