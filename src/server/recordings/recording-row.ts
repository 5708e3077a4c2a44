import 'server-only'
import { NO_DEVICE, NO_PATIENT } from '@/ecg/assemble-recording'
import type { ReadingSummary } from '@/ecg/reading-summary'
import { NOTHING_REPORTED } from '@/ecg/reported'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, SignalDescription } from '@/ecg/types'
import type { Prisma } from '../db/generated/client'

/** Raised when a reader's result changes for the same bytes. */
const READER_VERSION = '1.0.0'

/** Uzbekistan has one zone and no summer time; most carts write local time without a zone. */
const DEFAULT_OFFSET_MINUTES = 300

/** What the device wrote about person, itself and its own measurements. */
export type InFile = { readonly patient: ReportedPatient; readonly device: ReportedDevice; readonly reported: Reported }

/** The column is written by `recordingRow` alone, so its shape is known. */
export function inFileOf(stored: Prisma.JsonValue): InFile {
  return stored as unknown as InFile
}

/** What a person said of a file of bare numbers; the column is written by `describe-file.ts` alone, so its shape is known. */
export function descriptionOf({ description }: { readonly description: Prisma.JsonValue }): SignalDescription {
  return (description ?? {}) as SignalDescription
}

const NOTHING = { patient: NO_PATIENT, device: NO_DEVICE, reported: { ...NOTHING_REPORTED, statements: [] } }

export function recordingRow(reading: ReadingSummary): Prisma.RecordingUncheckedCreateWithoutFileInput {
  if (reading.kind === 'picture') {
    const { format, mediaType } = reading
    return { kind: 'picture', format, mediaType, inFile: NOTHING, isSynthetic: false, readerVersion: READER_VERSION }
  }
  const { patient, device, reported } = reading
  return {
    kind: 'waveform',
    format: reading.format,
    sampleRateHz: reading.sampleRateHz,
    durationMs: reading.durationMs,
    leads: reading.leads.map((lead) => lead.name),
    derivedLeads: reading.leads.filter((lead) => lead.isDerived).map((lead) => lead.name),
    recordedLocal: reading.recordedAt?.local ?? null,
    recordedAt: instantOf(reading.recordedAt),
    inFile: { patient, device, reported: { ...reported, statements: [...reported.statements] } },
    warnings: [...reading.warnings],
    isSynthetic: reading.isSynthetic,
    readerVersion: READER_VERSION,
  }
}

function instantOf(time: DeviceTime | null): Date | null {
  if (!time) return null
  const wallClockMs = Date.parse(`${time.local}Z`)
  return Number.isNaN(wallClockMs)
    ? null
    : new Date(wallClockMs - (time.utcOffsetMinutes ?? DEFAULT_OFFSET_MINUTES) * 60_000)
}
