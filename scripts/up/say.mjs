/** What the set-up says: one line a step with its time, one sentence for a refusal. */

import { dirname } from 'node:path'

/** A start that cannot go on. The message is one sentence that tells the person what to do. */
export class Refusal extends Error {
  name = 'Refusal'
}

let write = (line) => process.stdout.write(`${line}\n`)

/** Keeps standard output for the program that runs, so that its output can be piped. */
export function speakOnStderr() {
  write = (line) => process.stderr.write(`${line}\n`)
}

export function say(line) {
  write(line)
}

/** Runs one step and says how long it took. `work` answers the closing words, or nothing. */
export async function step(name, work) {
  const begunAt = performance.now()
  say(`  ${name} …`)
  const words = await work()
  say(`  ${name}: ${words ?? 'done'} (${seconds(begunAt)})`)
}

export function seconds(begunAt) {
  return `${((performance.now() - begunAt) / 1000).toFixed(1)} s`
}

/** One sentence for what went wrong; only a fault of our own shows its stack. */
export function explain(error) {
  const text = `${error?.code ?? ''} ${error?.message ?? error}`
  if (isDiskFull(text)) return 'The disk is full: free some space (1 GB is enough) and start again.'
  if (error instanceof Refusal) return error.message
  if (/EROFS/.test(text)) return `${folderOf(error)} is read-only: move the data with YURAK_DATA_DIR.`
  if (/EACCES|EPERM/.test(text) && error.path) {
    return `No permission in ${error.path}: run as the user who owns it, or move the data with YURAK_DATA_DIR.`
  }
  return error?.stack ?? String(error)
}

function folderOf(error) {
  return error.path === undefined ? 'The disk' : `The folder ${dirname(error.path)}`
}

export function isDiskFull(text) {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|could not extend file/i.test(text)
}
