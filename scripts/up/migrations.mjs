/**
 * Prisma migrations through the WebAssembly schema engine, which comes from npm like everything else
 * (the native engine would be fetched from a host of its own).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MIGRATIONS_DIR, MODULES, SCHEMA } from './paths.mjs'
import { Refusal } from './say.mjs'
import { writeWhole } from './stamp.mjs'

const MIGRATED_SCHEMA = join(MIGRATIONS_DIR, 'schema.prisma')
const ENGINE_DIR = join(MODULES, '@prisma', 'schema-engine-wasm')
const FILTERS = { externalTables: [], externalEnums: [] }

export function migrationNames() {
  if (!existsSync(MIGRATIONS_DIR)) return []
  const entries = readdirSync(MIGRATIONS_DIR, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** Names of the migrations that the database behind `client` lacks. */
export async function pendingMigrations(client) {
  const { rows: tables } = await client.query(`select to_regclass('public._prisma_migrations') is not null as known`)
  if (!tables[0].known) return migrationNames()
  const { rows } = await client.query(
    'select migration_name as name, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null',
  )
  const broken = rows.find((row) => !row.finished)
  if (broken) throw new Refusal(`The migration ${broken.name} did not finish in this database: repair it by hand.`)
  const done = new Set(rows.map((row) => row.name))
  return migrationNames().filter((name) => !done.has(name))
}

export async function applyMigrations(databaseUrl) {
  const engine = await openEngine(databaseUrl)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters: FILTERS })
  return appliedMigrationNames
}

/** Writes the SQL from the last migrated schema to the edited one into a new folder; answers its path or null. */
export async function writeMigration(name, now) {
  const before = existsSync(MIGRATED_SCHEMA) ? readFileSync(MIGRATED_SCHEMA, 'utf8') : null
  const after = readFileSync(SCHEMA, 'utf8')
  const engine = await openEngine('postgresql://none@127.0.0.1:1/none')
  const { stdout } = await engine.diff({
    from: before === null ? { tag: 'empty' } : schemaTarget(before),
    to: schemaTarget(after),
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: FILTERS,
  })
  if (stdout === undefined || stdout.trim() === '' || stdout.includes('This is an empty migration')) return null
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(MIGRATIONS_DIR, `${stamp}_${name}`, 'migration.sql')
  writeWhole(file, stdout)
  writeWhole(MIGRATED_SCHEMA, after)
  return file
}

function schemaTarget(content) {
  return { tag: 'schemaDatamodel', files: [{ path: 'prisma/schema.prisma', content }] }
}

function migrationsList() {
  const migrationDirectories = migrationNames().map((path) => ({
    path,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migrationSql(path) } },
  }))
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }
  return { baseDir: 'prisma/migrations', shadowDbInitScript: '', lockfile, migrationDirectories }
}

function migrationSql(name) {
  return readFileSync(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8')
}

/** The package hides these two files from import by name, hence the paths. */
async function openEngine(connectionString) {
  const module = await import(pathToFileURL(join(ENGINE_DIR, 'schema_engine_bg.js')).href)
  const wasm = readFileSync(join(ENGINE_DIR, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': module })
  module.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }, { schema: 'public' }))
  const schema = readFileSync(SCHEMA, 'utf8')
  return module.SchemaEngine.new({ datamodels: [['prisma/schema.prisma', schema]] }, () => undefined, adapter)
}
