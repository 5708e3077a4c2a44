import 'server-only'
import { type FileView, NeededDescriptionView, type RecordingView } from '@/cases/api/views'
import type { Prisma } from '../db/generated/client'
import { assessmentView } from '../recordings/assessment-row'
import { inFileOf } from '../recordings/recording-row'

/** The newest assessment is the one that counts. */
export const WITH_ASSESSMENT = {
  assessments: { orderBy: { createdAt: 'desc' }, take: 1 },
} satisfies Prisma.RecordingInclude

export const WITH_READING = {
  id: true,
  sha256: true,
  name: true,
  uploadedAt: true,
  problemCode: true,
  problemText: true,
  needs: true,
  blob: { select: { sizeBytes: true } },
  recording: { include: WITH_ASSESSMENT },
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
    problem:
      row.problemCode === null
        ? null
        : { code: row.problemCode, message: row.problemText ?? '', needs: needsOf(row.needs) },
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
    assessment: row.assessments[0] ? assessmentView(row.assessments[0]) : null,
  }
}

function needsOf(stored: Row['needs']): NonNullable<FileView['problem']>['needs'] {
  return stored === null ? null : NeededDescriptionView.parse(stored)
}
