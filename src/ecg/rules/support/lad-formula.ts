/**
 * The four-variable formula that favours an occlusion of the LAD over early repolarisation (Driver, Smith 2017),
 * in V2–V4 with ST elevation of 100 µV 60 ms after J. Millimetres are tenths of a millivolt; below 60/min the
 * uncorrected QT takes the place of Bazett's. Not for other walls, wide QRS, or convex elevation.
 */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'
import { globalValue, leadValue } from './reading'

const UV_PER_MM = 100

export function ladOcclusionValue(analysis: Analysis): number | null {
  const isRaised = (['V2', 'V3', 'V4'] as const).some(
    (lead) => (leadValue(analysis, lead, 'j60') ?? 0) >= LIMIT.ladFormulaJ60Uv,
  )
  const rate = globalValue(analysis, 'heartRate')
  const isSlow = rate !== null && rate < LIMIT.ladSlowBpm
  const qt = globalValue(analysis, isSlow ? 'qt' : 'qtcBazett')
  const qrsV2 = leadValue(analysis, 'V2', 'qrsHeight')
  const rV4 = leadValue(analysis, 'V4', 'r')
  const stV3 = leadValue(analysis, 'V3', 'j60')
  if (!isRaised || rate === null || qt === null || qrsV2 === null || rV4 === null || stV3 === null) return null
  const value = 0.052 * qt + (-0.151 * qrsV2 - 0.268 * rV4 + 1.062 * stV3) / UV_PER_MM
  return Math.round(value * 100) / 100
}
