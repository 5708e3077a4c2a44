import { describe, expect, it } from 'vitest'
import type { Db } from '@/server/db/client'
import { enqueueDueRungs, resendRungs } from '@/server/escalation/sweep'
import { enqueueWith, startBoss } from '@/server/jobs/boss'
import { runJobs } from '@/server/jobs/run-jobs'
import { sendCase } from '../../support/cases'
import { NOON, ownDatabase } from '../../support/database'
import { makeCast } from '../../support/people'

const LATE = () => new Date(NOON.getTime() + 3_600_000)
const CASES = 12

/** Until every rung that was asked for has run or was skipped. */
async function settled(db: Db): Promise<void> {
  while ((await db.escalation.count({ where: { ranAt: null, skippedAt: null } })) > 0)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

const eventsPerRung = (db: Db) => db.$queryRaw<{ most: number; rungs: number }[]>`
  SELECT max(count)::int AS most, count(*)::int AS rungs FROM (
    SELECT count(*) FROM case_event WHERE type = 'escalate' GROUP BY case_id, detail->>'ladder', detail->>'step') rung`

describe('rungs as jobs', () => {
  it(
    'run once each, though two workers sweep, a first one died and everything is asked for again',
    () =>
      ownDatabase(async (db, url) => {
        const cast = await makeCast(db)
        for (let index = 0; index < CASES; index += 1) await sendCase(cast.nurse, { emergency: true })
        // A worker that swept and was killed before any job ran: its jobs never reached the queue.
        await enqueueDueRungs(
          db,
          () => new Date(NOON.getTime() + 125_000),
          async () => undefined,
        )
        const bosses = await Promise.all([startBoss(url), startBoss(url)])
        try {
          for (const boss of bosses) await runJobs(boss, db, LATE)
          const sweeps = bosses.map(async (boss) => {
            const enqueue = enqueueWith(boss)
            await enqueueDueRungs(db, LATE, enqueue)
            await resendRungs(db, LATE, enqueue)
          })
          await Promise.all(sweeps)
          await resendRungs(db, () => new Date(LATE().getTime() + 5000), enqueueWith(bosses[0]))
          await settled(db)
          expect(await eventsPerRung(db)).toEqual([{ most: 1, rungs: CASES * 5 }])
        } finally {
          for (const boss of bosses) await boss.stop({ graceful: true, timeout: 2000 })
        }
      }),
    60_000,
  )

  it('are asked for only by what was committed', () =>
    ownDatabase(async (db, url) => {
      const cast = await makeCast(db)
      await sendCase(cast.nurse, { emergency: true })
      const boss = await startBoss(url)
      try {
        const undone = db.$transaction(async (tx) => {
          await enqueueDueRungs(tx, LATE, enqueueWith(boss))
          throw new Error('killed')
        })
        await expect(undone).rejects.toThrow('killed')
        expect(await db.escalation.count()).toBe(0)
        const [jobs] = await db.$queryRaw<
          { count: number }[]
        >`SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'run-rung'`
        expect(jobs?.count).toBe(0)
      } finally {
        await boss.stop({ graceful: false })
      }
    }))
})
