import { isMarkedSynthetic } from './assemble-recording'
import { NOTHING_REPORTED } from './reported'
import type { EcgStream } from './streaming/ecg-stream'
import type {
  DeviceTime,
  EcgReading,
  LeadName,
  PictureMediaType,
  Reported,
  ReportedDevice,
  ReportedPatient,
} from './types'

/** What was read, without the samples: plain data that crosses threads, the network and the database. */
export type ReadingSummary = WaveformSummary | PictureSummary

export type WaveformSummary = {
  readonly kind: 'waveform'
  readonly format: string
  readonly sampleRateHz: number
  readonly sampleCount: number
  readonly durationMs: number
  readonly leads: readonly { readonly name: LeadName; readonly isDerived: boolean }[]
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
  readonly reported: Reported
  readonly isSynthetic: boolean
  readonly warnings: readonly string[]
}

export type PictureSummary = {
  readonly kind: 'picture'
  readonly format: string
  readonly mediaType: PictureMediaType
  readonly widthPx: number | null
  readonly heightPx: number | null
  /** The picture lies inside the file, which is something else itself. */
  readonly isEmbedded: boolean
}

export function summariseReading(reading: EcgReading): ReadingSummary {
  if (reading.kind === 'picture') {
    const { embedded, ...picture } = reading
    return { ...picture, isEmbedded: embedded !== null }
  }
  const { leads, sampleRateHz, ...rest } = reading.recording
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  return {
    kind: 'waveform',
    ...rest,
    sampleRateHz,
    sampleCount,
    durationMs: Math.round((sampleCount / sampleRateHz) * 1000),
    leads: leads.map(({ name, isDerived }) => ({ name, isDerived })),
  }
}

/** Of a recording that is too long to be read whole. */
export function summariseStream(stream: EcgStream): WaveformSummary {
  const { blocks: _, leads, sampleCount, sampleRateHz, ...rest } = stream
  return {
    kind: 'waveform',
    ...rest,
    sampleRateHz,
    sampleCount,
    durationMs: Math.round((sampleCount / sampleRateHz) * 1000),
    leads: leads.map(({ name, isDerived }) => ({ name, isDerived })),
    reported: NOTHING_REPORTED,
    isSynthetic: isMarkedSynthetic(stream.device),
  }
}
