import 'server-only'
import { EmptyInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { lockCase } from './case-scope'
import { isLeased, leaseUntil, requireHolder, resultOf } from './hold'

/** A sign of life of the reader: the lease starts anew. No event and no audit row, it says nothing about the case. */
export async function heartbeatCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  EmptyInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    if (!isLeased(found)) throw new AppError('conflict', `The case is ${found.state}: nobody holds it.`)
    requireHolder(ctx, found)
    const now = ctx.now()
    return resultOf(
      await tx.case.update({ where: { id: caseId }, data: { leaseUntil: leaseUntil(found.class, now) } }),
      now,
    )
  })
}
