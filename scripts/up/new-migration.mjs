/**
 * `npm run db:migrate -- NAME`: the SQL for what changed in prisma/schema.prisma since the last migration, to be read
 * before it is committed. Made by Prisma's WebAssembly schema engine, which comes from npm like everything else
 * (the native engine would be fetched from a host of its own).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { atEnd, end } from './endings.mjs'
import { MIGRATIONS_DIR, MODULES, ROOT, SCHEMA } from './paths.mjs'
import { urlOf } from './postgres.mjs'
import { Refusal, say } from './say.mjs'
import { writeWhole } from './stamp.mjs'
import { openTemporary } from './temporary.mjs'

const MIGRATED_SCHEMA = join(MIGRATIONS_DIR, 'schema.prisma')
const ENGINE_DIR = join(MODULES, '@prisma', 'schema-engine-wasm')

export async function newMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Name the migration in small letters: npm run db:migrate -- add_phone')
  }
  const after = readFileSync(SCHEMA, 'utf8')
  const sql = await difference(after)
  await end()
  if (sql === null) return say('The schema has not changed since the last migration.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const file = join(MIGRATIONS_DIR, `${stamp}_${name}`, 'migration.sql')
  writeWhole(file, sql)
  writeWhole(MIGRATED_SCHEMA, after)
  say(`Written: ${relative(ROOT, file)}`)
}

async function difference(after) {
  const { home, close } = await openTemporary()
  atEnd(close)
  const engine = await openEngine(after, urlOf(home, 'postgres'))
  const { stdout } = await engine.diff({
    from: existsSync(MIGRATED_SCHEMA) ? schemaOf(readFileSync(MIGRATED_SCHEMA, 'utf8')) : { tag: 'empty' },
    to: schemaOf(after),
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const isEmpty = stdout === undefined || stdout.trim() === '' || stdout.includes('This is an empty migration')
  return isEmpty ? null : stdout
}

function schemaOf(content) {
  return { tag: 'schemaDatamodel', files: [{ path: 'prisma/schema.prisma', content }] }
}

/** The package hides these two files from import by name, hence the paths. The engine wants a database to be there. */
async function openEngine(schema, connectionString) {
  const module = await import(pathToFileURL(join(ENGINE_DIR, 'schema_engine_bg.js')).href)
  const wasm = readFileSync(join(ENGINE_DIR, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': module })
  module.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const adapter = new PrismaPg({ connectionString }, { schema: 'public' })
  const factory = bindMigrationAwareSqlAdapterFactory(adapter)
  return module.SchemaEngine.new({ datamodels: [['prisma/schema.prisma', schema]] }, () => undefined, factory)
}
