import 'server-only'
import { ReviewFindingInput } from '@/cases/api/inputs'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { findingsOf } from './case-findings'
import { lockSentCase, recordEvent } from './case-scope'
import { resultOf } from './hold'

/** A cardiologist agrees or disagrees with a finding. It changes no class: the person says the class, the finding keeps its own. */
export async function reviewFinding(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'finding.review')
  const { recordingId, findingId, isAgreed, reason } = ReviewFindingInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockSentCase(tx, ctx, caseId)
    const finding = (await findingsOf(tx, caseId))
      .find((one) => one.recordingId === recordingId)
      ?.findings.find((one) => one.id === findingId && (one.status === 'met' || one.status === 'borderline'))
    if (!finding) throw new AppError('not_found', 'There is no such finding on this recording.')
    await tx.findingReview.create({
      data: {
        caseId,
        recordingId,
        findingId,
        version: finding.version,
        isAgreed,
        reason: reason ?? null,
        byId: ctx.actor.userId,
        at: ctx.now(),
      },
    })
    await recordEvent(tx, ctx, found, { type: 'review_finding', detail: { recordingId, findingId, isAgreed } })
    await recordAudit(tx, ctx, {
      action: 'finding.review',
      entityType: 'case',
      entityId: caseId,
      detail: { recordingId, findingId, isAgreed },
    })
    return resultOf(found, ctx.now())
  })
}
