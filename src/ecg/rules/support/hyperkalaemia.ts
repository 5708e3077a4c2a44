/**
 * The signs of hyperkalaemia (clinical.md B4): narrow, symmetric, tall T; and the four signs of conduction: P flat or
 * absent without fibrillation, long PR, wide QRS, slow rate. Under 16 years PR, QRS and rate have the limits of the age.
 */
import { limitsFor } from '../../measure/limits'
import type { Analysis } from '../../measure/types'
import { STANDARD_LEADS, type StandardLead } from '../../types'
import type { RuleContext } from '../rule'
import { LIMIT, TOLERANCE } from '../thresholds'
import { all, any, atLeast, type Check, compare, fact, holds } from './check'
import { isPaced, isWide } from './conduction'
import { isChild } from './patient'
import { globalIs, globalValue, leadIs, leadRatioIs, leadValue } from './reading'

const T_LEADS = ['V2', 'V3', 'V4', 'V5'] as const satisfies readonly StandardLead[]

export function tallNarrowT(analysis: Analysis): Check {
  return atLeast(
    LIMIT.hyperkalaemiaLeads,
    T_LEADS.map((lead) => all(isTall(analysis, lead), isNarrowAndSymmetric(analysis, lead))),
  )
}

export function conductionSigns({ analysis, context }: { analysis: Analysis; context: RuleContext }): Check[] {
  const limits = isChild(context) ? childLimits(context) : ADULT
  const qrs = globalValue(analysis, 'qrs')
  const before = context.previous && globalValue(context.previous, 'qrs')
  const isWider = qrs !== null && before !== null && qrs - before >= LIMIT.widerQrsMs
  return [
    any(isPFlat(analysis), isPAbsent(analysis)),
    globalValue(analysis, 'pr') === null ? fact(false) : globalIs(analysis, 'pr', '>', limits.longPrMs),
    any(globalIs(analysis, 'qrs', '>=', limits.wideQrsMs), fact(isWider)),
    globalIs(analysis, 'heartRate', '<', limits.slowBpm),
  ]
}

/** QRS runs into T: wide, no P, and no lead comes back to the baseline between them. Not in a paced ventricle. */
export function sineWave(analysis: Analysis): Check {
  return all(
    fact(!isPaced(analysis)),
    globalIs(analysis, 'qrs', '>', LIMIT.sineWaveQrsMs, { tolerance: 0 }),
    isPAbsent(analysis),
    atLeast(
      LIMIT.sineWaveLeads,
      STANDARD_LEADS.map((lead) => runsIntoT(analysis, lead)),
    ),
  )
}

function childLimits(context: RuleContext): typeof ADULT {
  const { of, wideQrsMs } = limitsFor(context)
  return { longPrMs: of.prMs?.high ?? LIMIT.longPrMs, wideQrsMs, slowBpm: of.heartRateBpm?.low ?? LIMIT.slowBpm }
}

const ADULT = { longPrMs: LIMIT.longPrMs, wideQrsMs: LIMIT.wideQrsMs, slowBpm: LIMIT.slowBpm }

function isTall(analysis: Analysis, lead: StandardLead): Check {
  const r = leadValue(analysis, lead, 'r')
  const isAboveR =
    r === null
      ? fact(null)
      : all(leadIs(analysis, lead, 'tMax', '>', r), leadIs(analysis, lead, 'tMax', '>=', LIMIT.hyperkalaemiaTOverRUv))
  const isHigh = any(leadIs(analysis, lead, 'tMax', '>=', LIMIT.hyperkalaemiaTUv), isAboveR)
  const overS = { name: 'tOverS', of: 'tMax', over: 's' } as const
  return holds(isWide(analysis))
    ? all(isHigh, leadRatioIs(analysis, lead, overS, '>=', LIMIT.hyperkalaemiaTOverSRatio))
    : isHigh
}

function isNarrowAndSymmetric(analysis: Analysis, lead: StandardLead): Check {
  const widthMs = holds(isWide(analysis)) ? LIMIT.hyperkalaemiaWideTMs : LIMIT.hyperkalaemiaTWidthMs
  return all(
    leadIs(analysis, lead, 'tHalfWidth', '<=', widthMs, {
      tolerance: TOLERANCE.intervalMs,
    }),
    leadIs(analysis, lead, 'tSymmetry', '>=', LIMIT.hyperkalaemiaSymmetryLow),
    leadIs(analysis, lead, 'tSymmetry', '<=', LIMIT.hyperkalaemiaSymmetryHigh),
    leadIs(analysis, lead, 'j', '>', LIMIT.hyperkalaemiaJUv, { tolerance: 0 }),
  )
}

function isPFlat(analysis: Analysis): Check {
  if (globalValue(analysis, 'pDuration') === null) return fact(false)
  return all(...(['I', 'II', 'V1'] as const).map((lead) => leadIs(analysis, lead, 'pHeight', '<', LIMIT.flatPUv)))
}

/** No P, not even one that leads to no beat, and neither f waves nor an irregular rhythm that would explain it. */
function isPAbsent({ measurements, rhythm, pWaves }: Analysis): Check {
  const hasP = measurements.pMs !== null || measurements.prMs !== null || pWaves.length >= LIMIT.leastPWaves
  if (hasP || rhythm.flutter !== null) return fact(false)
  const isRegular =
    rhythm.nRmssd === null
      ? fact(null)
      : compare({
          lead: null,
          name: 'nRmssd',
          value: Math.round(rhythm.nRmssd * 1000) / 1000,
          unit: 'ratio',
          comparison: '<',
          threshold: LIMIT.fibrillationNrmssd,
        })
  const hasNoWaves = compare({
    lead: null,
    name: 'fibrillatoryWaves',
    value: rhythm.fibrillatoryUv === null ? null : Math.round(rhythm.fibrillatoryUv),
    unit: 'uV',
    comparison: '<',
    threshold: LIMIT.fibrillationWaveUv,
  })
  return all(isRegular, hasNoWaves.truth === 'unknown' ? fact(true) : hasNoWaves)
}

function runsIntoT(analysis: Analysis, lead: StandardLead): Check {
  const [j40, tMax, tMin] = [
    leadValue(analysis, lead, 'j40'),
    leadValue(analysis, lead, 'tMax'),
    leadValue(analysis, lead, 'tMin'),
  ]
  if (j40 === null || tMax === null || tMin === null) return fact(null)
  const height = Math.max(Math.abs(tMax), Math.abs(tMin))
  return compare({
    lead,
    name: 'stOverT',
    value: height === 0 ? 0 : Math.round((Math.abs(j40) / height) * 100) / 100,
    unit: 'ratio',
    comparison: '>=',
    threshold: LIMIT.sineWaveShare,
  })
}
