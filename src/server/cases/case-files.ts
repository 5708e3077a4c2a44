import 'server-only'
import { type CaseClass, moreUrgent } from '@/cases/values'
import type { Context } from '../context'
import type { Tx } from '../db/client'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'

const SELECT = {
  id: true,
  sha256: true,
  problemCode: true,
  recording: {
    select: {
      id: true,
      kind: true,
      inFile: true,
      recordedAt: true,
      recordedLocal: true,
      assessments: { select: { analysis: true, recordingClass: true }, orderBy: { createdAt: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.StoredFileSelect

/** What judging a case and warning about it need of its files. */
export type CaseFileFacts = Prisma.StoredFileGetPayload<{ select: typeof SELECT }>

/** Files of the sender's own facility; another facility's file is as good as none. */
export async function ownFiles(tx: Tx, ctx: Context, fileIds: readonly string[]): Promise<readonly CaseFileFacts[]> {
  if (fileIds.length === 0) return []
  const unique = [...new Set(fileIds)]
  const files = await tx.storedFile.findMany({
    where: { id: { in: unique }, facilityId: ctx.actor.facilityId ?? '' },
    select: SELECT,
  })
  if (files.length === unique.length) return files
  throw new AppError('invalid_input', 'A file is not there. Upload it again.', [
    { path: 'fileIds', code: 'file_unknown' },
  ])
}

/** The class that the ECGs alone would give: URGENT for one that nothing analysed, ROUTINE while there is none. */
export function classOfFiles(files: readonly CaseFileFacts[]): CaseClass {
  const classes = files.map((file) => file.recording?.assessments[0]?.recordingClass ?? 'URGENT')
  return classes.reduce<CaseClass>(moreUrgent, 'ROUTINE')
}

/** Every file that a case has. */
export async function filesOfCase(tx: Tx, caseId: string): Promise<readonly CaseFileFacts[]> {
  return tx.storedFile.findMany({ where: { cases: { some: { caseId } } }, select: SELECT })
}

/** Ties files to a case; a file that is tied already stays as it is. */
export async function attachFiles(
  tx: Tx,
  ctx: Context,
  caseId: string,
  files: readonly CaseFileFacts[],
): Promise<void> {
  if (files.length === 0) return
  const addedAt = ctx.now()
  await tx.caseFile.createMany({
    data: files.map((file) => ({ caseId, fileId: file.id, addedAt, addedById: ctx.actor.userId })),
    skipDuplicates: true,
  })
}
