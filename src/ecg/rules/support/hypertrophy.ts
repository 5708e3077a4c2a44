/** Right ventricular hypertrophy (clinical.md A4), which also imitates a posterior infarct. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'
import { all, any, type Check, compare } from './check'
import { globalIs, leadIs, leadRatioIs, leadValue } from './reading'

/** R in V1 of 0.7 mV and taller than S, or R(V1) + S(V5 or V6) over 1.05 mV, with an axis beyond +90°. */
export function rightHypertrophy(analysis: Analysis): Check {
  const ratio = { name: 'rOverS', of: 'r', over: 's' } as const
  const tallR = all(leadIs(analysis, 'V1', 'r', '>=', LIMIT.rvhRUv), leadRatioIs(analysis, 'V1', ratio, '>', 1))
  return all(globalIs(analysis, 'qrsAxis', '>', LIMIT.rightAxisDeg), any(tallR, sumOf(analysis)))
}

function sumOf(analysis: Analysis): Check {
  const rV1 = leadValue(analysis, 'V1', 'r')
  const sides = (['V5', 'V6'] as const).map((lead) => leadValue(analysis, lead, 's'))
  const known = sides.flatMap((side) => (side === null ? [] : [side]))
  return compare({
    lead: 'V1',
    name: 'rV1PlusSV5',
    value: rV1 === null || known.length === 0 ? null : rV1 + Math.max(...known),
    unit: 'uV',
    comparison: '>',
    threshold: LIMIT.rvhSumUv,
  })
}
