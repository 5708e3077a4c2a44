import 'server-only'
import type { RecordingView } from '@/cases/api/views'
import { isReadWhole } from '@/ecg/assemble-recording'
import { MAX_FILE_BYTES } from '@/ecg/long/long-limits'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'
import { decodeSamples, type Samples } from '@/ecg/samples-codec'
import { recordAudit } from '../audit/record-audit'
import { openCase } from '../cases/open-case'
import { type Context, requirePermission } from '../context'
import type { Prisma } from '../db/generated/client'
import { AppError } from '../errors'
import { visibleFiles } from '../files/file-queries'
import { readWhole } from '../files/file-store'
import { recordingView, WITH_ASSESSMENT } from '../files/file-view'
import { postgresStore } from '../files/postgres-store'
import { analysisOf } from './assessment-row'
import { readInThread } from './reader-pool'
import { descriptionOf } from './recording-row'
import { cachedSamples } from './samples-cache'

export async function getRecording(ctx: Context, recordingId: string): Promise<RecordingView> {
  requirePermission(ctx, 'file.read')
  return recordingView(await findRecording(ctx, recordingId))
}

/** What software measured, beat by beat; `not_found` where nothing did. */
export async function getAnalysis(ctx: Context, recordingId: string): Promise<AnalysisJson> {
  requirePermission(ctx, 'file.read')
  const row = await findRecording(ctx, recordingId)
  const stored = row.assessments[0] ? analysisOf(row.assessments[0]) : null
  if (!stored) throw new AppError('not_found', 'This recording was not analysed.')
  await recordAudit(ctx.db, ctx, { action: 'recording.read', entityType: 'recording', entityId: recordingId })
  const { unswapped: _, ...analysis } = stored
  return analysis
}

/**
 * The samples as compressed integers (`src/ecg/samples-codec.ts`), read from the stored file. The holder of a
 * CLAIMED case who asks for them opens it: the trace is on the screen.
 */
export async function getSamples(ctx: Context, recordingId: string): Promise<Uint8Array<ArrayBuffer>> {
  const { row, samples } = await readSamples(ctx, recordingId)
  await openHeldCase(ctx, row.fileId)
  return samples
}

/** For what the server writes or draws: whether anybody sees it is not known yet, so no case is opened by it. */
export async function getWaveform(ctx: Context, recordingId: string): Promise<Samples> {
  return decodeSamples((await readSamples(ctx, recordingId)).samples)
}

/** What to show of a picture: the file itself, or the picture inside it (a PDF in DICOM). */
export async function getPicture(
  ctx: Context,
  recordingId: string,
): Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> }> {
  requirePermission(ctx, 'file.read')
  const row = await findRecording(ctx, recordingId)
  if (row.kind !== 'picture' || row.mediaType === null)
    throw new AppError('conflict', 'This recording is a waveform, not a picture.')
  await recordAudit(ctx.db, ctx, { action: 'recording.read', entityType: 'recording', entityId: recordingId })
  await openHeldCase(ctx, row.fileId)
  const whole = await wholeFile(ctx, row.file.sha256)
  const { embedded } = await readInThread(whole.slice(), 'samples')
  return { mediaType: row.mediaType, bytes: embedded ?? whole }
}

async function readSamples(ctx: Context, recordingId: string) {
  requirePermission(ctx, 'file.read')
  const row = await findRecording(ctx, recordingId)
  if (row.kind !== 'waveform') throw new AppError('conflict', 'This recording is a picture: it has no samples.')
  if (isInPieces(row)) throw new AppError('conflict', 'This recording is too long to be sent whole: read its tiles.')
  await recordAudit(ctx.db, ctx, { action: 'recording.read', entityType: 'recording', entityId: recordingId })
  const samples = await cachedSamples(recordingId, async () => {
    const contents = await contentsOf(ctx, row.file)
    if (!contents.samples) throw new AppError('conflict', 'The file holds no samples any more.')
    return contents.samples
  })
  return { row, samples }
}

async function findRecording(ctx: Context, recordingId: string) {
  const row = await ctx.db.recording.findFirst({
    where: { id: recordingId, file: visibleFiles(ctx) },
    include: {
      ...WITH_ASSESSMENT,
      file: { select: { sha256: true, description: true, blob: { select: { sizeBytes: true } } } },
    },
  })
  if (!row) throw new AppError('not_found', 'There is no such recording, or it is not yours to see.')
  return row
}

/** Only its tiles are read. */
function isInPieces({ file, leads, durationMs, sampleRateHz }: Awaited<ReturnType<typeof findRecording>>): boolean {
  const rateHz = sampleRateHz ?? 1
  const sampleCount = ((durationMs ?? 0) / 1000) * rateHz
  return file.blob.sizeBytes > MAX_FILE_BYTES || !isReadWhole(leads.length, sampleCount, rateHz)
}

export async function openHeldCase(ctx: Context, fileId: string): Promise<void> {
  if (ctx.actor.role !== 'cardiologist') return
  const held = await ctx.db.case.findFirst({
    where: { state: 'CLAIMED', readerId: ctx.actor.userId, files: { some: { fileId } } },
    select: { id: true },
  })
  if (held) await openCase(ctx, held.id, {})
}

type Described = { readonly sha256: Uint8Array<ArrayBuffer>; readonly description: Prisma.JsonValue }

async function contentsOf(ctx: Context, file: Described) {
  return readInThread(await wholeFile(ctx, file.sha256), 'samples', descriptionOf(file))
}

async function wholeFile(ctx: Context, sha256: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await readWhole(postgresStore(ctx.db), sha256)
  if (!whole) throw new AppError('not_found', 'The content of this file is missing.')
  return whole
}
