/** S in I, Q and inverted T in III (McGinn and White 1935), with or without the fast rate that goes with it. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'
import { all, type Check, holds } from './check'
import { globalIs, leadIs, leadValue } from './reading'

export function s1q3t3(analysis: Analysis): Check {
  return all(s1q3(analysis), leadIs(analysis, 'III', 'tMin', '<', -Math.abs(leadValue(analysis, 'III', 'tMax') ?? 0)))
}

/** A fast rate together with S in I and Q in III: an inverted T in front may then come from the right ventricle. */
export function hasRightStrainWave(analysis: Analysis): boolean {
  return holds(all(globalIs(analysis, 'heartRate', '>', LIMIT.emboliRateBpm), s1q3(analysis)))
}

function s1q3(analysis: Analysis): Check {
  return all(
    leadIs(analysis, 'I', 's', '>=', LIMIT.emboliWaveUv),
    leadIs(analysis, 'III', 'q', '>=', LIMIT.emboliWaveUv),
  )
}
