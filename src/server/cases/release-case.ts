import 'server-only'
import { ReleaseInput } from '@/cases/api/inputs'
import type { CaseState } from '@/cases/case-state'
import { type Context, inTransaction, requirePermission, systemContext } from '../context'
import type { Db, Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { requireHolder, resultOf } from './hold'

/** Gives the case back to the queue, at its old place: the clock since receipt goes on. */
export async function releaseCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { reason } = ReleaseInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'release')
    requireHolder(ctx, found)
    return resultOf(await backToQueue(tx, ctx, found, { event: 'release', reason: reason ?? 'released' }), ctx.now())
  })
}

/** States that end by themselves when `leaseUntil` has passed, by which event, and why. */
const OVERDUE = {
  CLAIMED: { event: 'release', reason: 'lease_expired' },
  IN_REVIEW: { event: 'release', reason: 'lease_expired' },
  RETURNED_FOR_REPEAT: { event: 'cannot_repeat', reason: 'repeat_overdue' },
} as const

/**
 * Every held case whose reader gave no sign of life, and every repeat that did not come, goes back to the queue;
 * the worker calls this every two seconds. Answers how many.
 */
export async function releaseExpired(database: Db, now: () => Date): Promise<number> {
  const ctx = systemContext(database, now)
  const expired = await database.case.findMany({
    where: { state: { in: ['CLAIMED', 'IN_REVIEW', 'RETURNED_FOR_REPEAT'] }, leaseUntil: { lt: now() } },
    select: { id: true },
  })
  let count = 0
  for (const { id } of expired) {
    await inTransaction(ctx, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${id}::uuid FOR UPDATE`
      const found = await tx.case.findUnique({ where: { id } })
      // A heartbeat, a release, an answer or the repeat may have come in between.
      if (!found?.leaseUntil || found.leaseUntil > now() || !isTimed(found.state)) return
      await backToQueue(tx, ctx, found, OVERDUE[found.state])
      count += 1
    })
  }
  return count
}

function isTimed(state: CaseState): state is keyof typeof OVERDUE {
  return state in OVERDUE
}

type Return = { readonly event: 'release' | 'cannot_repeat'; readonly reason: string }

async function backToQueue(tx: Tx, ctx: Context, found: Case, { event, reason }: Return): Promise<Case> {
  return moveCase(tx, ctx, found, {
    event,
    change: { readerId: null, claimedAt: null, leaseUntil: null },
    detail: { reason, readerId: found.readerId },
  })
}
