import 'server-only'
import { DescribeFileInput } from '@/cases/api/inputs'
import type { FileView } from '@/cases/api/views'
import { EcgFormatError } from '@/ecg/errors'
import type { SignalDescription } from '@/ecg/types'
import { recordAudit } from '../audit/record-audit'
import { judgeOpenCasesOf } from '../cases/judge-open-cases'
import { type Context, inTransaction, requirePermission } from '../context'
import { withoutUndefined } from '../db/without-undefined'
import { AppError } from '../errors'
import { assessmentRow } from '../recordings/assessment-row'
import { readAndAssess } from '../recordings/read-and-assess'
import { recordingRow } from '../recordings/recording-row'
import { readWhole } from './file-store'
import { fileView, WITH_READING } from './file-view'
import { postgresStore } from './postgres-store'
import { overviewOf } from './upload-file'

/**
 * The nurse says what a file of bare numbers does not: rate, unit, which column is which lead. The bytes stay as they
 * are; from now on they are read with this description. A description that does not fit changes nothing.
 */
export async function describeFile(ctx: Context, fileId: string, rawInput: unknown): Promise<FileView> {
  requirePermission(ctx, 'file.upload')
  const description: SignalDescription = withoutUndefined(DescribeFileInput.parse(rawInput))
  const mine = { id: fileId, facilityId: ctx.actor.facilityId ?? '' }
  const file = await ctx.db.storedFile.findFirst({ where: mine, select: { sha256: true, problemCode: true } })
  if (!file) throw new AppError('not_found', 'There is no such file, or it is not yours.')
  if (file.problemCode !== 'needs_description') throw new AppError('conflict', 'This file needs no description.')
  const bytes = await readWhole(postgresStore(ctx.db), file.sha256)
  if (!bytes) throw new AppError('not_found', 'The content of this file is missing.')
  const { reading, assessed } = await readAndAssess(bytes, description).catch((error: unknown) => {
    if (error instanceof EcgFormatError)
      throw new AppError('invalid_input', error.reason, [{ path: '', code: error.code }])
    throw error
  })
  return inTransaction(ctx, async (tx) => {
    const { count } = await tx.storedFile.updateMany({
      where: { ...mine, problemCode: 'needs_description' },
      data: { description: { ...description } as object, problemCode: null, problemText: null },
    })
    if (count === 0) throw new AppError('conflict', 'Somebody else has described this file meanwhile.')
    const isSynthetic = reading.kind === 'waveform' && reading.isSynthetic
    await tx.recording.create({
      data: {
        fileId,
        ...recordingRow(reading),
        ...overviewOf(reading, ctx.now()),
        ...(assessed ? { assessments: { create: [assessmentRow(assessed, isSynthetic, ctx.now())] } } : {}),
      },
    })
    await recordAudit(tx, ctx, { action: 'file.describe', entityType: 'file', entityId: fileId })
    await judgeOpenCasesOf({ ...ctx, db: tx }, fileId)
    return fileView(await tx.storedFile.findUniqueOrThrow({ where: { id: fileId }, select: WITH_READING }))
  })
}
