import 'server-only'
import { recordAudit } from '../audit/record-audit'
import { visibleCases } from '../cases/case-scope'
import { type Context, requirePermission } from '../context'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { postgresStore } from './postgres-store'

/** A file of one's own facility, or of a case that one may see. */
export function visibleFiles(ctx: Context): Prisma.StoredFileWhereInput {
  const inCases: Prisma.StoredFileWhereInput = { cases: { some: { case: visibleCases(ctx) } } }
  return ctx.actor.facilityId !== null && ctx.actor.role === 'nurse'
    ? { OR: [{ facilityId: ctx.actor.facilityId }, inCases] }
    : inCases
}

/** The original bytes, piece by piece and bit for bit; the look is audited. */
export async function openFile(ctx: Context, fileId: string) {
  requirePermission(ctx, 'file.read')
  const file = await ctx.db.storedFile.findFirst({
    where: { AND: [{ id: fileId }, visibleFiles(ctx)] },
    select: { name: true, sha256: true, recording: { select: { mediaType: true, format: true, kind: true } } },
  })
  const content = file ? await postgresStore(ctx.db).open(file.sha256) : null
  if (!file || !content) throw new AppError('not_found', 'There is no such file, or it is not yours to see.')
  await recordAudit(ctx.db, ctx, { action: 'file.read', entityType: 'file', entityId: fileId })
  return { ...content, name: file.name, recording: file.recording }
}
