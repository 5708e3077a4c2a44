import 'server-only'
import { version } from '../../../package.json'
import { db } from '../db/client'

/** A worker that has been silent for this long is not working. */
const WORKER_SILENCE_MS = 15_000

export type Health = { status: 'ok' | 'failing'; database: 'ok' | 'failing'; worker: 'ok' | 'failing'; version: string }

export async function health(now = new Date()): Promise<Health> {
  const worker = await db()
    .heartbeat.findUnique({ where: { name: 'worker' } })
    .catch(() => 'no database' as const)
  const isDatabaseUp = worker !== 'no database'
  const isWorkerUp = isDatabaseUp && worker !== null && now.getTime() - worker.at.getTime() < WORKER_SILENCE_MS
  return {
    status: isDatabaseUp && isWorkerUp ? 'ok' : 'failing',
    database: isDatabaseUp ? 'ok' : 'failing',
    worker: isWorkerUp ? 'ok' : 'failing',
    version,
  }
}

export async function beat(name: string, now = new Date()): Promise<void> {
  await db().heartbeat.upsert({
    where: { name },
    create: { name, at: now, version },
    update: { at: now, version },
    select: { name: true },
  })
}
