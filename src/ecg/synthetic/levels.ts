/**
 * The exact level of the ST segment: the sum without noise at the end of QRS (or so long after it), against the
 * mean of the same sum over 14 to 2 ms before QRS onset (clinical.md A3.5). Millivolts.
 */
import { type Beat, ventricularMv, wavesMv } from './beat'
import { at, type Eight, eight } from './morphology'

const REFERENCE_FROM_MS = -14
const REFERENCE_TO_MS = -2

export function levelAfterJMv(beat: Beat, afterJMs: number): Eight {
  const { qrsOnsetMs, qrsOffsetMs } = beat.limits
  const level = soundMv(beat, qrsOffsetMs + afterJMs)
  let reference = eight(() => 0)
  const count = REFERENCE_TO_MS - REFERENCE_FROM_MS + 1
  for (let step = 0; step < count; step++) {
    const sample = soundMv(beat, qrsOnsetMs + REFERENCE_FROM_MS + step)
    const sum = reference
    reference = eight((lead) => at(sum, lead) + at(sample, lead) / count)
  }
  return eight((lead) => at(level, lead) - at(reference, lead))
}

function soundMv(beat: Beat, timeMs: number): Eight {
  const p = wavesMv(beat.p, timeMs)
  const ventricular = ventricularMv(beat, timeMs)
  return eight((lead) => at(p, lead) + at(ventricular, lead))
}
