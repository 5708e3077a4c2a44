/** The Prisma client, generated when the schema or the packages have changed. */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED_DIR, MODULES, ROOT, SCHEMA } from './paths.mjs'
import { Refusal, step } from './say.mjs'
import { fingerprint, hasStamp, writeWhole } from './stamp.mjs'

const STAMP = join(GENERATED_DIR, '.stamp')

export async function generate() {
  if (!existsSync(SCHEMA)) return
  const wanted = fingerprint(ROOT, ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'])
  if (hasStamp(STAMP, wanted)) return
  await step('Database client', () => {
    rmSync(GENERATED_DIR, { recursive: true, force: true })
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(MODULES, 'prisma', 'build', 'index.js'), 'generate'],
      { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...WITHOUT_DOWNLOADS } },
    )
    if (status !== 0) throw new Refusal(`The database client could not be generated:\n${stdout}${stderr}`)
  })
  writeWhole(STAMP, wanted)
}

/** Generating never runs the schema engine; named so, Prisma does not try to fetch it. */
const WITHOUT_DOWNLOADS = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}
