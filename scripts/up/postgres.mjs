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
  const log = openLog(home)
  const child = spawn(join(home.programs, 'bin', 'postgres'), serverArguments(home, port), {
    ...asOwner(home),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  await answering(home, child)
  const known = processOf(child.pid)
  return { child, known, stop: () => stopProcess(known, 'SIGINT', 20_000) }
}

/** The server that runs on this folder, whoever started it, or null. */
export function runningPostgres(home) {
  const lock = join(home.dir, 'postgres', 'postmaster.pid')
  if (!existsSync(lock)) return null
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  return commandOf(pid).includes(join(home.dir, 'postgres')) ? processOf(pid) : null
}

/** A lock file whose number belongs to some other process by now would keep PostgreSQL from starting. */
async function clearStaleLock(home) {
  const running = runningPostgres(home)
  if (running !== null) await stopProcess(running, 'SIGINT', 20_000)
  rmSync(join(home.dir, 'postgres', 'postmaster.pid'), { force: true })
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
  const file = join(home.dir, 'postgres.log')
  const isLong = existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES
  return openSync(file, isLong ? 'w' : 'a', 0o600)
}

async function answering(home, child) {
  const { default: pg } = await import('pg')
  const until = Date.now() + READY_WITHIN_MS
  let spawnError
  child.once('error', (error) => {
    spawnError = error
  })
  while (Date.now() < until) {
    if (spawnError || child.exitCode !== null || child.signalCode !== null) break
    if (await answers(pg, urlOf(home, 'postgres'))) return
    await wait(40)
  }
  child.kill('SIGINT')
  throw failure('start', home.dir, spawnError ? String(spawnError) : tailOfLog(home))
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

function tailOfLog(home) {
  return readFileSync(join(home.dir, 'postgres.log'), 'utf8').slice(-2_000)
}

function asOwner(home) {
  const identity = home.owner ? { uid: home.owner.uid, gid: home.owner.gid } : {}
  return { ...identity, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } }
}
