/**
 * QRS that is high and low in turn (clinical.md HYP-02, tamponade).
 *
 * Only where all beats are of one class, so that bigeminy is none, and where at least nine of ten steps
 * from beat to beat go the expected way, so that breathing is none either.
 */
import { mean } from '../numeric'
import type { RhythmFeatures } from '../types'
import { peakToPeakUv } from './fibrillatory'
import { samplesOf } from './quiet-time'
import type { RhythmInput, RhythmLead } from './rhythm-input'

type Alternans = NonNullable<RhythmFeatures['alternans']>

const LEAST_BEATS = 6
const LEAST_AGREEMENT = 0.9

export function findAlternans(input: RhythmInput): Alternans | null {
  const isOneClass = input.beats.every(({ class: beatClass }) => beatClass === input.beats[0]?.class)
  if (input.beats.length < LEAST_BEATS || !isOneClass) return null
  return input.leads
    .filter(({ name }) => input.usableLeads.includes(name))
    .reduce<Alternans | null>((best, lead) => {
      const found = alternansIn(lead, input)
      return found && found.differenceUv > (best?.differenceUv ?? 0) ? found : best
    }, null)
}

function alternansIn({ name, smoothUv }: RhythmLead, { beats, sampleRateHz }: RhythmInput): Alternans | null {
  const heights = beats.flatMap(({ qrsOnsetMs, qrsOffsetMs }) => {
    if (qrsOnsetMs === null || qrsOffsetMs === null) return []
    const samples = samplesOf(smoothUv, { fromMs: qrsOnsetMs, toMs: qrsOffsetMs }, sampleRateHz)
    return samples ? [peakToPeakUv(samples)] : []
  })
  if (heights.length < beats.length - 1 || heights.length < LEAST_BEATS) return null
  const steps = heights.slice(1).map((height, index) => (height - (heights[index] ?? 0)) * (index % 2 === 0 ? 1 : -1))
  const average = mean(steps) ?? 0
  const agreeing = steps.filter((step) => Math.sign(step) === Math.sign(average)).length
  const heightUv = mean(heights) ?? 0
  if (agreeing < LEAST_AGREEMENT * steps.length || heightUv === 0) return null
  return { differenceUv: Math.abs(average), share: Math.abs(average) / heightUv, lead: name }
}
