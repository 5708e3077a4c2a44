/** What the search for exchanged electrodes looks at: net waves of the usual beat, and how alike two leads are. */
import type { Analysis, RepresentativeBeat } from '../measure/types'
import type { LeadName } from '../types'

export type SwapInput = {
  readonly representative: RepresentativeBeat
  readonly leads: Analysis['leads']
  /** Usual beat of an earlier ECG of the same patient. */
  readonly previous?: RepresentativeBeat | null
}

export type SwapView = {
  /** Sum of the highest and the lowest point of P; null where there is no P. */
  readonly pUv: (lead: LeadName) => number | null
  readonly qrsNetUvMs: (lead: LeadName) => number
  readonly tUv: (lead: LeadName) => number
  readonly jUv: (lead: LeadName) => number
  /** From the lowest to the highest sample; null without the lead. */
  readonly spanUv: (lead: LeadName) => number | null
  /** Over the whole usual beat; null without one of the leads. */
  readonly correlation: (one: LeadName, other: LeadName) => number | null
  /** Root mean square of what one is more than the other, of that of the two; null without one of the leads. */
  readonly difference: (one: LeadName, other: LeadName) => number | null
}

export function swapView({ representative, leads }: SwapInput): SwapView {
  const samplesOf = (lead: LeadName) => representative.leads[lead] ?? null
  return {
    pUv: (lead) => {
      const { pMaxUv = null, pMinUv = null } = leads[lead] ?? {}
      return pMaxUv === null || pMinUv === null ? null : pMaxUv + pMinUv
    },
    qrsNetUvMs: (lead) => leads[lead]?.qrsNetAreaUvMs ?? 0,
    tUv: (lead) => (leads[lead]?.tMaxUv ?? 0) + (leads[lead]?.tMinUv ?? 0),
    jUv: (lead) => leads[lead]?.jUv ?? 0,
    spanUv: (lead) => {
      const samplesUv = samplesOf(lead)
      return samplesUv && spanOf(samplesUv)
    },
    correlation: (one, other) => {
      const first = samplesOf(one)
      const second = samplesOf(other)
      return first && second && correlationOf(first, second)
    },
    difference: (one, other) => {
      const first = samplesOf(one)
      const second = samplesOf(other)
      return first && second && differenceOf(first, second)
    },
  }
}

function differenceOf(one: Float32Array, other: Float32Array): number {
  let [sumXx, sumYy, sumOfDifference] = [0, 0, 0]
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const x = one[index] ?? Number.NaN
    const y = other[index] ?? Number.NaN
    if (Number.isNaN(x + y)) continue
    sumXx += x * x
    sumYy += y * y
    sumOfDifference += (x - y) ** 2
  }
  const size = Math.sqrt(sumXx * sumYy)
  return size > 0 ? Math.sqrt(sumOfDifference / size) : 0
}

function spanOf(samplesUv: Float32Array): number {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const sample of samplesUv) {
    if (sample < lowest) lowest = sample
    if (sample > highest) highest = sample
  }
  return Math.max(0, highest - lowest)
}

export function correlationOf(one: Float32Array, other: Float32Array): number {
  let count = 0
  let [sumX, sumY, sumXx, sumYy, sumXy] = [0, 0, 0, 0, 0]
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const x = one[index] ?? Number.NaN
    const y = other[index] ?? Number.NaN
    if (Number.isNaN(x + y)) continue
    count += 1
    sumX += x
    sumY += y
    sumXx += x * x
    sumYy += y * y
    sumXy += x * y
  }
  const spread = Math.sqrt((sumXx - sumX ** 2 / count) * (sumYy - sumY ** 2 / count))
  return spread > 0 ? (sumXy - (sumX * sumY) / count) / spread : 0
}
