/**
 * ST elevation at the J point against the limit of its lead, age and sex (clinical.md B1; Fourth Universal
 * Definition 2018). aVR is never an elevated lead. Unknown sex: the lower limit; unknown age: 40 and over.
 */
import type { LeadName } from '../../types'
import type { RuleContext, RuleInput } from '../rule'
import { LIMIT } from '../thresholds'
import { type Check, holds, leadsOf } from './check'
import { inContiguousLeads } from './contiguous'
import { ageYearsOf, isMan } from './patient'
import { leadIs, readLead } from './reading'

export const ELEVATION_LEADS = ['aVL', 'I', 'II', 'aVF', 'III', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const
const INFERIOR: readonly LeadName[] = ['II', 'III', 'aVF']
const RIGHT: readonly LeadName[] = ['V3R', 'V4R', 'V5R', 'V6R']
export const POSTERIOR: readonly LeadName[] = ['V7', 'V8', 'V9']

export function elevationLimitUv(lead: LeadName, context: RuleContext): number {
  if (lead === 'V2' || lead === 'V3') return anteriorLimitUv(context)
  if (RIGHT.includes(lead)) {
    return isManUnder(context, LIMIT.stElevationRightYoungManYears)
      ? LIMIT.stElevationRightYoungManUv
      : LIMIT.stElevationRightUv
  }
  if (POSTERIOR.includes(lead)) {
    return isManUnder(context, LIMIT.stElevationYoungManYears)
      ? LIMIT.stElevationPosteriorYoungManUv
      : LIMIT.stElevationPosteriorUv
  }
  return LIMIT.stElevationUv
}

export function isElevated({ analysis, context }: RuleInput, lead: LeadName): Check {
  return leadIs(analysis, lead, 'j', '>=', elevationLimitUv(lead, context))
}

/** The STEMI criterion: two neighbouring leads, each beyond its own limit. Extra leads count where they exist. */
export function stElevation(input: RuleInput): Check {
  return inContiguousLeads(elevationLeads(input), (lead) => isElevated(input, lead))
}

export function inferiorElevation(input: RuleInput): Check {
  return inContiguousLeads(INFERIOR, (lead) => isElevated(input, lead))
}

/** Every lead beyond its limit, single ones too. */
export function elevatedLeads(input: RuleInput): LeadName[] {
  return elevationLeads(input).filter((lead) => holds(isElevated(input, lead)))
}

const INFERIOR_MIRROR: readonly LeadName[] = ['aVL', 'I']
const ANTERIOR_MIRROR: readonly LeadName[] = ['III', 'aVF']

/** Depression opposite to the elevation (ISC-05): supports, its absence says nothing. */
export function reciprocalLeads(input: RuleInput, elevation: Check): LeadName[] {
  const raised = leadsOf(elevation)
  const isInferior = raised.some((lead) => INFERIOR.includes(lead))
  const isFrontal = raised.some((lead) => !INFERIOR.includes(lead) && !RIGHT.includes(lead))
  const opposite = [...(isInferior ? INFERIOR_MIRROR : []), ...(isFrontal ? ANTERIOR_MIRROR : [])]
  return opposite.filter(
    (lead) => !raised.includes(lead) && holds(leadIs(input.analysis, lead, 'j', '<=', LIMIT.stDepressionUv)),
  )
}

function elevationLeads({ analysis }: RuleInput): LeadName[] {
  const extra: readonly LeadName[] = ['V4R', 'V3R', ...POSTERIOR]
  return [...ELEVATION_LEADS, ...extra.filter((lead) => readLead(analysis, lead) !== null)]
}

function anteriorLimitUv(context: RuleContext): number {
  if (!isMan(context)) return LIMIT.stElevationV2V3WomanUv
  return isManUnder(context, LIMIT.stElevationYoungManYears)
    ? LIMIT.stElevationV2V3YoungManUv
    : LIMIT.stElevationV2V3ManUv
}

function isManUnder(context: RuleContext, years: number): boolean {
  return isMan(context) && (ageYearsOf(context) ?? Number.POSITIVE_INFINITY) < years
}
