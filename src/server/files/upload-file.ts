import 'server-only'
import { createHash } from 'node:crypto'
import type { FileView } from '@/cases/api/views'
import type { Assessed } from '@/ecg/assess'
import { EcgFormatError, type NeededDescription } from '@/ecg/errors'
import { LONG_MS, MAX_FILE_BYTES } from '@/ecg/long/long-limits'
import type { ReadingSummary } from '@/ecg/reading-summary'
import { isReadInPieces } from '@/ecg/streaming/open-ecg-stream'
import { recordAudit } from '../audit/record-audit'
import { type Context, inTransaction, requirePermission } from '../context'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { assessmentRow } from '../recordings/assessment-row'
import { readAndAssess } from '../recordings/read-and-assess'
import { readLong } from '../recordings/read-long'
import { recordingRow } from '../recordings/recording-row'
import { fileView, WITH_ASSESSMENT } from './file-view'
import { postgresStore } from './postgres-store'

export type Upload = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: Uint8Array<ArrayBuffer>
}

export function sha256Of(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}

/**
 * Keeps the bytes first, in a transaction of their own, and reads them afterwards in another thread: a file
 * that crashes the reader is already safe, and becomes a file "kept, not readable".
 * Answers what `saveFile` needs; the caller saves it under the request's idempotency key.
 */
export async function keepAndRead(ctx: Context, upload: Upload): Promise<ReadFile> {
  requirePermission(ctx, 'file.upload')
  if (upload.bytes.length === 0)
    throw new AppError('empty_file', 'The file is empty. Save it again on the device and choose it once more.')
  if (upload.bytes.length > MAX_FILE_BYTES) throw new AppError('too_large', 'The file is larger than 20 MiB.')
  await postgresStore(ctx.db).put(upload.sha256, upload.bytes, ctx.now())
  return readKept(ctx, upload, upload.bytes)
}

type KeptFile = Omit<Upload, 'bytes'>

/** What is in a file of which the store has the bytes already. */
export async function readKept(
  ctx: Context,
  { name, sha256 }: KeptFile,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadFile> {
  const kept = { name, sha256, sizeBytes: bytes.length }
  try {
    return { ...kept, ...(await readAndAssess(bytes)), problem: null }
  } catch (error) {
    if (!(error instanceof EcgFormatError)) throw error
    const isTooLong = error.code === 'unsupported' && isReadInPieces(bytes)
    const long = isTooLong ? await readLongKept(ctx, kept) : null
    return long?.reading ? long : unreadable(kept, error)
  }
}

/** Of a recording that is too long or too large to be held whole: its header; it is measured by a job. */
export async function readLongKept(ctx: Context, kept: KeptFile & { readonly sizeBytes: number }): Promise<ReadFile> {
  const content = await postgresStore(ctx.db).open(kept.sha256)
  if (!content) throw new AppError('not_found', 'The content of this file is missing.')
  try {
    const { summary } = await readLong(content, { want: 'summary' })
    return { ...kept, reading: summary, assessed: null, problem: null }
  } catch (error) {
    if (error instanceof EcgFormatError) return unreadable(kept, error)
    throw error
  }
}

function unreadable(kept: KeptFile & { readonly sizeBytes: number }, error: EcgFormatError): ReadFile {
  const problem = { code: error.code, message: error.reason, needs: error.needs ?? null }
  return { ...kept, reading: null, assessed: null, problem }
}

export type ReadFile = {
  readonly name: string
  readonly sha256: Uint8Array<ArrayBuffer>
  readonly sizeBytes: number
  readonly reading: ReadingSummary | null
  readonly assessed: Assessed | null
  readonly problem: {
    readonly code: string
    readonly message: string
    /** With `needs_description`. */
    readonly needs: NeededDescription | null
  } | null
}

/** A file of its own for each upload, owned by the sender's facility; only bytes are shared. */
export async function saveFile(ctx: Context, file: ReadFile): Promise<FileView> {
  requirePermission(ctx, 'file.upload')
  const { facilityId } = ctx.actor
  if (facilityId === null) throw new AppError('forbidden', 'Only a facility can send files.')
  return inTransaction(ctx, async (tx) => {
    const { id, ...saved } = await tx.storedFile.create({
      data: {
        sha256: file.sha256,
        name: file.name,
        facilityId,
        uploadedById: ctx.actor.userId,
        uploadedAt: ctx.now(),
        problemCode: file.problem?.code ?? null,
        problemText: file.problem?.message ?? null,
        ...(file.problem?.needs ? { needs: needsJson(file.problem.needs) } : {}),
      },
      select: {
        id: true,
        sha256: true,
        name: true,
        uploadedAt: true,
        problemCode: true,
        problemText: true,
        needs: true,
      },
    })
    const recording = file.reading
      ? await tx.recording.create({
          data: {
            fileId: id,
            ...recordingRow(file.reading),
            ...assessmentsOf(file, ctx.now()),
            ...overviewOf(file.reading, ctx.now()),
          },
          include: WITH_ASSESSMENT,
        })
      : null
    await recordAudit(tx, ctx, {
      action: 'file.upload',
      entityType: 'file',
      entityId: id,
      detail: { sizeBytes: file.sizeBytes, problem: file.problem?.code ?? null },
    })
    return fileView({ id, ...saved, blob: { sizeBytes: file.sizeBytes }, recording })
  })
}

/** A job makes it from the file. */
export function overviewOf(
  reading: ReadingSummary,
  requestedAt: Date,
): Pick<Prisma.RecordingUncheckedCreateInput, 'overview'> {
  const isLong = reading.kind === 'waveform' && reading.durationMs > LONG_MS
  return isLong ? { overview: { create: { state: 'preparing', requestedAt } } } : {}
}

function assessmentsOf(
  { reading, assessed }: ReadFile,
  at: Date,
): Pick<Prisma.RecordingUncheckedCreateInput, 'assessments'> {
  if (!assessed) return {}
  const isSynthetic = reading?.kind === 'waveform' && reading.isSynthetic
  return { assessments: { create: [assessmentRow(assessed, isSynthetic, at)] } }
}

function needsJson({ missing, columnNames, rowCount, firstRows }: NeededDescription): Prisma.InputJsonObject {
  return { missing: [...missing], columnNames: [...columnNames], rowCount, firstRows: firstRows.map((row) => [...row]) }
}
