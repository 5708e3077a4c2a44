/** `run.json` in the data folder: who runs here, so that a later start knows the living from the left over. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, stopProcess } from './processes.mjs'
import { Refusal } from './say.mjs'
import { writeWhole } from './stamp.mjs'

export function readRun(dir) {
  const file = fileIn(dir)
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

export function writeRun(dir, run) {
  writeWhole(fileIn(dir), JSON.stringify(run, null, 2), 0o600)
}

export function forgetRun(dir) {
  rmSync(fileIn(dir), { force: true })
}

export function isRunning(dir) {
  return isAlive(readRun(dir)?.supervisor)
}

export function requireNotRunning(dir) {
  if (isRunning(dir)) throw new Refusal(`Yurak already runs, or is starting, in this folder: ${readRun(dir).address}`)
}

/** What a killed start left behind; the database last, so that the others can finish their work. */
export async function stopLeftOvers(dir) {
  const run = readRun(dir)
  if (run === null) return
  await Promise.all([stopProcess(run.web, 'SIGTERM', 5_000), stopProcess(run.worker, 'SIGTERM', 5_000)])
  await stopProcess(run.postgres, 'SIGINT', 20_000)
  forgetRun(dir)
}

function fileIn(dir) {
  return join(dir, 'run.json')
}
