/**
 * What must happen without anybody pressing a key: cases whose reader fell silent go back to the queue, old
 * idempotency keys and failed sign-ins are forgotten, and the health page learns that this process lives.
 * Timers are rows in the database: a killed worker loses nothing, the next one finds what is due.
 */
import { releaseExpired } from '@/server/cases/release-case'
import { db } from '@/server/db/client'
import { beat } from '@/server/health/health'
import { forgetOldRows } from '@/server/health/housekeeping'
import { analyseMissing } from '@/server/recordings/analyse-missing'

const SWEEP_MS = 2000
const HOUSEKEEPING_MS = 600_000

let isStopping = false
let lastHousekeepingAt = 0
/** Uploads are measured at once; only what was stored before there was an engine is looked for, once at the start. */
let mayMissAnalyses = true
let wake = () => {}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    isStopping = true
    wake()
  })
}

while (!isStopping) {
  await sweep().catch((error: unknown) => console.error('worker: the sweep failed, next try in 2 s', error))
  await new Promise<void>((resolve) => {
    wake = resolve
    setTimeout(resolve, SWEEP_MS)
  })
}
await db().$disconnect()
process.exit(0)

async function sweep(): Promise<void> {
  const now = new Date()
  await beat('worker', now)
  await releaseExpired(db(), () => new Date())
  if (mayMissAnalyses) mayMissAnalyses = (await analyseMissing(db(), () => new Date())) > 0
  if (now.getTime() - lastHousekeepingAt < HOUSEKEEPING_MS) return
  lastHousekeepingAt = now.getTime()
  await forgetOldRows(db(), now)
}
