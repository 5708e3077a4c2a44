import 'server-only'
import { EmptyInput } from '@/cases/api/inputs'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { leaseUntil, requireHolder, resultOf } from './hold'

/** The trace was painted for the first time on the holder's screen. Opening again changes nothing. */
export async function openCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  EmptyInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    if (found.state !== 'IN_REVIEW') stateAfter(found.state, 'open')
    requireHolder(ctx, found)
    return resultOf(await openIfClaimed(tx, ctx, found), ctx.now())
  })
}

/** A verdict, a report or the samples show that the trace is seen: CLAIMED becomes IN_REVIEW in the same transaction. */
export async function openIfClaimed(tx: Tx, ctx: Context, found: Case): Promise<Case> {
  if (found.state !== 'CLAIMED') return found
  return moveCase(tx, ctx, found, { event: 'open', change: { leaseUntil: leaseUntil(found.class, ctx.now()) } })
}
