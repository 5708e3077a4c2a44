/**
 * Rate, intervals and axis against the earlier ones.
 *
 * AHA/ACCF/HRS 2007 Part II (clinical.md D1): an interval has changed when it is now unusual and differs
 * by more than 10 %; the rate when it differs by more than 20 and is now under 50 or over 100; QTc when it
 * differs by more than 60 ms. An axis changed when it is now unusual and turned by 30° or more (ours: breathing
 * and lying turn it less).
 */
import { judgeAgainst, type Limits } from '../measure/limits'
import { whole } from '../measure/numeric'
import type { Measurements } from '../measure/types'
import type { Change } from './comparison'

const RATE_STEP_BPM = 20
const SLOW_BPM = 50
const FAST_BPM = 100
const INTERVAL_SHARE = 0.1
const QTC_STEP_MS = 60
const AXIS_STEP_DEG = 30

type Compared = 'heartRateBpm' | 'prMs' | 'qrsMs' | 'qtcMs' | 'qrsAxisDeg'
type Judge = (from: number, to: number, limits: Limits) => boolean

export function wholeBeatChanges(previous: Measurements, current: Measurements, limits: Limits): Change[] {
  return COMPARED.flatMap(([quantity, judge]) => {
    const from = whole(previous[quantity])
    const to = whole(current[quantity])
    if (from === null || to === null) return []
    return [{ quantity, lead: null, from, to, isSignificant: judge(from, to, limits) }]
  })
}

const interval =
  (quantity: 'prMs' | 'qrsMs'): Judge =>
  (from, to, limits) =>
    Math.abs(to - from) > INTERVAL_SHARE * from && judgeAgainst(limits.of[quantity], to) !== 'within'

const COMPARED: readonly (readonly [Compared, Judge])[] = [
  ['heartRateBpm', (from, to) => Math.abs(to - from) > RATE_STEP_BPM && (to < SLOW_BPM || to > FAST_BPM)],
  ['prMs', interval('prMs')],
  ['qrsMs', interval('qrsMs')],
  ['qtcMs', (from, to) => Math.abs(to - from) > QTC_STEP_MS],
  [
    'qrsAxisDeg',
    (from, to, limits) => turnDeg(from, to) >= AXIS_STEP_DEG && judgeAgainst(limits.of.qrsAxisDeg, to) !== 'within',
  ],
]

/** The shorter way round. */
function turnDeg(from: number, to: number): number {
  const turn = Math.abs(to - from) % 360
  return Math.min(turn, 360 - turn)
}
