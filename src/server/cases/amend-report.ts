import 'server-only'
import { AmendReportInput } from '@/cases/api/report-views'
import { dueAt } from '@/cases/deadlines'
import { requireFreshSignIn } from '../auth/fresh-sign-in'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Tx } from '../db/client'
import type { Case, Report } from '../db/generated/client'
import { AppError } from '../errors'
import { lockCase, moveCase, stateAfter } from './case-scope'
import { resultOf } from './hold'
import { signedContent } from './report-content'
import { signVersion } from './report-version'

/**
 * Says again, with a reason, what was signed: a new version beside the old one, which stays as it was. The answer counts
 * as new: the case needs to be confirmed, by the facility and by everyone there who had read the old one.
 */
export async function amendReport(ctx: Context, caseId: string, rawInput: unknown) {
  requirePermission(ctx, 'report.amend')
  const input = AmendReportInput.parse(rawInput)
  return inTransaction(ctx, async (tx) => {
    const found = await lockCase(tx, ctx, caseId)
    stateAfter(found.state, 'amend_report')
    const before = await requireNewest(tx, ctx, caseId, input.amends)
    await requireFreshSignIn(tx, ctx)
    const { amends, kind, grade, reason, ...words } = input
    const version = await signVersion(tx, ctx, caseId, await signedContent(tx, ctx, found, words), {
      amends,
      amendKind: kind,
      amendReason: reason,
      amendGrade: grade,
    })
    const now = ctx.now()
    const readerIds = await keepReaders(tx, found, before, version)
    const moved = await moveCase(tx, ctx, found, {
      event: 'amend_report',
      change: {
        leaseUntil: null,
        answeredAt: now,
        acknowledgeDueAt: dueAt('acknowledge', found.class, now),
        acknowledgedAt: null,
        outcome: null,
        endedAt: null,
      },
      detail: { version, amends, kind, grade, reason, readerIds },
    })
    return resultOf(moved, now)
  })
}

/** The version that is amended is the newest signed one; its author amends it, or the coordinator of the region. */
async function requireNewest(tx: Tx, ctx: Context, caseId: string, amends: number): Promise<Report> {
  const newest = await tx.report.findFirst({
    where: { caseId, signedAt: { not: null } },
    orderBy: { version: 'desc' },
  })
  if (newest?.version !== amends) throw new AppError('conflict', 'Another version of the report is in force.')
  if (newest.byId !== ctx.actor.userId && ctx.actor.role !== 'coordinator')
    throw new AppError('forbidden', 'A report is amended by its author or by the coordinator.')
  return newest
}

/** Who of the facility has looked at the case or confirmed it since the old version was signed, or still owes a confirmation. */
async function keepReaders(tx: Tx, found: Case, before: Report, version: number): Promise<string[]> {
  const since = { gte: before.signedAt ?? before.savedAt }
  const [looks, confirmations, owing] = await Promise.all([
    tx.auditEvent.findMany({
      where: { action: 'case.read', entityId: found.id, facilityId: found.facilityId, actorRole: 'nurse', at: since },
      distinct: ['actorId'],
      select: { actorId: true },
    }),
    tx.caseEvent.findMany({
      where: { caseId: found.id, type: { in: ['acknowledge', 'cannot_do'] } },
      select: { actorId: true },
    }),
    tx.reportReader.findMany({ where: { caseId: found.id, confirmedAt: null }, select: { userId: true } }),
  ])
  const ids = [...[...looks, ...confirmations].map(({ actorId }) => actorId), ...owing.map(({ userId }) => userId)]
  const readerIds = [...new Set(ids.filter((id) => id !== null))]
  // What was owed for an older version is owed for this one now.
  await tx.reportReader.deleteMany({ where: { caseId: found.id, confirmedAt: null } })
  await tx.reportReader.createMany({ data: readerIds.map((userId) => ({ caseId: found.id, version, userId })) })
  return readerIds
}
