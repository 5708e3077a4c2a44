/**
 * The embedded PostgreSQL: made with initdb, run as a child of ours on 127.0.0.1 with a password of its own.
 * It sits in a session of its own, so that Ctrl-C reaches us alone and the database stops last.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePortNear } from './ports.mjs'
import { commandOf, processOf, stopProcess } from './processes.mjs'
import { isDiskFull, Refusal } from './say.mjs'
import { writeWhole } from './stamp.mjs'

const READY_WITHIN_MS = 60_000
const LOG_LIMIT_BYTES = 10_000_000
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}

export function hasCluster(home) {
  return existsSync(join(home.dir, 'postgres.json'))
}

export function urlOf(home, database) {
  const { port, password } = connectionOf(home)
  return `postgresql://yurak:${password}@127.0.0.1:${port}/${database}`
}

export function createCluster(home) {
  const cluster = join(home.dir, 'postgres')
  rmSync(cluster, { recursive: true, force: true })
  mkdirSync(cluster, { mode: 0o700 })
  const passwordFile = join(home.dir, 'postgres.password')
  const password = randomBytes(24).toString('base64url')
  writeWhole(passwordFile, `${password}\n`, 0o600)
  if (home.owner) for (const path of [cluster, passwordFile]) chownSync(path, home.owner.uid, home.owner.gid)
  const made = spawnSync(
    join(home.programs, 'bin', 'initdb'),
    ['-D', cluster, '-U', 'yurak', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
      .concat(['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions'])
      .concat(home.durable === false ? ['--no-sync'] : []),
    { ...asOwner(home), encoding: 'utf8' },
  )
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) throw failure('make its folder', cluster, made.stderr || String(made.error))
  writeWhole(join(home.dir, 'postgres.json'), JSON.stringify({ password }), 0o600)
}

/** Starts the server and waits until it answers. Answers `{pid, child, stop}`. */
export async function startPostgres(home) {
  await clearStaleLock(home)
  const port = await choosePort(home)
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const logged = logSize(home)
    const child = launch(home, port)
    const fault = await answering(home, child, until)
    if (fault === null) {
      const known = processOf(child.pid)
      return { child, known, stop: () => stopProcess(known, 'SIGINT', 20_000) }
    }
    const said = logFrom(home, logged)
    // Sessions of a server that was killed end at their next look at their client: it must not run beside them.
    const isWaiting = /pre-existing shared memory block/.test(said) && Date.now() < until
    if (!isWaiting) throw failure('start', home.dir, fault === '' ? said : fault)
    await wait(40)
  }
}

function launch(home, port) {
  const log = openLog(home)
  const child = spawn(join(home.programs, 'bin', 'postgres'), serverArguments(home, port), {
    ...asOwner(home),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return child
}

/** The server that runs on this folder, whoever started it, or null. */
export function runningPostgres(home) {
  const pid = lockedBy(home)
  if (pid === null) return null
  return commandOf(pid).includes(join(home.dir, 'postgres')) ? processOf(pid) : null
}

/**
 * PostgreSQL judges a lock file that was left behind by itself, and finds by it what a killed server left running:
 * it goes only where its number belongs to some other program by now, which would keep PostgreSQL from starting.
 */
async function clearStaleLock(home) {
  const running = runningPostgres(home)
  if (running !== null) await stopProcess(running, 'SIGINT', 20_000)
  const pid = lockedBy(home)
  if (pid !== null && processOf(pid) !== null) rmSync(lockOf(home), { force: true })
}

function lockedBy(home) {
  return existsSync(lockOf(home)) ? Number(readFileSync(lockOf(home), 'utf8').split('\n')[0]) : null
}

function lockOf(home) {
  return join(home.dir, 'postgres', 'postmaster.pid')
}

async function choosePort(home) {
  const connection = connectionOf(home)
  const port = await freePortNear(connection.port)
  if (port !== connection.port) {
    writeWhole(join(home.dir, 'postgres.json'), JSON.stringify({ ...connection, port }), 0o600)
  }
  return port
}

function connectionOf(home) {
  return JSON.parse(readFileSync(join(home.dir, 'postgres.json'), 'utf8'))
}

function serverArguments(home, port) {
  const settings = { ...SETTINGS, port, ...(home.durable === false ? THROWAWAY : DURABLE) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', join(home.dir, 'postgres'), ...flags]
}

function openLog(home) {
  return openSync(logOf(home), logSize(home) > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600)
}

function logSize(home) {
  return statSync(logOf(home), { throwIfNoEntry: false })?.size ?? 0
}

/** What the log says since it had this size; all of it when it was begun anew. */
function logFrom(home, size) {
  const log = readFileSync(logOf(home))
  return (log.length < size ? log : log.subarray(size)).toString('utf8').slice(-2_000)
}

function logOf(home) {
  return join(home.dir, 'postgres.log')
}

/** Null once it answers; else it is stopped, and this is why it could not be begun (nothing where its log says it). */
async function answering(home, child, until) {
  const { default: pg } = await import('pg')
  let spawnError
  child.once('error', (error) => {
    spawnError = error
  })
  while (Date.now() < until) {
    if (spawnError || child.exitCode !== null || child.signalCode !== null) break
    if (await answers(pg, urlOf(home, 'postgres'))) return null
    await wait(40)
  }
  child.kill('SIGINT')
  return spawnError ? String(spawnError) : ''
}

async function answers(pg, connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function failure(what, folder, output) {
  if (isDiskFull(output)) return new Refusal(`The disk that holds ${folder} is full: free some space and start again.`)
  const lines = output.trim().split('\n').slice(-5).join('\n')
  return new Refusal(`PostgreSQL could not ${what} (${folder}): ${lines}`)
}

function asOwner(home) {
  const identity = home.owner ? { uid: home.owner.uid, gid: home.owner.gid } : {}
  return { ...identity, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }
}
