import 'server-only'
import { ReleaseInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission, systemContext } from '../context'
import type { Db, Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { isLeased, requireHolder, resultOf } from './hold'

/** Gives the case back to the queue, at its old place: the clock since receipt goes on. */
export async function releaseCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { reason } = ReleaseInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'release')
    requireHolder(ctx, found)
    return resultOf(await backToQueue(tx, ctx, found, reason ?? 'released'), ctx.now())
  })
}

/** Every held case whose reader gave no sign of life goes back; the worker calls this every two seconds. Answers how many. */
export async function releaseExpired(database: Db, now: () => Date): Promise<number> {
  const ctx = systemContext(database, now)
  const expired = await database.case.findMany({
    where: { state: { in: ['CLAIMED', 'IN_REVIEW'] }, leaseUntil: { lt: now() } },
    select: { id: true },
  })
  let count = 0
  for (const { id } of expired) {
    await inTransaction(ctx, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${id}::uuid FOR UPDATE`
      const found = await tx.case.findUnique({ where: { id } })
      // A heartbeat, a release or an answer may have come in between.
      if (!found || !isLeased(found) || !found.leaseUntil || found.leaseUntil > now()) return
      await backToQueue(tx, ctx, found, 'lease_expired')
      count += 1
    })
  }
  return count
}

async function backToQueue(tx: Tx, ctx: Context, found: Case, reason: string): Promise<Case> {
  return moveCase(tx, ctx, found, {
    event: 'release',
    change: { readerId: null, claimedAt: null, leaseUntil: null },
    detail: { reason, readerId: found.readerId },
  })
}
