import 'server-only'
import { ReportInput } from '@/cases/api/report-views'
import { dueAt } from '@/cases/deadlines'
import type { FailureCode } from '@/cases/failure'
import { recordAudit } from '../audit/record-audit'
import { requireFreshSignIn } from '../auth/fresh-sign-in'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case } from '../db/generated/client'
import { AppError } from '../errors'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { leaseUntil, requireHolder, resultOf } from './hold'
import { openIfClaimed } from './open-case'
import { draftTexts, signedContent } from './report-content'
import { saveVersion, signVersion } from './report-version'

/**
 * Saves the report, or signs it. A draft is overwritten in place and makes no event; a signed version is
 * final (the database refuses a change). Without an earlier verdict the signature is the first recommendation.
 */
export async function writeReport(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'case.read-ecg')
  const input = ReportInput.parse(rawInput)
  try {
    return await saveOrSign(ctx, caseId, input)
  } catch (error) {
    if (error instanceof AppError && KEEPS_TEXT.includes(error.code)) await keepAsDraft(ctx, caseId, input)
    throw error
  }
}

const KEEPS_TEXT: readonly FailureCode[] = ['not_holder', 'conflict']

/** A holder whose claim has ended loses the case, never his text: it stays as his own unsigned version. */
async function keepAsDraft(ctx: Context, caseId: string, input: ReportInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    const isHolder = found.readerId === ctx.actor.userId && (input.fence ?? found.fence) === found.fence
    if (isHolder || !(await hasHeld(tx, ctx, caseId)) || (await isKept(tx, ctx, caseId, input))) return
    const version = await saveVersion(tx, ctx, caseId, draftTexts(wordsOf(input)))
    await recordAudit(tx, ctx, {
      action: 'report.keep-draft',
      entityType: 'case',
      entityId: caseId,
      detail: { version },
    })
  })
}

async function hasHeld(tx: Tx, ctx: Context, caseId: string): Promise<boolean> {
  const claims = await tx.caseEvent.count({
    where: {
      caseId,
      type: { in: ['claim', 'hand_over'] },
      detail: { path: ['readerId'], equals: ctx.actor.userId },
    },
  })
  return claims > 0
}

/** The second of two clicks is refused too, and has nothing new to keep. */
async function isKept(tx: Tx, ctx: Context, caseId: string, input: ReportInput): Promise<boolean> {
  const { conclusion, recommendation } = draftTexts(wordsOf(input))
  const same = { caseId, byId: ctx.actor.userId, conclusion, recommendation }
  return (await tx.report.count({ where: same })) > 0
}

async function saveOrSign(ctx: Context, caseId: string, input: ReportInput) {
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state === 'CLAIMED' ? 'IN_REVIEW' : found.state, input.sign ? 'sign_report' : 'save_report')
    requireHolder(ctx, found, input.fence)
    await refuseAfterSignature(tx, found)
    const opened = await openIfClaimed(tx, ctx, found)
    const now = ctx.now()
    if (!input.sign) {
      await saveVersion(tx, ctx, caseId, draftTexts(wordsOf(input)))
      const isReading = opened.state === 'IN_REVIEW'
      const kept = isReading
        ? await tx.case.update({ where: { id: caseId }, data: { leaseUntil: leaseUntil(found.class, now) } })
        : opened
      return resultOf(kept, now)
    }
    await requireFreshSignIn(tx, ctx)
    const version = await signVersion(tx, ctx, caseId, await signedContent(tx, ctx, opened, wordsOf(input)))
    const isFirstWord = opened.answeredAt === null
    const signed = await moveCase(tx, ctx, opened, {
      event: 'sign_report',
      change: {
        leaseUntil: null,
        ...(isFirstWord ? { answeredAt: now, acknowledgeDueAt: dueAt('acknowledge', found.class, now) } : {}),
      },
      detail: { version },
    })
    return resultOf(signed, now)
  })
}

/** One signed report an answer: after it, only an amendment with a reason changes what was said. */
async function refuseAfterSignature(tx: Tx, found: Case): Promise<void> {
  if (found.answeredAt === null) return
  const signed = await tx.report.findFirst({ where: { caseId: found.id, signedAt: { gte: found.answeredAt } } })
  if (signed) throw new AppError('conflict', 'The report is signed already.')
}

/** What is kept of it: the words, or the codes. */
function wordsOf(input: ReportInput) {
  if ('structure' in input) return { structure: input.structure }
  const { conclusion, recommendation } = input
  return { conclusion, recommendation }
}
