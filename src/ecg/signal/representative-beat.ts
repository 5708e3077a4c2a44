/**
 * The usual beat (clinical.md A3.4–A3.5): the sample-wise median of the dominant class in every lead, each beat brought
 * to the same instant within a fraction of a sample, zero on the level just before QRS.
 *
 * Left out: beats at the ends that are cut, and the beat after one of another class. Windows reach from 350 ms before R
 * to three quarters of RR after it, 700 ms at most (the 550 of A3.4 would cut the T of a long QT).
 * Microvolts, hertz, milliseconds from the first sample of the recording.
 */
import type { Beat, Marks, RepresentativeBeat } from '../measure/types'
import { median, medianOfFirst } from '../median'
import type { LeadName } from '../types'
import { withoutLevelLine } from './level-line'
import { lagBetween, shiftedWindow } from './sub-sample'

type Lead = { readonly name: LeadName; readonly rawUv: Float32Array }

type Input = {
  readonly sampleRateHz: number
  readonly leads: readonly Lead[]
  readonly usableLeads: readonly LeadName[]
  readonly beats: readonly Beat[]
  readonly beatsByLead: Readonly<Partial<Record<LeadName, readonly Marks[]>>>
  /** Indices into `beats`: the beats of the dominant shape. */
  readonly dominant: readonly number[]
}

const BEFORE_MS = 350
const AFTER_MS = 700
const AFTER_SHARE_OF_RR = 0.75
const SHORTEST_AFTER_MS = 200
const FEW_BEATS = 3

export function representativeBeat(input: Input): RepresentativeBeat | null {
  const { sampleRateHz, beats } = input
  const samplesOf = (ms: number) => Math.round((ms * sampleRateHz) / 1000)
  const rrMs = median(beats.slice(1).map(({ rPeakMs }, index) => rPeakMs - (beats[index]?.rPeakMs ?? 0)))
  const before = samplesOf(BEFORE_MS)
  const afterMs = rrMs === null ? AFTER_MS : Math.min(AFTER_MS, Math.max(SHORTEST_AFTER_MS, AFTER_SHARE_OF_RR * rrMs))
  const after = samplesOf(afterMs)
  const chosen = chosenBeats(input, before, after)
  if (chosen.length === 0) return null
  const onsets = beats.map(({ qrsOnsetMs }) => qrsOnsetMs)
  const levelled = input.leads.map((lead) => ({
    ...lead,
    rawUv: withoutLevelLine(lead.rawUv, sampleRateHz, onsets),
  }))
  const fiducials = alignedFiducials(levelled, input, chosen)
  const startMs = (before * 1000) / sampleRateHz
  const rPeaksMs = chosen.map((index) => beats[index]?.rPeakMs ?? 0)
  return {
    sampleRateHz,
    rIndex: before,
    leads: Object.fromEntries(levelled.map(({ name, rawUv }) => [name, medianBeat(rawUv, fiducials, before, after)])),
    marks: medianMarks(
      chosen.flatMap((index) => beats[index] ?? []),
      rPeaksMs,
      startMs,
    ),
    marksByLead: Object.fromEntries(
      Object.entries(input.beatsByLead).map(([name, marks]) => [
        name,
        medianMarks(
          chosen.flatMap((index) => marks[index] ?? []),
          rPeaksMs,
          startMs,
        ),
      ]),
    ),
    beatCount: chosen.length,
    isFewBeats: chosen.length < FEW_BEATS,
  }
}

/** Whole beats of the dominant class after a beat of it; when there are none, what there is. */
function chosenBeats(
  { beats, dominant, leads, sampleRateHz }: Input,
  before: number,
  after: number,
): readonly number[] {
  const length = leads[0]?.rawUv.length ?? 0
  const isWhole = (index: number) => {
    const at = ((beats[index]?.rPeakMs ?? 0) * sampleRateHz) / 1000
    return at - before >= 0 && at + after < length
  }
  const usual = dominant.filter((index) => beats[index]?.class !== 'supraventricular')
  const whole = usual.filter(isWhole)
  const undisturbed = whole.filter((index) => index === 0 || usual.includes(index - 1))
  if (undisturbed.length >= FEW_BEATS) return undisturbed
  if (whole.length > 0) return whole
  return usual.length > 0 ? usual : dominant
}

/** Fractional sample positions of R, each beat shifted to where it agrees best with the first round's median. */
function alignedFiducials(leads: readonly Lead[], input: Input, chosen: readonly number[]): readonly number[] {
  const rough = chosen.map((index) => Math.round(((input.beats[index]?.rPeakMs ?? 0) * input.sampleRateHz) / 1000))
  const reach = Math.round(0.06 * input.sampleRateHz)
  const judges = leads.filter(({ name }) => input.usableLeads.includes(name))
  const templates = (judges.length > 0 ? judges : leads).map(({ rawUv }) => ({
    rawUv,
    template: medianBeat(rawUv, rough, reach, reach),
  }))
  return rough.map((fiducial) => fiducial + lagBetween(templates, fiducial, reach))
}

function medianBeat(samples: Float32Array, fiducials: readonly number[], before: number, after: number): Float32Array {
  const width = before + after + 1
  const shifted = fiducials.map((fiducial) => shiftedWindow(samples, fiducial - before, width))
  const result = new Float32Array(width)
  const values = new Float64Array(fiducials.length)
  for (let index = 0; index < width; index++) {
    let count = 0
    for (const beat of shifted) {
      const value = beat[index] ?? Number.NaN
      if (!Number.isNaN(value)) values[count++] = value
    }
    result[index] = medianOfFirst(values, count)
  }
  return result
}

/** Each mark where most beats have it, as a distance from R. */
function medianMarks(marks: readonly Marks[], rPeaksMs: readonly number[], startMs: number): Marks {
  const over = (key: Exclude<keyof Marks, 'rPeakMs'>) => {
    const distances = marks.flatMap((mark, index) => {
      const instant = mark[key]
      return instant === null ? [] : [instant - (rPeaksMs[index] ?? 0)]
    })
    const middle = distances.length * 2 > marks.length ? median(distances) : null
    return middle === null ? null : middle + startMs
  }
  const rPeak = median(marks.map((mark, index) => mark.rPeakMs - (rPeaksMs[index] ?? 0))) ?? 0
  return {
    rPeakMs: rPeak + startMs,
    pOnsetMs: over('pOnsetMs'),
    pPeakMs: over('pPeakMs'),
    pOffsetMs: over('pOffsetMs'),
    qrsOnsetMs: over('qrsOnsetMs'),
    qrsOffsetMs: over('qrsOffsetMs'),
    tPeakMs: over('tPeakMs'),
    tOffsetMs: over('tOffsetMs'),
  }
}
