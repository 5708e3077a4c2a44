/**
 * Conducted beats that are wide on the left and others that are wide on the right (clinical.md RHY-14, alternating
 * bundle-branch block). The end of QRS tells the side: towards V1 and away from I where the right bundle is late, away
 * from V1 and towards I where the left one is. Only beats that a P wave led to count, so that ventricular beats do not.
 */
import type { LeadName } from '../../types'
import type { Beat, RhythmFeatures } from '../types'
import { samplesOf } from './quiet-time'
import { leadsNamed, type RhythmInput } from './rhythm-input'

type Bundles = NonNullable<RhythmFeatures['bundles']>

const WIDE_MS = 120
const END_MS = 50
/** Mean of the end of QRS against the level at its onset. */
const LEAST_V1_UV = 100
const LEAST_I_UV = 40
const LEVEL_MS = 12

export function findBundles(input: RhythmInput): Bundles | null {
  const sides = input.beats.flatMap((beat, index) => {
    const isConducted = input.pWaves.some(({ beatIndex }) => beatIndex === index)
    return isConducted ? (sideOf(beat, input) ?? []) : []
  })
  const countOf = (side: Side) => sides.filter((one) => one === side).length
  return sides.length === 0 ? null : { left: countOf('left'), right: countOf('right') }
}

type Side = 'left' | 'right'

function sideOf(beat: Beat, input: RhythmInput): Side | null {
  const { qrsOnsetMs, qrsOffsetMs } = beat
  if (qrsOnsetMs === null || qrsOffsetMs === null || qrsOffsetMs - qrsOnsetMs < WIDE_MS) return null
  const v1 = endUv('V1', { qrsOnsetMs, qrsOffsetMs }, input)
  const one = endUv('I', { qrsOnsetMs, qrsOffsetMs }, input)
  if (v1 === null || one === null) return null
  if (v1 >= LEAST_V1_UV && one <= -LEAST_I_UV) return 'right'
  return v1 <= -LEAST_V1_UV && one >= LEAST_I_UV ? 'left' : null
}

type Qrs = { readonly qrsOnsetMs: number; readonly qrsOffsetMs: number }

function endUv(name: LeadName, { qrsOnsetMs, qrsOffsetMs }: Qrs, input: RhythmInput): number | null {
  const [lead] = leadsNamed(input, [name])
  if (!lead) return null
  const level = meanOf(lead.smoothUv, qrsOnsetMs - LEVEL_MS, qrsOnsetMs, input)
  const end = meanOf(lead.smoothUv, qrsOffsetMs - END_MS, qrsOffsetMs, input)
  return level === null || end === null ? null : end - level
}

function meanOf(samples: Float32Array, fromMs: number, toMs: number, { sampleRateHz }: RhythmInput): number | null {
  const part = samplesOf(samples, { fromMs, toMs }, sampleRateHz)
  return part && part.reduce((sum, value) => sum + value, 0) / part.length
}
