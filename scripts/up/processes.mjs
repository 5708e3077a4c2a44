/**
 * Processes known by number and by the moment they began, so that a number which the system has given to
 * another process since is never taken for ours, and never stopped.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const START_TIME_FIELD = 22
const PARENT_FIELD = 4

/** `{pid, began}`, or null when no such process runs (a zombie does not run). */
export function processOf(pid) {
  const began = beganOf(pid)
  return began === null ? null : { pid, began }
}

export function isAlive(known) {
  return known != null && beganOf(known.pid) === known.began
}

export function parentOf(pid) {
  const fields = statOf(pid)
  return fields === null ? null : Number(fieldOf(fields, PARENT_FIELD))
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Asks with `signal`, insists with SIGKILL after `patienceMs`. */
export async function stopProcess(known, signal, patienceMs) {
  if (!isAlive(known)) return
  send(known, signal)
  if (await gone(known, patienceMs)) return
  send(known, 'SIGKILL')
  await gone(known, 5_000)
}

async function gone(known, patienceMs) {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (!isAlive(known)) return true
    await wait(25)
  }
  return !isAlive(known)
}

function send(known, signal) {
  try {
    process.kill(known.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

function beganOf(pid) {
  if (process.platform !== 'linux') return beganByPs(pid)
  const fields = statOf(pid)
  if (fields === null || fieldOf(fields, 3) === 'Z') return null
  return `${bootId()}:${fieldOf(fields, START_TIME_FIELD)}`
}

/** Fields 3 and on of proc(5) stat: the name before them may hold spaces and brackets. */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function fieldOf(fields, number) {
  return fields[number - 3]
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

function beganByPs(pid) {
  const ps = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.status === 0 && ps.stdout.trim() !== '' ? ps.stdout.trim() : null
}
