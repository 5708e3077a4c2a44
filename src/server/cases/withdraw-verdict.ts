import 'server-only'
import { EmptyInput } from '@/cases/api/inputs'
import { UNDO_MS } from '@/cases/deadlines'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { leaseUntil, requireHolder, resultOf } from './hold'

/** A slip of the finger: within 10 s the author takes the verdict back, holds the case again, and both sides are told. */
export async function withdrawVerdict(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  EmptyInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'withdraw_verdict')
    requireHolder(ctx, found)
    const verdict = await tx.verdictEntry.findFirst({ where: { caseId, withdrawnAt: null }, orderBy: { at: 'desc' } })
    const now = ctx.now()
    if (!verdict || verdict.byId !== ctx.actor.userId || now.getTime() - verdict.at.getTime() > UNDO_MS) {
      throw new AppError('conflict', 'A verdict can be taken back for 10 seconds. Give a new one instead.')
    }
    await tx.verdictEntry.update({ where: { id: verdict.id }, data: { withdrawnAt: now } })
    const moved = await moveCase(tx, ctx, found, {
      event: 'withdraw_verdict',
      change: {
        leaseUntil: leaseUntil(found.class, now),
        claimedAt: found.claimedAt ?? now,
        answeredAt: null,
        acknowledgeDueAt: null,
      },
      detail: { verdict: verdict.verdict, verdictId: verdict.id },
    })
    return resultOf(moved, now)
  })
}
