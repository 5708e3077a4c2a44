/** One at a time in a checkout for each thing that is built: a second set-up waits for the first, and finds it done. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './paths.mjs'
import { isAlive, processOf } from './processes.mjs'
import { say } from './say.mjs'

const WRITTEN_WITHIN_MS = 2_000

/** `work` is a named function: its name is the lock's. */
export async function alone(work, ...args) {
  const file = join(ROOT, '.data', `${work.name}.lock`)
  await take(file)
  try {
    return await work(...args)
  } finally {
    rmSync(file, { force: true })
  }
}

async function take(file) {
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!tryTake(file)) {
    if (!isHeld(file)) rmSync(file, { force: true })
    else if (!told) {
      say('  Another set-up runs in this folder; waiting for it …')
      told = true
    }
    await wait(200)
  }
}

function tryTake(file) {
  try {
    writeFileSync(file, JSON.stringify(processOf(process.pid)), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** A file that cannot be read yet was made a moment ago: its holder is still writing it. */
function isHeld(file) {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    const made = statSync(file, { throwIfNoEntry: false })
    return made !== undefined && Date.now() - made.mtimeMs < WRITTEN_WITHIN_MS
  }
}
