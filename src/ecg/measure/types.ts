/**
 * What the engine says about one recording: the contract between measuring, judging and showing.
 *
 * Voltages in microvolts against the isoelectric level just before QRS onset (clinical.md A3.5),
 * instants in milliseconds from the first sample, durations in milliseconds. `null` is "could not
 * be measured", never "normal" and never zero.
 */
import type { LeadName, StandardLead } from '../types'

export type Analysis = {
  /** Of the engine; changes whenever a number may come out differently. */
  readonly version: string
  readonly quality: RecordingQuality
  readonly swap: SwapSuspicion | null
  readonly beats: readonly Beat[]
  readonly beatsByLead: Readonly<Partial<Record<LeadName, readonly LeadBeat[]>>>
  /** Atrial waves in order, those that led to no beat included. */
  readonly pWaves: readonly PWave[]
  readonly spikesAtMs: readonly number[]
  readonly representative: RepresentativeBeat | null
  readonly measurements: Measurements
  readonly leads: Readonly<Partial<Record<LeadName, LeadMeasurements>>>
  readonly rhythm: RhythmFeatures
}

// ---------------------------------------------------------------- beats

export const BEAT_CLASSES = ['dominant', 'ventricular', 'supraventricular', 'paced', 'other'] as const
/** `ventricular` and `supraventricular` are premature or escape beats of that origin; `other` fits no class. */
export type BeatClass = (typeof BEAT_CLASSES)[number]

/** Global marks: second-earliest onset and second-latest offset over the good leads (clinical.md A3.6). */
export type Beat = Marks & {
  readonly class: BeatClass
  /** Frontal QRS axis of this beat; null where its vector is too short. */
  readonly axisDeg: number | null
}

/** The same instants in one lead alone; null where that lead shows no such wave. */
export type LeadBeat = Marks

export type Marks = {
  readonly rPeakMs: number
  readonly pOnsetMs: number | null
  readonly pPeakMs: number | null
  readonly pOffsetMs: number | null
  readonly qrsOnsetMs: number | null
  readonly qrsOffsetMs: number | null
  readonly tPeakMs: number | null
  readonly tOffsetMs: number | null
}

export type PWave = {
  readonly onsetMs: number
  readonly peakMs: number
  readonly offsetMs: number
  /** Index into `beats` of the QRS that followed from it; null when it was not conducted. */
  readonly beatIndex: number | null
}

/** The usual beat: sample-wise median of the dominant class, baseline at zero before QRS. */
export type RepresentativeBeat = {
  readonly sampleRateHz: number
  /** Position of the R fiducial in every lead's samples. */
  readonly rIndex: number
  readonly leads: Readonly<Partial<Record<LeadName, Float32Array>>>
  /** Relative to the first sample of the representative beat. */
  readonly marks: Marks
  readonly marksByLead: Readonly<Partial<Record<LeadName, Marks>>>
  readonly beatCount: number
  readonly isFewBeats: boolean
}

// ---------------------------------------------------------------- numbers

/** Global numbers of the usual beat and of the strip (clinical.md A4). */
export type Measurements = {
  readonly heartRateBpm: number | null
  readonly rrMs: number | null
  readonly pMs: number | null
  readonly prMs: number | null
  readonly qrsMs: number | null
  readonly qtMs: number | null
  /** Fridericia, the value shown first. */
  readonly qtcMs: number | null
  readonly qtcBazettMs: number | null
  readonly qtcFraminghamMs: number | null
  readonly qtcHodgesMs: number | null
  /** QTc − QRS, for QRS of 120 ms and more. */
  readonly jtcMs: number | null
  /** Fridericia of QT − 0.485 · QRS (Bogossian), for QRS of 120 ms and more. */
  readonly qtcBogossianMs: number | null
  /** The rate is below 40 or above 120: a corrected QT is not to be relied upon. */
  readonly isQtcUnreliable: boolean
  readonly pAxisDeg: number | null
  readonly qrsAxisDeg: number | null
  readonly tAxisDeg: number | null
  readonly sokolowLyonUv: number | null
  readonly cornellUv: number | null
  readonly cornellProductUvMs: number | null
  readonly peguero: number | null
}

/** Of the representative beat in one lead. */
export type LeadMeasurements = {
  readonly isUsable: boolean
  readonly pMaxUv: number | null
  readonly pMinUv: number | null
  readonly pNetAreaUvMs: number | null
  /** Terminal negative force of P (V1): depth × duration, a positive number; 0 when P ends upright. */
  readonly pTerminalForceUvMs: number | null
  /** PR segment (P offset to QRS onset) against the TP level; negative = depressed. */
  readonly prSegmentUv: number | null
  /**
   * Magnitudes, positive; 0 when the lead has no such wave. R is the tallest positive wave, R′ the second tallest,
   * whichever came first. A complex without a positive wave (QS) stands in S alone, with Q and R of 0.
   */
  readonly qUv: number | null
  readonly qMs: number | null
  readonly rUv: number | null
  readonly rMs: number | null
  readonly sUv: number | null
  readonly sMs: number | null
  readonly rPrimeUv: number | null
  readonly rPrimeMs: number | null
  readonly sPrimeUv: number | null
  readonly qrsPeakToPeakUv: number | null
  readonly qrsNetAreaUvMs: number | null
  /** QRS onset to the last R peak. */
  readonly rPeakTimeMs: number | null
  /** Notch or plateau in the middle of QRS. */
  readonly hasQrsNotch: boolean | null
  /** Steepest slope of the first 40 ms of QRS over the steepest of the whole QRS, 0…1: low with a delta wave. */
  readonly initialSlopeRatio: number | null
  /** Top of a notch or slur at the end of QRS (early repolarisation, Osborn); 0 where there is none. */
  readonly jPeakUv: number | null
  readonly jUv: number | null
  readonly j20Uv: number | null
  readonly j40Uv: number | null
  readonly j60Uv: number | null
  readonly j80Uv: number | null
  /** (J80 − J) / 80 ms. */
  readonly stSlopeUvPerMs: number | null
  readonly tMaxUv: number | null
  readonly tMinUv: number | null
  readonly tMaxAtMs: number | null
  readonly tMinAtMs: number | null
  readonly tAreaUvMs: number | null
  /** Width at half height of the tallest part of T, and left over right half-width. */
  readonly tHalfWidthMs: number | null
  readonly tSymmetry: number | null
  readonly uUv: number | null
}

