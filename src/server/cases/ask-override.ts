import 'server-only'
import { AskOverrideInput } from '@/cases/api/report-views'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { lockCase, recordEvent, stateAfter } from './case-scope'
import { requireHolder, resultOf } from './hold'

/** The reader wants what the protocol forbids: a second cardiologist is asked, with the reason. */
export async function askOverride(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { templateId, blockers, reason, fence } = AskOverrideInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state === 'CLAIMED' ? 'IN_REVIEW' : found.state, 'sign_report')
    requireHolder(ctx, found, fence)
    const now = ctx.now()
    const { id } = await tx.override.create({
      data: { caseId, templateId, blockers, reason, askedById: ctx.actor.userId, askedAt: now },
    })
    const detail = { overrideId: id, templateId }
    await recordEvent(tx, ctx, found, { type: 'ask_override', detail })
    await recordAudit(tx, ctx, { action: 'report.ask-override', entityType: 'case', entityId: caseId, detail })
    return resultOf(found, now)
  })
}
