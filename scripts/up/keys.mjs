/** The three secrets that no database holds. The embedded set-up makes its own; a real server is given them. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvFile } from './env-file.mjs'
import { hasCluster } from './postgres.mjs'
import { Refusal } from './say.mjs'
import { writeWhole } from './stamp.mjs'

const KEYS = ['YURAK_FILE_KEY', 'YURAK_PINFL_KEY', 'YURAK_SESSION_SECRET']

export function requireKeys(env) {
  const missing = KEYS.filter((name) => env[name] === undefined)
  if (missing.length === 0) return
  throw new Refusal(
    `DATABASE_URL is set, so ${missing.join(', ')} must be set too (32 random bytes each: openssl rand -base64 32).`,
  )
}

/** Keys of the embedded set-up, made once. A database whose keys are gone is not started with other ones. */
export function ownKeys(home, env) {
  const file = join(home.dir, 'keys.env')
  if (!existsSync(file)) {
    if (hasCluster(home)) throw new Refusal(`The database in ${home.dir} has lost its keys: put ${file} back.`)
    const lines = KEYS.map((name) => `${name}=${randomBytes(32).toString('base64')}\n`)
    writeWhole(file, lines.join(''), 0o600)
  }
  const stored = readEnvFile(file)
  return Object.fromEntries(KEYS.map((name) => [name, env[name] ?? stored[name]]))
}
