/** A database server of its own for one run, gone afterwards; tests do without durability, benches do not. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { temporaryHome } from './data-home.mjs'
import { createCluster, startPostgres } from './postgres.mjs'

export async function openTemporary({ isDurable = false } = {}) {
  const home = { ...temporaryHome([tmpdir(), '/tmp', '/var/tmp', '/var/lib']), durable: isDurable }
  const discard = () => rmSync(home.dir, { recursive: true, force: true, maxRetries: 3 })
  try {
    createCluster(home)
    const postgres = await startPostgres(home)
    const close = async () => {
      await postgres.stop()
      discard()
    }
    return { home, close }
  } catch (error) {
    discard()
    throw error
  }
}
