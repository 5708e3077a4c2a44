import 'server-only'
import { EmptyInput } from '@/cases/api/inputs'
import { nextState } from '@/cases/case-state'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { keepPresence } from '../duty/presence'
import { AppError } from '../errors'
import { lockCase, moveCase } from './case-scope'
import { heldBy, isLeased, leaseUntil, resultOf } from './hold'

/** Takes the case to read it. One winner; who holds it already gets it again with a new lease. */
export async function claimCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  EmptyInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const now = ctx.now()
    if (isLeased(found) && found.readerId === ctx.actor.userId) {
      const held = await tx.case.update({ where: { id: caseId }, data: { leaseUntil: leaseUntil(found.class, now) } })
      await keepPresence(tx, ctx)
      return resultOf(held, now)
    }
    if (isLeased(found)) throw new AppError('already_claimed', 'Another reader has this case.')
    return takeCase(tx, ctx, found)
  })
}

/** The free, locked case becomes the actor's. */
export async function takeCase(tx: Tx, ctx: Context, found: Case) {
  if (!nextState(found.state, 'claim'))
    throw new AppError('conflict', `This is not possible while the case is ${found.state}.`)
  const now = ctx.now()
  await keepPresence(tx, ctx)
  const claimed = await moveCase(tx, ctx, found, {
    event: 'claim',
    change: heldBy(ctx.actor.userId, found, now),
    // The class at this moment: "next case" counts the last claims by it.
    detail: { readerId: ctx.actor.userId, class: found.class },
  })
  return resultOf(claimed, now)
}
