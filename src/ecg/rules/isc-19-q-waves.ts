/**
 * ISC-19: Q waves, or tall broad R in V1–V2, of an infarct whose age the trace does not tell. New against the earlier
 * ECG, or under ST that is still raised: URGENT. LBBB and pacing make Q waves of their own; a suspected swap of limb leads takes those leads out.
 */
import type { Analysis } from '../measure/types'
import type { LeadName } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, atLeast, type Check, fact, holds, leadsOf } from './support/check'
import { hasLeftDelay, isPaced, isWideTachycardia } from './support/conduction'
import { inContiguousLeads } from './support/contiguous'
import { leadIs, leadRatioIs, leadValue } from './support/reading'
import { isSamplingTooSlow } from './support/signal-limits'
import { isLimbSwapLikely } from './support/swap'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const LATERAL: readonly LeadName[] = ['I', 'aVL']
const INFERIOR: readonly LeadName[] = ['II', 'III', 'aVF']
const CHEST: readonly LeadName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6']

export const isc19: Rule = {
  id: 'ISC-19',
  version: '1.0.0',
  source: 'Fourth Universal Definition of MI 2018 (Thygesen, Circulation 138:e618)',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const obstacle = obstacleOf(analysis)
    if (obstacle !== null) return notEvaluable([obstacle])
    const isSwapped = isLimbSwapLikely(analysis)
    const found = infarctSigns(analysis, isSwapped)
    const isNew = isUnknownTo(context.previous)
    const raised = inContiguousLeads([...LATERAL, ...INFERIOR, ...CHEST], (lead) => isRaisedQ(analysis, lead))
    const isRecent = holds(raised) && holds(found)
    return verdictOf(input, isRecent ? all(found, raised) : found, {
      needs: [...LATERAL, ...INFERIOR, ...CHEST],
      class: isNew || isRecent ? 'URGENT' : 'ROUTINE',
      confidence: context.previous === null ? 'low' : 'medium',
      textKey: isNew ? 'textNew' : isRecent ? 'textRecent' : 'text',
      values: { leads: leadsOf(found).join(', ') },
      limitations: isSwapped ? ['swap-suspected'] : [],
      unjudgedBecause: isSwapped ? ['swap-suspected'] : [],
    })
  },
}

function obstacleOf(analysis: Analysis): string | null {
  if (isPaced(analysis)) return 'paced'
  if (hasLeftDelay(analysis)) return 'left-bundle-branch-block'
  if (isWideTachycardia(analysis)) return 'wide-tachycardia'
  return isSamplingTooSlow(analysis) ? 'sampling-rate-low' : null
}

function isUnknownTo(previous: Analysis | null): boolean {
  return previous !== null && !holds(infarctSigns(previous, isLimbSwapLikely(previous)))
}

function infarctSigns(analysis: Analysis, isSwapped: boolean): Check {
  const groups = [LATERAL, CHEST, INFERIOR].map((leads) =>
    isSwapped && leads !== CHEST
      ? fact(null)
      : atLeast(
          LIMIT.qWaveLeads,
          leads.map((lead) => isQWave(analysis, lead)),
        ),
  )
  const front = (['V2', 'V3'] as const).map((lead) =>
    any(leadIs(analysis, lead, 'qMs', '>=', LIMIT.qWaveV2V3Ms), isQs(analysis, lead)),
  )
  return any(...groups, ...front, ...(['V1', 'V2'] as const).map((lead) => isPosteriorR(analysis, lead)))
}

/** A Q or QS whose ST is still raised: the infarct may be of these days. */
function isRaisedQ(analysis: Analysis, lead: LeadName): Check {
  return all(isQWave(analysis, lead), leadIs(analysis, lead, 'j', '>=', LIMIT.qWaveRecentStUv, { tolerance: 0 }))
}

function isQWave(analysis: Analysis, lead: LeadName): Check {
  const isBroadQ = all(
    leadIs(analysis, lead, 'qMs', '>=', LIMIT.qWaveMs),
    leadIs(analysis, lead, 'q', '>=', LIMIT.qWaveUv),
  )
  return any(isBroadQ, isQs(analysis, lead))
}

function isQs(analysis: Analysis, lead: LeadName): Check {
  return all(leadIs(analysis, lead, 'r', '<=', 0), leadIs(analysis, lead, 's', '>=', LIMIT.qWaveUv))
}

/** Tall, broad R with T upright: the Q wave of the posterior wall seen from the front. */
function isPosteriorR(analysis: Analysis, lead: LeadName): Check {
  return all(
    leadIs(analysis, lead, 'rMs', '>=', LIMIT.posteriorInfarctRMs),
    leadRatioIs(analysis, lead, { name: 'rOverS', of: 'r', over: 's' }, '>=', 1),
    leadIs(analysis, lead, 'tMax', '>', Math.abs(leadValue(analysis, lead, 'tMin') ?? 0)),
  )
}
