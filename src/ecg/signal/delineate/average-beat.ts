import { medianOfFirst } from '../../median'
import type { DelineationLead } from './types'

/** Samples of one usual beat in every lead; `rIndex` is the common fiducial. */
export type AverageBeat = {
  readonly leads: readonly Float32Array[]
  readonly rIndex: number
}

/** One beat in the average: samples from `fiducial + from` to `fiducial + to` are its own. */
export type Span = { readonly fiducial: number; readonly from: number; readonly to: number }

/** Sample-wise median; the ends of the window may rest on fewer beats than its middle. */
export function averageBeat(
  leads: readonly DelineationLead[],
  spans: readonly Span[],
  before: number,
  after: number,
): AverageBeat {
  const values = new Float64Array(spans.length)
  return {
    rIndex: before,
    leads: leads.map(({ stUv }) => {
      const average = new Float32Array(before + after + 1)
      for (let offset = -before; offset <= after; offset++) {
        let count = 0
        for (const { fiducial, from, to } of spans) {
          if (offset < from || offset > to) continue
          const value = stUv[fiducial + offset]
          if (value !== undefined && !Number.isNaN(value)) values[count++] = value
        }
        average[before + offset] = medianOfFirst(values, count)
      }
      return holdEnds(average, before)
    }),
  }
}

/** Where no member reaches, the nearest value towards the fiducial stands: flat, so no wave is seen there. */
function holdEnds(average: Float32Array, rIndex: number): Float32Array {
  let last = Number.isFinite(average[rIndex]) ? (average[rIndex] ?? 0) : 0
  for (let index = rIndex; index < average.length; index++) last = holdAt(average, index, last)
  last = average[rIndex] ?? 0
  for (let index = rIndex; index >= 0; index--) last = holdAt(average, index, last)
  return average
}

function holdAt(average: Float32Array, index: number, last: number): number {
  const value = average[index] ?? Number.NaN
  if (Number.isFinite(value)) return value
  average[index] = last
  return last
}
