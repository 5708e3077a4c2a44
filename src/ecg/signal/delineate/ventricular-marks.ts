/** QRS and T of one shape of beat, in each lead of its average. */
import type { AverageBeat } from './average-beat'
import { qrsLimits } from './qrs-limits'
import { medianOf } from './slopes'
import { type TWave, tWave } from './t-wave'
import type { Limits, SamplesOf } from './types'

/** Relative to the fiducial of the average. */
export type VentricularMarks = {
  readonly rPeak: number
  readonly qrs: Limits | null
  readonly t: TWave | null
}

export type VentricularAverage = {
  readonly leads: readonly VentricularMarks[]
  /** Medians over the leads that may speak for the whole; null where QRS is seen in none. */
  readonly qrs: Limits | null
  readonly tOffset: number | null
}

/** No T of a beat ends later than this share of RR after its R. */
const T_END_SHARE = 0.68
const LATEST_T_END_MS = 640

export function ventricularMarks(
  { leads, rIndex }: AverageBeat,
  isJudge: readonly boolean[],
  rr: number,
  samplesOf: SamplesOf,
): VentricularAverage {
  const latestEnd = rIndex + Math.round(Math.min(T_END_SHARE * rr, samplesOf(LATEST_T_END_MS)))
  const limits = qrsLimits(leads, rIndex, samplesOf)
  const offsets = limits.flatMap((limit, lead) => (limit && isJudge[lead] ? [limit.offset] : []))
  const onsets = limits.flatMap((limit, lead) => (limit && isJudge[lead] ? [limit.onset] : []))
  const offset = medianOf(offsets)
  const onset = medianOf(onsets)
  const marks = leads.map((samples, lead): VentricularMarks => {
    const qrs = limits[lead] ?? null
    const t = offset === null ? null : tWave(samples, Math.round(offset), latestEnd, samplesOf)
    return {
      rPeak: qrs ? highestBetween(samples, qrs) - rIndex : 0,
      qrs: qrs && { onset: qrs.onset - rIndex, offset: qrs.offset - rIndex },
      t: t && { ...t, peak: t.peak - rIndex, offset: t.offset - rIndex },
    }
  })
  return {
    leads: marks,
    qrs: onset === null || offset === null ? null : { onset: onset - rIndex, offset: offset - rIndex },
    tOffset: medianOf(marks.flatMap(({ t }, lead) => (t && isJudge[lead] ? [t.offset] : []))),
  }
}

/** Farthest from the level at QRS onset. */
function highestBetween(samples: Float32Array, { onset, offset }: Limits): number {
  const level = samples[onset] ?? 0
  let highest = onset
  for (let index = onset; index <= offset; index++) {
    if (Math.abs((samples[index] ?? 0) - level) > Math.abs((samples[highest] ?? 0) - level)) highest = index
  }
  return highest
}
