import 'server-only'
import { ReleaseInput } from '@/cases/api/inputs'
import { PAGE_SILENT_MS } from '@/cases/deadlines'
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

/** What a case in these states is given back for when its time is over, and by which event. */
function overdueOf(found: Case, now: Date): Return | null {
  const isOver = found.leaseUntil !== null && found.leaseUntil < now
  if (found.state === 'RETURNED_FOR_REPEAT') return isOver ? { event: 'cannot_repeat', reason: 'repeat_overdue' } : null
  if (found.state !== 'CLAIMED' && found.state !== 'IN_REVIEW') return null
  if (isOver) return { event: 'release', reason: 'lease_expired' }
  const isPageGone = found.pageSeenAt !== null && now.getTime() - found.pageSeenAt.getTime() > PAGE_SILENT_MS
  return isPageGone ? { event: 'release', reason: 'page_closed' } : null
}

/**
 * Every held case whose reader gave no sign of life or whose page is gone, and every repeat that did not come, goes
 * back to the queue; the worker calls this every two seconds. Answers how many.
 */
export async function releaseExpired(database: Db, now: () => Date): Promise<number> {
  const ctx = systemContext(database, now)
  const expired = await database.case.findMany({
    where: {
      state: { in: ['CLAIMED', 'IN_REVIEW', 'RETURNED_FOR_REPEAT'] },
      OR: [{ leaseUntil: { lt: now() } }, { pageSeenAt: { lt: new Date(now().getTime() - PAGE_SILENT_MS) } }],
    },
    select: { id: true },
  })
  let count = 0
  for (const { id } of expired) {
    await inTransaction(ctx, async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${id}::uuid FOR UPDATE`
      const found = await tx.case.findUnique({ where: { id } })
      // A heartbeat, a release, an answer or the repeat may have come in between.
      const overdue = found && overdueOf(found, now())
      if (!found || !overdue) return
      await backToQueue(tx, ctx, found, overdue)
      count += 1
    })
  }
  return count
}

type Return = { readonly event: 'release' | 'cannot_repeat'; readonly reason: string }

async function backToQueue(tx: Tx, ctx: Context, found: Case, { event, reason }: Return): Promise<Case> {
  return moveCase(tx, ctx, found, {
    event,
    change: { readerId: null, claimedAt: null, leaseUntil: null, pageSeenAt: null },
    detail: { reason, readerId: found.readerId },
  })
}
