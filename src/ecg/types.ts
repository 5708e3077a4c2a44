/**
 * The one shape that every waveform becomes, whatever device wrote it.
 *
 * Units are fixed here and are part of every name:
 *   voltage  microvolts (`Uv`), positive = towards the lead's positive pole
 *   time     milliseconds (`Ms`), from the first sample of the recording
 *   rate     hertz (`Hz`)
 *
 * A value of type `EcgRecording` is already sound: at least one lead, all leads of one length,
 * every sample finite or NaN. NaN is a sample that the recording does not have (the device marked
 * it invalid, or other leads are longer): it stays missing, is never zero and never bridged. A lead
 * of nothing but NaN does not exist. Formats establish this; nothing re-checks it.
 */

export const STANDARD_LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const
export type StandardLead = (typeof STANDARD_LEADS)[number]

/** Leads beyond the twelve. A lead of another name is dropped by the reader with a warning. */
const EXTRA_LEADS = ['V2R', 'V3R', 'V4R', 'V5R', 'V6R', 'V7', 'V8', 'V9', 'X', 'Y', 'Z'] as const
export const LEAD_NAMES = [...STANDARD_LEADS, ...EXTRA_LEADS] as const
export type LeadName = (typeof LEAD_NAMES)[number]

export type Lead = {
  readonly name: LeadName
  /** NaN where the sample is missing. */
  readonly samplesUv: Float32Array
  /** Computed from I and II (clinical A2), not stored by the device. */
  readonly isDerived: boolean
  /** Voltage of one count, where the device stored whole counts; lets the samples travel exactly and small. */
  readonly stepUv?: number
}

export type EcgRecording = {
  /** Id of the format that was read: `scp-ecg`, `dicom`, `hl7-aecg`, … */
  readonly format: string
  readonly sampleRateHz: number
  /** In the order I, II, III, aVR, aVL, aVF, V1…V6, then extra leads. Missing leads are absent, never zero. */
  readonly leads: readonly Lead[]
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
  /** The device's own words and numbers; never ours. Sentinels (0, 29999, …) are null. */
  readonly reported: Reported
  /** What the file says of the machine's own filters; null or absent where it says nothing. */
  readonly filters?: StatedFilters
  /** Made by software from no patient: shown with a watermark everywhere. */
  readonly isSynthetic: boolean
  /** Oddities that were tolerated, in English, for the technician. Never quotes patient data. */
  readonly warnings: readonly string[]
}

export type StatedFilters = { readonly highPassHz: number | null; readonly lowPassHz: number | null }

/** What the device's clock said, which may be wrong and often has no zone. */
export type DeviceTime = {
  /** `YYYY-MM-DDTHH:mm:ss`, wall clock of the device. */
  readonly local: string
  readonly utcOffsetMinutes: number | null
}

export type Sex = 'male' | 'female' | 'unknown'

export type ReportedPatient = {
  readonly id: string | null
  readonly familyName: string | null
  readonly givenName: string | null
  readonly sex: Sex | null
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null
  readonly ageYears: number | null
}

export type ReportedDevice = {
  readonly manufacturer: string | null
  readonly model: string | null
  readonly serial: string | null
  readonly institution: string | null
}

export type Reported = {
  readonly heartRateBpm: number | null
  readonly rrMs: number | null
  readonly pMs: number | null
  readonly prMs: number | null
  readonly qrsMs: number | null
  readonly qtMs: number | null
  readonly qtcMs: number | null
  readonly pAxisDeg: number | null
  readonly qrsAxisDeg: number | null
  readonly tAxisDeg: number | null
  readonly statements: readonly string[]
  /** Only where the device reports lead by lead. */
  readonly byLead?: Readonly<Partial<Record<LeadName, ReportedLead>>>
}

export type ReportedLead = Pick<Reported, 'pMs' | 'prMs' | 'qrsMs' | 'qtMs'>

export type PictureMediaType = 'image/jpeg' | 'image/png' | 'application/pdf'

/** What came out of a file: a waveform, or a picture of one. Anything else is an `EcgFormatError`. */
export type EcgReading =
  | { readonly kind: 'waveform'; readonly recording: EcgRecording }
  | {
      readonly kind: 'picture'
      /** `jpeg`, `png` or `pdf`. */
      readonly format: string
      readonly mediaType: PictureMediaType
      /** Pixels; null for a PDF. */
      readonly widthPx: number | null
      readonly heightPx: number | null
      /** The picture itself when it lay inside another file (a DICOM encapsulated PDF); null when the file is the picture. */
      readonly embedded: Uint8Array | null
    }

export type EcgFormat = {
  readonly id: string
  readonly label: string
  /** Cheap test on the content, never on the name; must not throw. */
  readonly sniff: (bytes: Uint8Array) => boolean
  /** Throws only `EcgFormatError`. The description completes what the file does not say; formats that say it all ignore it. */
  readonly read: (bytes: Uint8Array, description?: SignalDescription) => EcgReading
}

/** What a person says about a file of bare numbers. It never overrules what the file says itself. */
export type SignalDescription = {
  readonly sampleRateHz?: number
  /** What one stands for in the file: `nV`, `uV`, `mV`, `V`, or a multiple for counts of a device, `4.88 uV`. */
  readonly unit?: string
  /** Lead of each column in order; null leaves a column out. */
  readonly columns?: readonly (LeadName | null)[]
}
