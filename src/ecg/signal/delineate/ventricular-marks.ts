/** QRS and T of one shape of beat, in each lead of its average. */

import { median } from '../../median'
import type { AverageBeat } from './average-beat'
import { qrsLimits } from './qrs-limits'
import { type TWave, tWave } from './t-wave'
import type { Limits, SamplesOf } from './types'
import { visiblePart } from './visible'

/** Relative to the fiducial of the average. */
export type QrsMarks = {
  readonly rPeak: number
  readonly qrs: Limits | null
  /** Null where QRS stays under what counts as a wave. */
  readonly visibleQrs: Limits | null
}

/** Relative to the fiducial. The medians are over the leads that may speak for the whole; null where none shows it. */
export type VentricularAverage = {
  readonly leads: readonly QrsMarks[]
  readonly t: readonly (TWave | null)[]
  /** A lead with a lower T has no say about its end. */
  readonly leastTUv: number
  readonly qrs: Limits | null
  readonly tPeak: number | null
  /** End of T, or of U: the second-latest over the leads, as where T is low its end comes out early. */
  readonly tOffset: number | null
}

export function ventricularMarks(
  average: AverageBeat,
  isJudge: readonly boolean[],
  { latestEnd, isFast }: { readonly latestEnd: number; readonly isFast: boolean },
  samplesOf: SamplesOf,
): VentricularAverage {
  const { leads, rIndex } = average
  const limits = qrsLimits(leads, rIndex, isFast, samplesOf)
  const judged = limits.filter((_, lead) => isJudge[lead]).flatMap((limit) => limit ?? [])
  const onset = median(judged.map((limit) => limit.onset))
  const offset = median(judged.map((limit) => limit.offset))
  const marks = leads.map((samples, lead): QrsMarks => {
    const qrs = limits[lead] ?? null
    const visible = qrs && visiblePart(samples, qrs)
    return {
      rPeak: qrs ? highestBetween(samples, qrs) - rIndex : 0,
      qrs: qrs && moved(qrs, -rIndex),
      visibleQrs: visible && moved(visible, -rIndex),
    }
  })
  const qrs = onset === null || offset === null ? null : moved({ onset, offset }, -rIndex)
  return withT(
    { leads: marks, t: [], leastTUv: 0, qrs, tPeak: null, tOffset: null },
    average,
    isJudge,
    latestEnd,
    samplesOf,
  )
}

const LEAST_SHARE_OF_T = 0.25
/** Where so many leads part U from T, U is left out in all. */
const LEAST_SHARE_WITH_U = 0.25

/** The same QRS with T looked for up to another instant. */
export function withT(
  marks: VentricularAverage,
  { leads, rIndex }: AverageBeat,
  isJudge: readonly boolean[],
  latestEnd: number,
  samplesOf: SamplesOf,
): VentricularAverage {
  const { qrs } = marks
  if (!qrs) return marks
  const wavesUntil = (latest: number) =>
    leads.map((samples) => tWave(samples, rIndex + Math.round(qrs.offset), rIndex + latest, samplesOf))
  const first = wavesUntil(latestEnd)
  const valleys = first.flatMap((wave, lead) => (isJudge[lead] ? (wave?.valley ?? []) : []))
  const valley = valleys.length > LEAST_SHARE_WITH_U * leads.length ? median(valleys) : null
  const waves = valley === null ? first : wavesUntil(Math.round(valley) - rIndex)
  const t = waves.map((wave) => wave && fromR(wave, rIndex))
  const ends = first.flatMap((wave, lead) => (wave && isJudge[lead] ? [wave.offset - rIndex] : []))
  const judged = t.filter((_, lead) => isJudge[lead]).flatMap((wave) => wave ?? [])
  return {
    ...marks,
    t,
    leastTUv: LEAST_SHARE_OF_T * Math.max(0, ...judged.map(({ heightUv }) => heightUv)),
    tPeak: median(judged.map(({ peak }) => peak)),
    tOffset: secondLatest(ends),
  }
}

function fromR(wave: TWave, rIndex: number): TWave {
  return {
    ...wave,
    peak: wave.peak - rIndex,
    offset: wave.offset - rIndex,
    visibleOffset: wave.visibleOffset - rIndex,
  }
}

function secondLatest(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => other - one)
  return sorted[1] ?? sorted[0] ?? null
}

function moved({ onset, offset }: Limits, by: number): Limits {
  return { onset: onset + by, offset: offset + by }
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
