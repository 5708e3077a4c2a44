import 'server-only'
import { CancelInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { AppError } from '../errors'
import { lockCase, moveCase, recordEvent, stateAfter } from './case-scope'
import { isLeased, resultOf } from './hold'

/**
 * Ends a case that nobody has answered. The facility cancels its own; an emergency, or a case that somebody
 * reads, waits until the reader or the coordinator confirms, so that no wrong tap makes it vanish.
 */
export async function cancelCase(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.cancel')
  const { reason, note } = CancelInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'cancel')
    const isFacility = ctx.actor.role === 'nurse'
    const request = await cancelRequestOf(tx, caseId)
    const now = ctx.now()
    if (isFacility && needsConfirmation(found)) {
      if (!request) {
        await recordEvent(tx, ctx, found, { type: 'request_cancel', detail: { reason, note: note ?? null } })
        await recordAudit(tx, ctx, {
          action: 'case.request-cancel',
          entityType: 'case',
          entityId: caseId,
          detail: { reason },
        })
      }
      return resultOf(found, now, { isCancelRequested: true })
    }
    if (!isFacility && !request) throw new AppError('conflict', 'The facility has not asked to cancel this case.')
    if (ctx.actor.role === 'cardiologist' && isLeased(found) && found.readerId !== ctx.actor.userId) {
      throw new AppError('not_holder', 'Another reader holds this case.')
    }
    const ended = await moveCase(tx, ctx, found, {
      event: 'cancel',
      change: { endedAt: now, leaseUntil: null, draft: {} },
      detail: { reason, note: note ?? null },
    })
    return resultOf(ended, now)
  })
}

function needsConfirmation(found: Case): boolean {
  return found.state !== 'DRAFT' && (found.class === 'EMERGENT' || isLeased(found))
}

async function cancelRequestOf(tx: Tx, caseId: string) {
  return tx.caseEvent.findFirst({ where: { caseId, type: 'request_cancel' }, orderBy: { seq: 'desc' } })
}
