import 'server-only'
import { type DoneRung, LADDERS, rungsLeft } from '@/cases/ladder'
import { type Context, inTransaction, systemContext } from '../context'
import type { Db, Tx } from '../db/client'
import { Prisma } from '../db/generated/client'
import type { Enqueue } from '../jobs/boss'
import { WAITING } from './ladder-columns'
import { ladderOf } from './region-ladder'

const BATCH = 200
/** A job that has not run by then died with its worker, or was never seen: it is sent again, and runs once all the same. */
const RESEND_MS = 3000

/**
 * Every rung that is due becomes a row, unique for its case, ladder, clock and step, and a job in the same transaction.
 * The worker calls this at its start and every two seconds. Answers how many rungs were enqueued.
 */
export async function enqueueDueRungs(database: Db, now: () => Date, enqueue: Enqueue): Promise<number> {
  const ctx = systemContext(database, now)
  let count = 0
  for (;;) {
    const { looked, enqueued } = await inTransaction(ctx, (tx) => enqueueBatch(tx, ctx, enqueue))
    count += enqueued
    if (looked < BATCH) return count
  }
}

async function enqueueBatch(tx: Tx, ctx: Context, enqueue: Enqueue): Promise<{ looked: number; enqueued: number }> {
  const now = ctx.now()
  // A case that a verb is just changing is left to the next sweep: the verb computes its next rung itself.
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM referral_case WHERE next_rung_at <= ${now}::timestamptz
    ORDER BY next_rung_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
  const ids = locked.map(({ id }) => id)
  if (ids.length === 0) return { looked: 0, enqueued: 0 }
  const cases = await tx.case.findMany({
    where: { id: { in: ids } },
    select: { id: true, regionCode: true, ...WAITING },
  })
  const done = await doneRungs(tx, ids)
  const ladders = new Map(
    await Promise.all(
      [...new Set(cases.map((one) => one.regionCode))].map(async (code) => [code, await ladderOf(tx, code)] as const),
    ),
  )
  const plans = cases.map((one) => {
    const ladder = ladders.get(one.regionCode)
    const left = ladder ? rungsLeft(one, ladder, done.get(one.id) ?? []) : []
    return {
      id: one.id,
      due: left.filter(({ dueAt }) => dueAt <= now),
      next: left.find(({ dueAt }) => dueAt > now)?.dueAt ?? null,
    }
  })
  const created = await tx.escalation.createManyAndReturn({
    data: plans.flatMap(({ id, due }) =>
      due.map(({ ladder, step, action, since, dueAt }) => ({
        caseId: id,
        ladder,
        step,
        action,
        since,
        dueAt,
        queuedAt: now,
      })),
    ),
    select: { id: true },
    skipDuplicates: true,
  })
  await enqueue(
    tx,
    'run-rung',
    created.map(({ id }) => ({ escalationId: id })),
  )
  await setNextRungs(tx, plans)
  return { looked: ids.length, enqueued: created.length }
}

async function doneRungs(tx: Tx, caseIds: string[]): Promise<ReadonlyMap<string, DoneRung[]>> {
  const rows = await tx.escalation.findMany({
    where: { caseId: { in: caseIds } },
    select: { caseId: true, ladder: true, step: true, since: true },
  })
  const done = new Map<string, DoneRung[]>()
  for (const { caseId, ladder, step, since } of rows) {
    const known = LADDERS.find((one) => one === ladder)
    if (known) done.set(caseId, [...(done.get(caseId) ?? []), { ladder: known, step, since }])
  }
  return done
}

async function setNextRungs(tx: Tx, plans: readonly { id: string; next: Date | null }[]): Promise<void> {
  const rows = plans.map(({ id, next }) => Prisma.sql`(${id}::uuid, ${next}::timestamptz)`)
  await tx.$executeRaw`
    UPDATE referral_case SET next_rung_at = plan.next FROM (VALUES ${Prisma.join(rows)}) AS plan (id, next)
    WHERE referral_case.id = plan.id`
}

/** Rungs whose job did not run in time are sent again: a rung runs once, however often it is asked for. */
export async function resendRungs(database: Db, now: () => Date, enqueue: Enqueue): Promise<number> {
  const ctx = systemContext(database, now)
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM escalation
      WHERE ran_at IS NULL AND skipped_at IS NULL AND queued_at < ${new Date(now().getTime() - RESEND_MS)}::timestamptz
      ORDER BY queued_at LIMIT 1000 FOR UPDATE SKIP LOCKED`
    const ids = rows.map(({ id }) => id)
    await tx.escalation.updateMany({ where: { id: { in: ids } }, data: { queuedAt: now() } })
    await enqueue(
      tx,
      'run-rung',
      ids.map((escalationId) => ({ escalationId })),
    )
    return ids.length
  })
}
