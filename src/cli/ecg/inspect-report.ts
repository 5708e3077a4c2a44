/** What `inspect` says of one recording, field by field as its users rely on them. */
import type { EcgFormatError } from '@/ecg/errors'
import type { EcgReading, EcgRecording, Lead } from '@/ecg/types'
import { type AnalysisReport, analysisReport } from './analysis-report'

export type ReportOptions = { readonly withSamples: boolean; readonly byLead: boolean }

export type RecordingReport = Pick<
  EcgRecording,
  'format' | 'sampleRateHz' | 'recordedAt' | 'patient' | 'device' | 'reported' | 'warnings'
> &
  AnalysisReport & {
    readonly durationMs: number
    readonly leads: readonly LeadReport[]
    /** As read, null where the recording has no sample. */
    readonly samplesUv?: Readonly<Record<string, readonly (number | null)[]>>
  }

type LeadReport = Pick<Lead, 'name' | 'isDerived'> & {
  readonly sampleCount: number
  readonly minUv: number | null
  readonly maxUv: number | null
}

export type ProblemReport = {
  readonly error: {
    readonly code: string
    readonly format: string | null
    readonly message: string
    readonly byteOffset: number | null
    /** What `--rate`, `--unit` and `--columns` can say, with code `needs_description`. */
    readonly needs?: EcgFormatError['needs']
  }
}

/** A picture is no recording: it is a problem here, although it is shown elsewhere. */
export function reportOnReading(reading: EcgReading, options: ReportOptions): RecordingReport | ProblemReport {
  if (reading.kind === 'waveform') return reportOnRecording(reading.recording, options)
  const place = reading.embedded
    ? `a file that encloses a picture (${reading.format})`
    : `a picture (${reading.format})`
  return {
    error: { code: 'picture', format: reading.format, message: `this is ${place}, not a recording`, byteOffset: null },
  }
}

export function reportOnProblem({ code, formatId, reason, byteOffset, needs }: EcgFormatError): ProblemReport {
  return {
    error: {
      code: PICTURE_FORMATS.has(formatId) ? 'picture' : code,
      format: formatId === 'unknown' ? null : formatId,
      message: reason,
      byteOffset: byteOffset ?? null,
      ...(needs ? { needs } : {}),
    },
  }
}

/** Whatever else is wrong with them, nothing is measured on them. */
const PICTURE_FORMATS: ReadonlySet<string> = new Set(['png', 'jpeg', 'pdf', 'gif', 'webp', 'tiff', 'bmp', 'heif'])

function reportOnRecording(recording: EcgRecording, { withSamples, byLead }: ReportOptions): RecordingReport {
  const { format, sampleRateHz, leads, recordedAt, patient, device, reported, warnings } = recording
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  return {
    format,
    sampleRateHz,
    durationMs: Math.round((sampleCount / sampleRateHz) * 1000),
    leads: leads.map(leadReport),
    recordedAt,
    patient,
    device,
    reported,
    ...analysisReport(recording, { byLead }),
    warnings,
    ...(withSamples ? { samplesUv: Object.fromEntries(leads.map(samplesOf)) } : {}),
  }
}

function leadReport({ name, isDerived, samplesUv }: Lead): LeadReport {
  let minUv = Number.POSITIVE_INFINITY
  let maxUv = Number.NEGATIVE_INFINITY
  for (const uv of samplesUv) {
    if (uv < minUv) minUv = uv
    if (uv > maxUv) maxUv = uv
  }
  const isKnown = minUv <= maxUv
  return {
    name,
    sampleCount: samplesUv.length,
    minUv: isKnown ? minUv : null,
    maxUv: isKnown ? maxUv : null,
    isDerived,
  }
}

function samplesOf({ name, samplesUv }: Lead): [string, (number | null)[]] {
  return [name, Array.from(samplesUv, (uv) => (Number.isNaN(uv) ? null : uv))]
}
