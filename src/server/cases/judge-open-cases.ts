import 'server-only'
import { isEnded } from '@/cases/case-state'
import { recordAudit } from '../audit/record-audit'
import type { Context } from '../context'
import { ladderColumns } from '../escalation/ladder-columns'
import { recordEvent } from './case-scope'
import { clinicalOf, judgeAgain } from './judge-case'

/**
 * A file that cases hold has been read or measured anew: each of them that was sent and is not over is judged again, in
 * the caller's transaction.
 */
export async function judgeOpenCasesOf(ctx: Context, fileId: string): Promise<void> {
  const rows = await ctx.db.case.findMany({
    where: { submittedAt: { not: null }, patientId: { not: null }, files: { some: { fileId } } },
    select: { id: true, state: true },
  })
  for (const row of rows) if (!isEnded(row.state)) await judgeOpenCase(ctx, row.id)
}

async function judgeOpenCase(ctx: Context, caseId: string): Promise<void> {
  await ctx.db.$queryRaw`SELECT 1 FROM referral_case WHERE id = ${caseId}::uuid FOR UPDATE`
  const found = await ctx.db.case.findUniqueOrThrow({ where: { id: caseId } })
  const { judged, columns } = await judgeAgain(ctx.db, ctx, found, clinicalOf(found))
  const ladder = await ladderColumns(ctx.db, found, columns)
  const moved = await ctx.db.case.update({ where: { id: caseId }, data: { ...columns, ...ladder } })
  await recordEvent(ctx.db, ctx, moved, { type: 'analyse', detail: { class: judged.class, version: judged.version } })
  await recordAudit(ctx.db, ctx, { action: 'case.analyse', entityType: 'case', entityId: caseId })
}
