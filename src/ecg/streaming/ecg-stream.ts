/**
 * A recording that is read in pieces, so that a day of ECG needs no more memory than a few seconds of it.
 * Units as in `EcgRecording`: microvolts, hertz, samples counted from the first one. A missing sample is NaN.
 */
import type { DeviceTime, LeadName, ReportedDevice, ReportedPatient } from '../types'

/** Bytes that are fetched when they are needed: a file, a stored blob, a `Blob` in the browser. */
export type ByteSource = {
  /** The name that the other files of the recording know it by. */
  readonly name: string
  readonly sizeBytes: number
  /** Exactly so many bytes; the caller stays inside the source. */
  readonly read: (offset: number, lengthBytes: number) => Promise<Uint8Array>
}

export type StreamLead = {
  readonly name: LeadName
  /** Computed from I and II, not stored by the device. */
  readonly isDerived: boolean
  readonly stepUv?: number
}

/** The next samples of all leads; the arrays belong to the receiver. */
export type EcgBlock = {
  readonly firstSampleIndex: number
  readonly sampleCount: number
  /** In the order of `EcgStream.leads`, each `sampleCount` long. */
  readonly samplesUv: readonly Float32Array[]
}

export type EcgStream = {
  readonly format: string
  readonly sampleRateHz: number
  /** Of each lead. */
  readonly sampleCount: number
  /** In the order of `EcgRecording.leads`. */
  readonly leads: readonly StreamLead[]
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
  readonly warnings: readonly string[]
  /** From the first sample to the last without a gap; throws only `EcgFormatError`. Each call begins anew. */
  readonly blocks: () => AsyncIterable<EcgBlock>
}
