import 'server-only'
import type { ReportContent } from '@/cases/report/content'
import type { ReportStructure } from '@/cases/report/structure'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import { Prisma } from '../db/generated/client'
import { pinCalipers } from './case-calipers'
import { reportHash } from './report-content'

type Said = {
  readonly conclusion: string
  readonly recommendation: string
  readonly structure: ReportStructure | null
}
type Amendment = {
  readonly amends: number
  readonly amendKind: string
  readonly amendReason: string
  readonly amendGrade: string
}

/** Keeps a draft; answers its version. A draft of another reader stays his: this one starts a version of its own. */
export async function saveVersion(tx: Tx, ctx: Context, caseId: string, said: Said): Promise<number> {
  const { id, version } = await ownVersion(tx, ctx, caseId)
  const data = { ...columnsOf(said), byId: ctx.actor.userId, savedAt: ctx.now() }
  if (id === null) await tx.report.create({ data: { caseId, version, ...data } })
  else await tx.report.update({ where: { id }, data })
  return version
}

/** Freezes a version under its hash, with the calipers that it rests on; answers its number. */
export async function signVersion(
  tx: Tx,
  ctx: Context,
  caseId: string,
  said: Said & { readonly content: ReportContent },
  amendment: Amendment | null = null,
): Promise<number> {
  const { id, version } = await ownVersion(tx, ctx, caseId)
  const now = ctx.now()
  const byId = ctx.actor.userId
  const hash = reportHash({ ...said, caseId, version, byId, signedAt: now, amends: amendment?.amends ?? null })
  const data = { ...columnsOf(said), content: said.content, hash, byId, savedAt: now, signedAt: now, ...amendment }
  if (id === null) await tx.report.create({ data: { caseId, version, ...data } })
  else await tx.report.update({ where: { id }, data })
  await pinCalipers(tx, caseId, version)
  return version
}

/** The unsigned version of this person, if it is the newest; else the next number. */
async function ownVersion(tx: Tx, ctx: Context, caseId: string): Promise<{ id: string | null; version: number }> {
  const last = await tx.report.findFirst({ where: { caseId }, orderBy: { version: 'desc' } })
  const isOwn = last !== null && last.signedAt === null && last.byId === ctx.actor.userId
  return isOwn ? { id: last.id, version: last.version } : { id: null, version: (last?.version ?? 0) + 1 }
}

function columnsOf({ conclusion, recommendation, structure }: Said) {
  return { conclusion, recommendation, structure: structure ?? Prisma.DbNull }
}
