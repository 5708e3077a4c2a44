/** A database server of its own for one run, gone afterwards; tests do without durability, benches do not. */
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TEMPORARY_PREFIX, temporaryHome } from './data-home.mjs'
import { createCluster, startPostgres } from './postgres.mjs'
import { processOf } from './processes.mjs'
import { isRunning, readRun, stopLeftOvers, writeRun } from './run-state.mjs'

const PARENTS = [tmpdir(), '/tmp', '/var/tmp', '/var/lib']

export async function openTemporary({ isDurable = false } = {}) {
  await removeAbandoned()
  const home = { ...temporaryHome(PARENTS), durable: isDurable }
  const discard = () => rmSync(home.dir, { recursive: true, force: true, maxRetries: 3 })
  try {
    createCluster(home)
    let postgres
    const start = async () => {
      postgres = await startPostgres(home)
      writeRun(home.dir, { supervisor: processOf(process.pid), postgres: postgres.known })
    }
    await start()
    return {
      home,
      close: async () => {
        await postgres.stop()
        discard()
      },
      /** Without warning, and at once begun again: SIGKILL, or SIGQUIT for PostgreSQL's own immediate stop. */
      kill: async (signal) => {
        const gone = once(postgres.child, 'exit')
        postgres.child.kill(signal)
        await gone
        await start()
      },
    }
  } catch (error) {
    discard()
    throw error
  }
}

/** A run that was killed could not clear up after itself. */
async function removeAbandoned() {
  for (const dir of new Set(PARENTS.filter(existsSync).flatMap(temporaryFolders))) {
    if (readRun(dir) === null || isRunning(dir)) continue
    await stopLeftOvers(dir)
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
  }
}

function temporaryFolders(parent) {
  const names = readdirSync(parent).filter((name) => name.startsWith(TEMPORARY_PREFIX))
  return names.map((name) => join(parent, name))
}
