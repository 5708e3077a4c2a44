import 'server-only'
import { AcknowledgeInput } from '@/cases/api/inputs'
import { nextState } from '@/cases/case-state'
import { dueAt } from '@/cases/deadlines'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import { lockCase, moveCase, recordEvent } from './case-scope'
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
    const owes = isUnderstood && (await confirmVersion(tx, ctx, caseId))
    if (owes && nextState(found.state, 'acknowledge') === null) {
      await recordEvent(tx, ctx, found, { type: 'confirm_amendment' })
      await recordAudit(tx, ctx, { action: 'report.confirm', entityType: 'case', entityId: caseId })
      return resultOf(found, now)
    }
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

/** A report was amended after this person had read it: each confirms the new version for himself. */
async function confirmVersion(tx: Tx, ctx: Context, caseId: string): Promise<boolean> {
  const { count } = await tx.reportReader.updateMany({
    where: { caseId, userId: ctx.actor.userId, confirmedAt: null },
    data: { confirmedAt: ctx.now() },
  })
  return count > 0
}
