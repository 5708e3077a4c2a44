import 'server-only'
import { HeartbeatInput } from '@/cases/api/inputs'
import { dueAt, PAGE_CLOSED_MS, PAGE_SILENT_MS } from '@/cases/deadlines'
import { type Context, inTransaction, requirePermission } from '../context'
import { keepPresence } from '../duty/presence'
import { AppError } from '../errors'
import { lockCase } from './case-scope'
import { isLeased, requireHolder, resultOf } from './hold'

/**
 * A sign of life of the reader: the lease counts from the last time that the person touched anything, and the page
 * from now. No event and no audit row, it says nothing about the case.
 */
export async function heartbeatCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { fence, isPage, idleMs, isClosing } = HeartbeatInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    if (!isLeased(found)) throw new AppError('conflict', `The case is ${found.state}: nobody holds it.`)
    requireHolder(ctx, found, fence)
    const now = ctx.now()
    const fresh = dueAt('lease', found.class, new Date(now.getTime() - idleMs))
    const until = found.leaseUntil !== null && found.leaseUntil > fresh ? found.leaseUntil : fresh
    const seenAt = isClosing ? new Date(now.getTime() - PAGE_SILENT_MS + PAGE_CLOSED_MS) : now
    await keepPresence(tx, ctx)
    const kept = await tx.case.update({
      where: { id: caseId },
      data: { leaseUntil: until, ...(isPage || isClosing ? { pageSeenAt: seenAt } : {}) },
    })
    return resultOf(kept, now)
  })
}
