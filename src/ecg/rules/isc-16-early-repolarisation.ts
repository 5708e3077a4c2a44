/**
 * ISC-16: early repolarisation: a notch or slur at the end of QRS (consensus of 2015), or concave elevation in V2–V4.
 * In a patient with chest pain the four-variable formula of Smith tells it from a subtle occlusion of the LAD; where
 * the formula cannot be computed the finding is URGENT.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { all, alsoShowing, any, type Check, compare, fact, leadsOf } from './support/check'
import { hasLeftDelay, isNarrow } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { hasJWave, J_WAVE_LEADS } from './support/j-wave'
import { ladOcclusionValue } from './support/lad-formula'
import { leadIs, leadValue } from './support/reading'
import { isSamplingTooSlow } from './support/signal-limits'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const FRONT: readonly LeadName[] = ['V2', 'V3', 'V4']

export const isc16: Rule = {
  id: 'ISC-16',
  version: '1.0.0',
  source: 'Macfarlane, JACC 2015;66:470; Driver and Smith 2017 (four-variable formula)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const notches = inContiguousLeads(J_WAVE_LEADS, (lead) =>
      hasJWave(analysis, lead, LIMIT.earlyRepolarisationJPeakUv),
    )
    const concave = inContiguousLeads(FRONT, (lead) => isConcave(analysis, lead))
    const pattern = any(isSamplingTooSlow(analysis) ? fact(null) : notches, concave)
    const value = ladOcclusionValue(analysis)
    const shown = compare({
      lead: null,
      name: 'ladFormula',
      value,
      unit: 'points',
      comparison: '>=',
      threshold: LIMIT.ladFormulaHigh,
    })
    const found = all(isNarrow(analysis), pattern)
    return verdictOf(input, value === null ? found : alsoShowing(found, shown), {
      needs: [...J_WAVE_LEADS, ...FRONT],
      class: classOf(context, value),
      borderlineClass: classOf(context, value),
      confidence: 'low',
      leads: leadsOf(pattern),
      values: { leads: leadsOf(pattern).join(', ') },
      limitations: value === null ? ['lad-formula-not-computable'] : [],
      unjudgedBecause: isSamplingTooSlow(analysis) ? ['sampling-rate-low'] : [],
    })
  },
}

function classOf(context: RuleContext, value: number | null): FindingClass {
  const isPain = context.hasChestPain || context.hasPainNow
  const isRecent = isPain && (context.hoursSincePainOnset ?? 0) <= LIMIT.ladPainHours
  if (!isRecent || (value !== null && value < LIMIT.ladFormulaLow)) return 'ROUTINE'
  return context.hasPainNow && value !== null && value >= LIMIT.ladFormulaHigh ? 'EMERGENT' : 'URGENT'
}

/** Elevation that grows ever faster towards T, behind a QRS that still has R. */
function isConcave(analysis: Analysis, lead: LeadName): Check {
  const [j, j40, j80] = [
    leadValue(analysis, lead, 'j'),
    leadValue(analysis, lead, 'j40'),
    leadValue(analysis, lead, 'j80'),
  ]
  const isKnown = j !== null && j40 !== null && j80 !== null
  return all(
    leadIs(analysis, lead, 'j', '>=', LIMIT.concaveStUv, { tolerance: 0 }),
    leadIs(analysis, lead, 'r', '>', 0),
    fact(isKnown ? j40 >= j && j80 - j40 > j40 - j : null),
  )
}
