import 'server-only'
import { HandOverInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { AppError } from '../errors'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { heldBy, requireHolder, resultOf } from './hold'

/**
 * The case goes to a named reader, who holds it from now on under a lease of his own; unless he gives a sign it goes
 * back to the queue. The holder hands on what he reads, the coordinator any case that waits or is read.
 */
export async function handOver(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.hand-over')
  const { toUserId, note } = HandOverInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'hand_over')
    if (ctx.actor.role !== 'coordinator') requireHolder(ctx, found)
    await requireReader(tx, found, toUserId)
    const now = ctx.now()
    const moved = await moveCase(tx, ctx, found, {
      event: 'hand_over',
      change: heldBy(toUserId, found, now),
      detail: { fromUserId: found.readerId, readerId: toUserId, class: found.class, note: note ?? null },
    })
    return resultOf(moved, now)
  })
}

async function requireReader(tx: Tx, found: Case, userId: string): Promise<void> {
  const fail = (message: string) => new AppError('invalid_input', message, [{ path: 'toUserId', code: 'not_a_reader' }])
  if (userId === found.readerId) throw fail('This reader holds the case already.')
  const regions = [found.regionCode, ...(found.poolRegionCode === null ? [] : [found.poolRegionCode])]
  const reader = await tx.membership.findFirst({
    where: {
      userId,
      role: 'cardiologist',
      user: { isActive: true },
      regions: { some: { regionCode: { in: regions } } },
    },
  })
  if (!reader) throw fail('This person reads no cases of the region.')
}
