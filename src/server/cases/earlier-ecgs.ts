import 'server-only'
import { z } from 'zod'
import type { EarlierEcgsResult } from '@/cases/api/views'
import { LONGEST_WHOLE_MS } from '@/ecg/long/long-limits'
import { recordAudit } from '../audit/record-audit'
import { type Context, requirePermission } from '../context'
import { AppError } from '../errors'
import { caseNumber } from './case-number'
import { visibleCases } from './case-scope'

const MOST = 50

/** Every other ECG of the patient that the reader may see, from whatever facility, newest first; the look is audited. */
export async function listEarlierEcgs(ctx: Context, caseId: string): Promise<EarlierEcgsResult> {
  requirePermission(ctx, 'file.read')
  if (!z.uuid().safeParse(caseId).success) throw new AppError('not_found', 'There is no such case.')
  const found = await ctx.db.case.findFirst({
    where: { AND: [{ id: caseId }, visibleCases(ctx)] },
    select: { patientId: true },
  })
  if (!found) throw new AppError('not_found', 'There is no such case, or it is not yours to see.')
  await recordAudit(ctx.db, ctx, { action: 'case.read', entityType: 'case', entityId: caseId })
  const files = await ctx.db.caseFile.findMany({
    where: {
      case: { AND: [visibleCases(ctx), found.patientId ? { patientId: found.patientId } : { id: caseId }] },
      // A longer one is not laid beside another: it is never held whole.
      file: { recording: { kind: 'waveform', durationMs: { lte: LONGEST_WHOLE_MS } } },
    },
    orderBy: { addedAt: 'desc' },
    take: MOST,
    select: {
      case: { select: { id: true, number: true, createdAt: true, facility: { select: { name: true } } } },
      file: {
        select: { uploadedAt: true, recording: { select: { id: true, recordedAt: true, isSynthetic: true } } },
      },
    },
  })
  return {
    items: files.flatMap(({ case: at, file }) =>
      file.recording
        ? [
            {
              recordingId: file.recording.id,
              caseId: at.id,
              number: caseNumber(at),
              facilityName: at.facility.name,
              at: (file.recording.recordedAt ?? file.uploadedAt).toISOString(),
              isSynthetic: file.recording.isSynthetic,
            },
          ]
        : [],
    ),
  }
}
