/** Frontal QRS axis of each beat by itself (clinical.md A4), for beats whose axis turns. Degrees, microvolts. */
import { frontalAxisDeg } from '../measure/axis'
import type { Marks } from '../measure/types'
import type { LeadName } from '../types'

type Lead = { readonly name: LeadName; readonly stUv: Float32Array }

/** Net area of a QRS that has a direction: 150 µV over 40 ms. */
const LEAST_AREA_UV_MS = 6000

export function beatAxesDeg(
  leads: readonly Lead[],
  marks: readonly Marks[],
  sampleRateHz: number,
): readonly (number | null)[] {
  const one = leads.find(({ name }) => name === 'I')
  const foot = leads.find(({ name }) => name === 'aVF')
  return marks.map(({ qrsOnsetMs, qrsOffsetMs }) => {
    if (!one || !foot || qrsOnsetMs === null || qrsOffsetMs === null) return null
    const areaOf = ({ stUv }: Lead) => netAreaUvMs(stUv, qrsOnsetMs, qrsOffsetMs, sampleRateHz)
    return frontalAxisDeg(areaOf(one), areaOf(foot), LEAST_AREA_UV_MS)
  })
}

/** Against the level at the onset. */
function netAreaUvMs(samples: Float32Array, fromMs: number, toMs: number, sampleRateHz: number): number {
  const from = Math.round((fromMs * sampleRateHz) / 1000)
  const to = Math.round((toMs * sampleRateHz) / 1000)
  const zero = samples[from] ?? Number.NaN
  let sum = 0
  for (let index = from; index <= to; index++) sum += (samples[index] ?? Number.NaN) - zero
  return (sum * 1000) / sampleRateHz
}
