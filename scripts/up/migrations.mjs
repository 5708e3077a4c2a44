/**
 * Prisma migrations: each script and its row in `_prisma_migrations`, in the form that Prisma's own tools read, are
 * committed together, so that a start that is killed half-way leaves a database that the next start can go on from.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS_DIR } from './paths.mjs'
import { Refusal } from './say.mjs'

const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

export function migrationNames() {
  if (!existsSync(MIGRATIONS_DIR)) return []
  const entries = readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory())
  return folders.map((entry) => entry.name).sort()
}

/** Names of the migrations that the database behind `client` lacks. */
export async function pendingMigrations(client) {
  const { rows: tables } = await client.query(`select to_regclass('_prisma_migrations') is not null as known`)
  if (!tables[0].known) return migrationNames()
  const { rows } = await client.query(
    'select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const done = new Set(rows.map((row) => row.name))
  return migrationNames().filter((name) => !done.has(name))
}

export async function applyMigrations(client, names) {
  await client.query(TABLE)
  for (const name of names) {
    const script = readFileSync(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8')
    await client.query('begin')
    try {
      await client.query(script)
      await client.query(
        `insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         values ($1, $2, clock_timestamp(), $3, 1)`,
        [randomUUID(), createHash('sha256').update(script).digest('hex'), name],
      )
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Refusal(`The migration ${name} failed and changed nothing: ${error.message}`, { cause: error })
    }
  }
}
