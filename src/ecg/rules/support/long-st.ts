/** From the end of QRS to the top of T, brought to 60/min after Fridericia. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'
import { type Check, compare } from './check'

export function longSt({ representative, measurements }: Analysis): Check {
  const endMs = representative?.marks.qrsOffsetMs ?? null
  const topMs = representative?.marks.tPeakMs ?? null
  const { rrMs } = measurements
  const isKnown = endMs !== null && topMs !== null && rrMs !== null
  const value = isKnown ? Math.round((topMs - endMs) / Math.cbrt(rrMs / 1000)) : null
  return compare({ lead: null, name: 'stToTop', value, unit: 'ms', comparison: '>=', threshold: LIMIT.longStMs })
}
