/** `npm run db:migrate -- NAME`: the SQL for what changed in prisma/schema.prisma, to be read before it is committed. */
import { relative } from 'node:path'
import { writeMigration } from './migrations.mjs'
import { ROOT } from './paths.mjs'
import { Refusal, say } from './say.mjs'

export async function newMigration(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Refusal('Name the migration in small letters: npm run db:migrate -- add_phone')
  }
  const file = await writeMigration(name, new Date())
  say(file === null ? 'The schema has not changed.' : `Written: ${relative(ROOT, file)}`)
  process.exit(0)
}
