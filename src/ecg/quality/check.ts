/** What a check of signal quality is given and what it answers. */
import type { QualityNote } from '../measure/types'
import type { EcgRecording, Lead, LeadName } from '../types'
import { QRS_REACH_MS } from './limits'

/** One check, for all leads at once; it names only what is wrong. */
export type Check = (input: CheckInput) => readonly QualityNote[]

export type CheckInput = {
  readonly recording: EcgRecording
  /** Those that the device stored; derived leads are as good as I and II. */
  readonly leads: readonly CheckedLead[]
  /** Null where nobody looked for beats; empty where nobody found one. */
  readonly rPeakIndices: readonly number[] | null
  /** 1 where a sample belongs to a QRS complex. */
  readonly qrsMask: Uint8Array
}

export type CheckedLead = {
  readonly name: LeadName
  readonly samplesUv: Float32Array
  readonly stepUv: number | null
  readonly centreUv: number
  readonly deviationUv: number
  readonly lowestUv: number
  readonly highestUv: number
  readonly missingCount: number
  /** The only flat one of I, II, III: not an electrode that is off, which would take two of them, but a swap with the right leg. */
  readonly isLoneFlatLimbLead: boolean
}

export function prepareChecks(recording: EcgRecording, rPeakIndices: readonly number[] | null): CheckInput {
  const loneFlat = loneFlatLimbLead(recording)
  const leads = recording.leads
    .filter(({ isDerived }) => !isDerived)
    .map((lead) => checkedLead(lead, lead.name === loneFlat))
  const sampleCount = recording.leads[0]?.samplesUv.length ?? 0
  return { recording, leads, rPeakIndices, qrsMask: maskOf(rPeakIndices ?? [], sampleCount, recording.sampleRateHz) }
}

/** A note for each lead whose value exceeds a limit; the worse limit first. */
export function noteAbove(
  reason: QualityNote['reason'],
  lead: LeadName,
  value: number,
  limits: readonly (readonly [QualityNote['severity'], number])[],
): readonly QualityNote[] {
  const exceeded = limits.find(([, limit]) => value > limit)
  return exceeded ? [{ reason, severity: exceeded[0], leads: [lead], value, limit: exceeded[1] }] : []
}

const LIMB_LEADS = ['I', 'II', 'III'] as const
/** A lead without a heart in it: less than this from peak to peak (clinical.md LR-02). */
const FLAT_LIMB_UV = 100
const FLAT_LIMB_SHARE = 0.15

function loneFlatLimbLead(recording: EcgRecording): LeadName | null {
  const spans = LIMB_LEADS.flatMap((name) => {
    const lead = recording.leads.find((candidate) => candidate.name === name)
    return lead ? [{ name, spanUv: typicalSpanUv(lead.samplesUv, recording.sampleRateHz) }] : []
  }).sort((one, other) => one.spanUv - other.spanUv)
  const [lowest, second] = spans
  if (!lowest || !second || spans.length < LIMB_LEADS.length) return null
  const isFlat = lowest.spanUv < FLAT_LIMB_UV && lowest.spanUv < FLAT_LIMB_SHARE * second.spanUv
  return isFlat ? lowest.name : null
}

/** Median over whole seconds of the span from lowest to highest: blind to drift and to a single artefact. */
function typicalSpanUv(samplesUv: Float32Array, sampleRateHz: number): number {
  const width = Math.max(1, Math.round(sampleRateHz))
  const spans: number[] = []
  for (let from = 0; from + width <= samplesUv.length; from += width) {
    const { lowestUv, highestUv } = rangeOf(samplesUv, from, from + width)
    if (highestUv >= lowestUv) spans.push(highestUv - lowestUv)
  }
  return middleOf(spans)
}

function checkedLead(lead: Lead, isLoneFlatLimbLead: boolean): CheckedLead {
  const { name, samplesUv, stepUv = null } = lead
  let sum = 0
  let squares = 0
  let missingCount = 0
  for (let index = 0; index < samplesUv.length; index++) {
    const sample = samplesUv[index] ?? Number.NaN
    if (Number.isNaN(sample)) missingCount += 1
    else {
      sum += sample
      squares += sample * sample
    }
  }
  const count = Math.max(1, samplesUv.length - missingCount)
  const deviationUv = Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
  const centreUv = middleOf(everyNth(samplesUv))
  return {
    name,
    samplesUv,
    stepUv,
    centreUv,
    deviationUv,
    missingCount,
    isLoneFlatLimbLead,
    ...rangeOf(samplesUv, 0, samplesUv.length),
  }
}

export function rangeOf(samplesUv: Float32Array, from: number, to: number) {
  let lowestUv = Number.POSITIVE_INFINITY
  let highestUv = Number.NEGATIVE_INFINITY
  const end = Math.min(to, samplesUv.length)
  for (let index = Math.max(0, from); index < end; index++) {
    const sample = samplesUv[index] ?? Number.NaN
    if (sample < lowestUv) lowestUv = sample
    if (sample > highestUv) highestUv = sample
  }
  return { lowestUv, highestUv }
}

export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** A few hundred samples tell the middle as well as all of them. */
function everyNth(samplesUv: Float32Array): number[] {
  const step = Math.max(1, Math.floor(samplesUv.length / 400))
  const few: number[] = []
  for (let index = 0; index < samplesUv.length; index += step) {
    const sample = samplesUv[index] ?? Number.NaN
    if (!Number.isNaN(sample)) few.push(sample)
  }
  return few
}

function maskOf(rPeakIndices: readonly number[], sampleCount: number, sampleRateHz: number): Uint8Array {
  const mask = new Uint8Array(sampleCount)
  const reach = Math.round((QRS_REACH_MS * sampleRateHz) / 1000)
  for (const peak of rPeakIndices) mask.fill(1, Math.max(0, peak - reach), Math.max(0, peak + reach + 1))
  return mask
}