// ---------------------------------------------------------------- rhythm

export type RhythmFeatures = {
  readonly rrMs: readonly number[]
  readonly rrCv: number | null
  /** RMSSD over the mean RR. */
  readonly nRmssd: number | null
  readonly shortestRrMs: number | null
  readonly longestRrMs: number | null
  /** Different RR values in bins of 50 ms. */
  readonly rrBinCount: number
  /** Longest time without a QRS, the ends of the recording included. */
  readonly longestWithoutQrsMs: number
  readonly shareOfBeatsWithP: number | null
  /** Correlation of the P windows with their own median, 0…1: low when there is no steady P. */
  readonly pCorrelation: number | null
  readonly atrialRateBpm: number | null
  readonly ppCv: number | null
  /** PR of each beat; null where no P led to it. Indices as in `beats`. */
  readonly prSeriesMs: readonly (number | null)[]
  /** Width of each QRS by itself; the marks are evened out across beats of one shape. Indices as in `beats`. */
  readonly qrsSeriesMs: readonly (number | null)[]
  /** Periodic atrial activity after QRS and T were taken away. */
  readonly flutter: { readonly rateBpm: number; readonly periodicity: number; readonly lead: LeadName } | null
  /** Peak-to-peak of what is left between T and QRS in V1 and II, where f waves would be. */
  readonly fibrillatoryUv: number | null
  /** Height of low waves that fill that time without a rest; null where they come and go, or are noise. */
  readonly steadyWavesUv: number | null
  readonly chaos: {
    /** Share of 3–9 Hz in the power of 0.5–30 Hz, median over the leads that are not flat. */
    readonly bandShare: number
    /** VF-filter leakage of Kuo and Dillman. */
    readonly leakage: number
    readonly medianPeakToPeakUv: number
    readonly leadCount: number
    readonly longestMs: number
  } | null
  readonly standstill: {
    /** Longest time in which every lead stays under 100 µV peak to peak after 0.67–40 Hz. */
    readonly longestMs: number
    readonly noiseUv: number
    /** No lead moves at all: cables rather than a heart. */
    readonly isDeadFlat: boolean
  }
  /** Conducted beats in which the left bundle is late, and those in which the right one is; absent from older analyses. */
  readonly bundles?: { readonly left: number; readonly right: number } | null
  /** QRS height that alternates from beat to beat. */
  readonly alternans: { readonly differenceUv: number; readonly share: number; readonly lead: LeadName } | null
}

// ---------------------------------------------------------------- quality

export const QUALITY_REASONS = [
  'lead-off',
  'saturated',
  'baseline-wander',
  'electrode-movement',
  'muscle-noise',
  'mains-noise',
  'gain-implausible',
  'leads-stretched',
  'duplicate-leads',
  'missing-lead',
  'missing-samples',
  'limb-leads-inconsistent',
  'augmented-lead-inverted',
  'lead-three-inverted',
  'too-short',
  'sampling-rate-low',
  'resolution-low',
  'bandwidth-narrow',
  'no-qrs',
] as const
export type QualityReason = (typeof QUALITY_REASONS)[number]

export type QualityNote = {
  readonly reason: QualityReason
  readonly severity: 'info' | 'warn' | 'bad'
  readonly leads: readonly LeadName[]
  /** The measured value in the unit of its limit, both for the person who reads it; null where none belongs. */
  readonly value: number | null
  readonly limit: number | null
}

export type RecordingQuality = {
  readonly overall: 'good' | 'limited' | 'unacceptable'
  readonly notes: readonly QualityNote[]
  readonly leads: Readonly<Partial<Record<LeadName, 'good' | 'warn' | 'bad'>>>
  readonly missingLeads: readonly StandardLead[]
  readonly usableMs: number
}

export const SWAP_KINDS = [
  'LA-RA',
  'dextrocardia',
  'RA-RL',
  'LA-RL',
  'arms-legs',
  'RA-LL',
  'LA-LL',
  'chest-order',
  'high-chest',
] as const
export type SwapKind = (typeof SWAP_KINDS)[number]

export type SwapSuspicion = {
  readonly kind: SwapKind
  /** Identifier of the check, `LR-01` … `LR-08`. */
  readonly rule: string
  readonly confidence: 'high' | 'medium' | 'low'
  /** For `chest-order`: the two leads that seem exchanged. */
  readonly leads: readonly LeadName[]
}
