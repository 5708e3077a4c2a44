/**
 * What must happen without anybody pressing a key: cases whose reader fell silent go back to the queue, waiting cases
 * climb their ladders, long recordings get their overviews, committed events get their place in the log, old rows are forgotten, and the health page learns
 * that this process lives. Timers are rows in the database: a killed worker loses nothing, the next one finds what is due.
 */
import type { PgBoss } from 'pg-boss'
import { releaseExpired } from '@/server/cases/release-case'
import { db } from '@/server/db/client'
import { enqueueDueRungs, resendRungs } from '@/server/escalation/sweep'
import { watchDuty } from '@/server/escalation/watch-duty'
import { beat } from '@/server/health/health'
import { forgetOldRows } from '@/server/health/housekeeping'
import { enqueueWith, startBoss } from '@/server/jobs/boss'
import { runJobs } from '@/server/jobs/run-jobs'
import { placeEvents } from '@/server/realtime/event-log'
import { analyseMissing } from '@/server/recordings/analyse-missing'
import { enqueueOverviews } from '@/server/recordings/prepare-overview'

const SWEEP_MS = 2000
const HOUSEKEEPING_MS = 600_000

let isStopping = false
let lastHousekeepingAt = 0
/** Uploads are measured at once; only what was stored before there was an engine is looked for, once at the start. */
let mayMissAnalyses = true
const jobs: { boss: PgBoss | null } = { boss: null }
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
await jobs.boss?.stop({ graceful: true, timeout: 5000 })
await db().$disconnect()
process.exit(0)

async function sweep(): Promise<void> {
  const now = () => new Date()
  await beat('worker', now())
  await placeEvents(db())
  await releaseExpired(db(), now)
  await askForJobs(now)
  if (mayMissAnalyses) mayMissAnalyses = (await analyseMissing(db(), now)) > 0
  if (now().getTime() - lastHousekeepingAt < HOUSEKEEPING_MS) return
  lastHousekeepingAt = now().getTime()
  await forgetOldRows(db(), now())
}

async function askForJobs(now: () => Date): Promise<void> {
  await watchDuty(db(), now())
  if (jobs.boss === null) {
    const boss = await startBoss()
    await runJobs(boss, db(), now)
    jobs.boss = boss
  }
  const enqueue = enqueueWith(jobs.boss)
  await enqueueDueRungs(db(), now, enqueue)
  await resendRungs(db(), now, enqueue)
  await enqueueOverviews(db(), now, enqueue)
}
