/** A database made ready: reachable, migrated, with its reference data and, where wanted, the demo data. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { applyMigrations, migrationNames, pendingMigrations } from './migrations.mjs'
import { BUILD_DIR, ROOT } from './paths.mjs'
import { isDiskFull, Refusal, step } from './say.mjs'

const OLDEST_MAJOR = 15
/** Any fixed number: it keeps two starts from migrating one database at the same time. */
const SET_UP_LOCK = 7_120_042

/** Migrates and seeds what is missing. Answers `{hasDemo}`. */
export async function prepareDatabase(env, { demo }) {
  const client = await connect(env.DATABASE_URL)
  try {
    await requireVersion(client)
    await client.query('select pg_advisory_lock($1)', [SET_UP_LOCK])
    const hasNewSchema = await migrate(client)
    return await seed(client, env, { demo, hasNewSchema })
  } finally {
    await client.end()
  }
}

/** @param {string} adminUrl @param {string} name @param {string} [template] */
export async function ensureDatabase(adminUrl, name, template) {
  await asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`)
  })
}

/** @param {string} adminUrl @param {string} name */
export async function dropDatabase(adminUrl, name) {
  await asAdmin(adminUrl, (client) => client.query(`drop database if exists "${name}" with (force)`))
}

async function asAdmin(adminUrl, work) {
  const client = await connect(adminUrl)
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function connect(connectionString) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new Refusal(`The database does not answer (${error.code ?? error.message}): check DATABASE_URL.`)
  }
}

async function requireVersion(client) {
  const { rows } = await client.query('show server_version_num')
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major < OLDEST_MAJOR)
    throw new Refusal(`PostgreSQL ${major} is too old: version ${OLDEST_MAJOR} or newer is needed.`)
}

async function migrate(client) {
  const pending = await pendingMigrations(client)
  if (pending.length === 0) return false
  await step('Database tables', async () => {
    await applyMigrations(client, pending)
    return pending.length === 1 ? '1 migration applied' : `${pending.length} migrations applied`
  })
  return true
}

async function seed(client, env, { demo, hasNewSchema }) {
  if (migrationNames().length === 0) return { hasDemo: false }
  const done = await seedsDone(client)
  const wantsDemo = demo && !done.has('demo') && !done.has('reference')
  if ((hasNewSchema || !done.has('reference')) && existsSync(join(BUILD_DIR, 'seed.mjs'))) {
    await step(wantsDemo ? 'Reference and demo data' : 'Reference data', () => runSeed(env, wantsDemo))
    for (const name of wantsDemo ? ['reference', 'demo'] : ['reference']) {
      await client.query('insert into _yurak_set_up (name) values ($1) on conflict do nothing', [name])
    }
  }
  return { hasDemo: wantsDemo || done.has('demo') }
}

async function seedsDone(client) {
  await client.query(
    'create table if not exists _yurak_set_up (name text primary key, done_at timestamptz not null default now())',
  )
  const { rows } = await client.query('select name from _yurak_set_up')
  return new Set(rows.map((row) => row.name))
}

function runSeed(env, wantsDemo) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(BUILD_DIR, 'seed.mjs')], {
    cwd: ROOT,
    env: { ...env, SEED_DEMO: wantsDemo ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-10_000)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) return resolve(output.trim().split('\n').at(-1))
      reject(
        new Refusal(
          isDiskFull(output) ? 'The disk is full: free some space and start again.' : `The seed failed:\n${output}`,
        ),
      )
    })
  })
}
