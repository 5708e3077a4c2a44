import 'server-only'
import type { FileView, RecordingView } from '@/cases/api/views'
import type { Prisma } from '../db/generated/client'
import { inFileOf } from '../recordings/recording-row'

export const WITH_READING = {
  id: true,
  sha256: true,
  name: true,
  uploadedAt: true,
  problemCode: true,
  problemText: true,
  blob: { select: { sizeBytes: true } },
  recording: true,
} satisfies Prisma.StoredFileSelect

type Row = Prisma.StoredFileGetPayload<{ select: typeof WITH_READING }>

export function fileView(row: Row): FileView {
  return {
    fileId: row.id,
    name: row.name,
    sha256: Buffer.from(row.sha256).toString('hex'),
    sizeBytes: row.blob.sizeBytes,
    uploadedAt: row.uploadedAt.toISOString(),
    recording: row.recording ? recordingView(row.recording) : null,
    problem: row.problemCode === null ? null : { code: row.problemCode, message: row.problemText ?? '' },
  }
}

export function recordingView(row: NonNullable<Row['recording']>): RecordingView {
  const inFile = inFileOf(row.inFile)
  return {
    recordingId: row.id,
    kind: row.kind,
    format: row.format,
    mediaType: row.mediaType,
    sampleRateHz: row.sampleRateHz,
    durationMs: row.durationMs,
    leads: row.leads,
    derivedLeads: row.derivedLeads,
    recordedLocal: row.recordedLocal,
    recordedAt: row.recordedAt?.toISOString() ?? null,
    patientInFile: inFile.patient,
    device: inFile.device,
    reported: { ...inFile.reported, statements: [...inFile.reported.statements] },
    warnings: row.warnings,
    isSynthetic: row.isSynthetic,
  }
}
