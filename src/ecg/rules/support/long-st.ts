/** From the end of QRS to the top of T, brought to 60/min after Fridericia: of the whole beat, or of one lead. */
import type { Analysis } from '../../measure/types'
import type { LeadName } from '../../types'
import { LIMIT } from '../thresholds'
import { type Check, compare } from './check'
import { readLead } from './reading'

export function longSt(analysis: Analysis, lead: LeadName | null = null): Check {
  const { representative, measurements } = analysis
  const endMs = representative?.marks.qrsOffsetMs ?? null
  const topMs = (lead === null ? representative?.marks.tPeakMs : readLead(analysis, lead)?.tMaxAtMs) ?? null
  const { rrMs } = measurements
  const isKnown = endMs !== null && topMs !== null && rrMs !== null
  const value = isKnown ? Math.round((topMs - endMs) / Math.cbrt(rrMs / 1000)) : null
  return compare({ lead, name: 'stToTop', value, unit: 'ms', comparison: '>=', threshold: LIMIT.longStMs })
}
