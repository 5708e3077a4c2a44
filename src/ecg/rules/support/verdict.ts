/** From a condition to a verdict: what was met, in which leads, and why something could not be judged. */
import type { Analysis } from '../../measure/types'
import type { LeadName } from '../../types'
import type { Evidence, FindingClass, RuleInput, RuleStatus, Verdict } from '../rule'
import { type Check, leadsOf, type Truth } from './check'
import { hasBadNote, isUsualBeatPlausible, readLead } from './reading'

type Details = {
  /** Leads without which nothing may be called absent. */
  readonly needs: readonly LeadName[]
  /** Class when met; a borderline finding is one class lower unless told. Null for what only supports another. */
  readonly class: FindingClass | null
  readonly borderlineClass?: FindingClass
  readonly confidence?: Verdict['confidence']
  readonly textKey?: string
  readonly values?: Verdict['values']
  readonly limitations?: readonly string[]
  /** Why it could not be judged, where the rule knows better than the missing values. */
  readonly unjudgedBecause?: readonly string[]
  /** Where the leads of the evidence are not those of the finding. */
  readonly leads?: readonly LeadName[]
}

export function verdictOf({ analysis }: Pick<RuleInput, 'analysis'>, check: Check, details: Details): Verdict {
  const lost = details.needs.filter((lead) => readLead(analysis, lead) === null)
  const status = statusOf(check.truth, lost)
  if (status === 'not_evaluable') return unjudged(analysis, check, lost, details.unjudgedBecause ?? [])
  const isFound = status !== 'not_met'
  return {
    status,
    class: isFound ? classOf(status, details) : null,
    confidence: details.confidence ?? 'medium',
    leads: isFound ? (details.leads ?? leadsOf(check)) : [],
    evidence: distinct(check.evidence),
    textKey: details.textKey ?? 'text',
    values: details.values ?? {},
    limitations: isFound ? [...new Set(details.limitations ?? [])] : [],
  }
}

export function notEvaluable(limitations: readonly string[], leads: readonly LeadName[] = []): Verdict {
  return {
    status: 'not_evaluable',
    class: null,
    confidence: 'low',
    leads,
    evidence: [],
    textKey: 'text',
    values: {},
    limitations,
  }
}

function statusOf(truth: Truth, lost: readonly LeadName[]): RuleStatus {
  if (truth === 'yes') return 'met'
  if (truth === 'near') return 'borderline'
  return truth === 'unknown' || lost.length > 0 ? 'not_evaluable' : 'not_met'
}

function unjudged(analysis: Analysis, check: Check, lost: readonly LeadName[], reasons: readonly string[]): Verdict {
  if (reasons.length > 0) return notEvaluable(reasons, lost)
  if (!isUsualBeatPlausible(analysis)) return notEvaluable(['no-usual-beat'])
  if (hasBadNote(analysis, 'gain-implausible')) return notEvaluable(['gain-implausible'])
  const absent = lost.filter((lead) => analysis.leads[lead] === undefined)
  const bad = lost.filter((lead) => analysis.leads[lead] !== undefined)
  if (lost.length > 0) {
    return notEvaluable([...(absent.length > 0 ? ['lead-missing'] : []), ...(bad.length > 0 ? ['lead-bad'] : [])], lost)
  }
  const unmeasured = check.evidence.filter(({ value }) => value === null)
  return {
    ...notEvaluable(['not-measurable'], leadsOf({ ...check, evidence: unmeasured })),
    evidence: distinct(unmeasured),
  }
}

function classOf(status: RuleStatus, details: Details): FindingClass | null {
  if (status === 'met' || details.class === null) return details.class
  return details.borderlineClass ?? (details.class === 'EMERGENT' ? 'URGENT' : 'ROUTINE')
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const keyOf = ({ lead, name, comparison, threshold }: Evidence) => `${lead} ${name} ${comparison} ${threshold}`
  return [...new Map(evidence.map((one) => [keyOf(one), one])).values()]
}
