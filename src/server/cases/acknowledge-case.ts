import 'server-only'
import { AcknowledgeInput } from '@/cases/api/inputs'
import { dueAt } from '@/cases/deadlines'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockCase, moveCase } from './case-scope'
import { resultOf } from './hold'

/**
 * The facility read the answer back. "Cannot" is not done: the case goes to the queue again with its class,
 * and a new recommendation is due in the class's target time.
 */
export async function acknowledgeCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.acknowledge')
  const { response, reason } = AcknowledgeInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const now = ctx.now()
    const isUnderstood = response === 'understood'
    const moved = await moveCase(tx, ctx, found, {
      event: isUnderstood ? 'acknowledge' : 'cannot_do',
      change: isUnderstood
        ? { acknowledgedAt: now }
        : {
            acknowledgedAt: now,
            readerId: null,
            claimedAt: null,
            leaseUntil: null,
            answeredAt: null,
            acknowledgeDueAt: null,
            pageSeenAt: null,
            clockStartedAt: now,
            openDueAt: dueAt('open', found.class, now),
            answerDueAt: dueAt('answer', found.class, now),
          },
      detail: { response, reason: reason ?? null },
    })
    return resultOf(moved, now)
  })
}
