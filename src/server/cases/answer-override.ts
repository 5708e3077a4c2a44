import 'server-only'
import { AnswerOverrideInput } from '@/cases/api/report-views'
import { recordAudit } from '../audit/record-audit'
import { requireFreshSignIn } from '../auth/fresh-sign-in'
import { type Context, inTransaction, requirePermission } from '../context'
import { AppError } from '../errors'
import { lockCase, recordEvent } from './case-scope'
import { resultOf } from './hold'

/** The second of the two: another cardiologist than the one who asks, once, with a reason. */
export async function answerOverride(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const { overrideId, isAgreed, reason } = AnswerOverrideInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const asked = await tx.override.findFirst({ where: { id: overrideId, caseId } })
    if (!asked) throw new AppError('not_found', 'There is no such question in this case.')
    if (asked.answeredAt !== null) throw new AppError('conflict', 'This question is answered already.')
    if (asked.askedById === ctx.actor.userId)
      throw new AppError('forbidden', 'A second cardiologist answers, not the one who asks.')
    await requireFreshSignIn(tx, ctx)
    const now = ctx.now()
    await tx.override.update({
      where: { id: overrideId },
      data: { isAgreed, answer: reason, answeredById: ctx.actor.userId, answeredAt: now },
    })
    const detail = { overrideId, templateId: asked.templateId, isAgreed }
    await recordEvent(tx, ctx, found, { type: 'answer_override', detail })
    await recordAudit(tx, ctx, { action: 'report.answer-override', entityType: 'case', entityId: caseId, detail })
    return resultOf(found, now)
  })
}
