/** One set-up at a time in a checkout: a second one waits until the first has built what both need. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './paths.mjs'
import { isAlive, processOf } from './processes.mjs'
import { say } from './say.mjs'

const FILE = join(ROOT, '.data', 'set-up.lock')

export async function alone(work) {
  await take()
  try {
    return await work()
  } finally {
    rmSync(FILE, { force: true })
  }
}

async function take() {
  mkdirSync(dirname(FILE), { recursive: true })
  let told = false
  while (!tryTake()) {
    if (!isAlive(holder())) rmSync(FILE, { force: true })
    else if (!told) {
      say('  Another set-up runs in this folder; waiting for it …')
      told = true
    }
    await wait(200)
  }
}

function tryTake() {
  try {
    writeFileSync(FILE, JSON.stringify(processOf(process.pid)), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function holder() {
  try {
    return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : null
  } catch {
    return null
  }
}
