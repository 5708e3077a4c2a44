/**
 * Shapes of QRS that other rules have to know of: left and right bundle-branch block (AHA/ACCF/HRS 2009
 * Part III), pacing of the ventricle. The shapes are judged at any rate and in any rhythm, so that a block
 * in atrial fibrillation is found.
 */
import type { Analysis } from '../../measure/types'
import type { LeadName } from '../../types'
import { LIMIT } from '../thresholds'
import { all, any, type Check, fact, holds, opposite } from './check'
import { oncePerAnalysis } from './once-per-analysis'
import { globalIs, globalValue, leadIs, leadRatioIs, leadValue } from './reading'

/** A ventricular stimulus lies so long before QRS, or so little after the onset that was seen. */
const SPIKE_BEFORE_QRS_MS = 60
const SPIKE_AFTER_ONSET_MS = 30

export function isWide(analysis: Analysis): Check {
  return globalIs(analysis, 'qrs', '>=', LIMIT.wideQrsMs)
}

export const lbbbShape = oncePerAnalysis((analysis) =>
  all(
    isWide(analysis),
    isQsOrRs(analysis, 'V1'),
    any(isBroadR(analysis, 'I'), isBroadR(analysis, 'aVL')),
    any(isBroadR(analysis, 'V5'), isBroadR(analysis, 'V6')),
    ...(['I', 'V5', 'V6'] as const).map((lead) => leadIs(analysis, lead, 'q', '<', LIMIT.lbbbQUv)),
    any(...latePeakLeads(analysis).map((lead) => leadIs(analysis, lead, 'rPeakTime', '>', LIMIT.lbbbRPeakMs))),
    isNotPreExcited(analysis),
  ),
)

/** Where V5 and V6 still show RS, the late peak is looked for in I and aVL too. */
function latePeakLeads(analysis: Analysis): LeadName[] {
  const isRs = (['V5', 'V6'] as const).every((lead) => (leadValue(analysis, lead, 'sMs') ?? 0) >= LIMIT.lbbbRsMs)
  return ['V5', 'V6', ...(isRs ? (['I', 'aVL'] as const) : [])]
}

function isNotPreExcited(analysis: Analysis): Check {
  const pMs = globalValue(analysis, 'pDuration')
  const isMeasured = globalValue(analysis, 'pr') !== null && pMs !== null && pMs >= LIMIT.shortestPMs
  if (!isMeasured) return fact(true)
  const isVeryWide = globalIs(analysis, 'qrs', '>=', LIMIT.lbbbAnyPrQrsMs, { tolerance: 0 })
  return any(globalIs(analysis, 'pr', '>=', LIMIT.lbbbPrMs), isVeryWide)
}

export const rbbbShape = oncePerAnalysis((analysis) =>
  all(isWide(analysis), rightDelay(analysis), isSlurredS(analysis, 'I'), isSlurredS(analysis, 'V6')),
)

/** A second or a broad late R in V1 or V2. */
export function rightDelay(analysis: Analysis): Check {
  return any(...(['V1', 'V2'] as const).map((lead) => isLateR(analysis, lead)))
}

export function incompleteRight(analysis: Analysis): Check {
  return all(
    globalIs(analysis, 'qrs', '>=', LIMIT.incompleteBlockMs),
    globalIs(analysis, 'qrs', '<', LIMIT.wideQrsMs, { tolerance: 0 }),
    rightDelay(analysis),
    leadIs(analysis, 'V1', 'rPrime', '>', 0),
  )
}

export function isProlonged(analysis: Analysis): Check {
  return globalIs(analysis, 'qrs', '>=', LIMIT.incompleteBlockMs, { tolerance: 0 })
}

export function isPaced(analysis: Analysis): boolean {
  const pacedBeats = analysis.beats.filter((beat) => beat.class === 'paced' || isAfterSpike(analysis, beat.qrsOnsetMs))
  const isMost = pacedBeats.length > 0 && pacedBeats.length >= analysis.beats.length / 2
  return isMost && (globalValue(analysis, 'qrs') ?? 0) >= LIMIT.wideQrsMs
}

/** Left bundle-branch block or a paced ventricle: ST is judged by ISC-06 and ISC-07 instead of the usual limits. */
export function leftDelay(analysis: Analysis): Check {
  return isPaced(analysis) ? fact(true) : lbbbShape(analysis)
}

export function hasLeftDelay(analysis: Analysis): boolean {
  return holds(leftDelay(analysis))
}

export function hasRbbb(analysis: Analysis): boolean {
  return holds(rbbbShape(analysis))
}

/** Perhaps ventricular: its QRS has its own Q waves. */
export function isWideTachycardia(analysis: Analysis): boolean {
  return holds(all(isWide(analysis), globalIs(analysis, 'heartRate', '>=', LIMIT.wideTachycardiaBpm)))
}

export function isNarrow(analysis: Analysis): Check {
  return globalIs(analysis, 'qrs', '<', LIMIT.wideQrsMs)
}

function isAfterSpike({ spikesAtMs }: Analysis, qrsOnsetMs: number | null): boolean {
  if (qrsOnsetMs === null) return false
  return spikesAtMs.some(
    (spikeMs) => spikeMs >= qrsOnsetMs - SPIKE_BEFORE_QRS_MS && spikeMs <= qrsOnsetMs + SPIKE_AFTER_ONSET_MS,
  )
}

function isQsOrRs(analysis: Analysis, lead: LeadName): Check {
  const ratio = { name: 'rOverS', of: 'r', over: 's' } as const
  return all(leadIs(analysis, lead, 'net', '<', 0), leadRatioIs(analysis, lead, ratio, '<=', LIMIT.lbbbRsRatio))
}

function isBroadR(analysis: Analysis, lead: LeadName): Check {
  const isNotched = analysis.leads[lead]?.hasQrsNotch ?? false
  const isBroad = isNotched ? fact(true) : leadIs(analysis, lead, 'rMs', '>=', LIMIT.lbbbBroadRMs)
  return all(leadIs(analysis, lead, 'net', '>', 0), isBroad)
}

function isLateR(analysis: Analysis, lead: LeadName): Check {
  const hasSecondR = leadIs(analysis, lead, 'rPrime', '>', 0)
  const isBroadR = leadIs(analysis, lead, 'net', '>', 0)
  return all(any(hasSecondR, isBroadR), leadIs(analysis, lead, 'rPeakTime', '>', LIMIT.rbbbRPeakMs))
}

function isSlurredS(analysis: Analysis, lead: LeadName): Check {
  const rMs = leadValue(analysis, lead, 'rMs')
  return any(
    leadIs(analysis, lead, 'sMs', '>=', LIMIT.rbbbSMs),
    rMs === null ? opposite(fact(true)) : leadIs(analysis, lead, 'sMs', '>', rMs),
  )
}
