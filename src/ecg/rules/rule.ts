/**
 * The contract of an automatic finding (clinical.md B0).
 *
 * A rule is a pure function of one analysed recording and of what is known about the patient. It
 * never lowers an urgency, never says "normal", and answers `not_evaluable` with its reason where a
 * lead, a wave or a fact that it needs is missing. Voltages are compared in whole microvolts and
 * intervals in whole milliseconds, rounded once.
 */
import type { Analysis } from '../measure/types'
import type { LeadName, Sex } from '../types'

export type RuleStatus = 'met' | 'borderline' | 'not_met' | 'not_evaluable'
/** Most urgent first. */
export const FINDING_CLASSES = ['EMERGENT', 'URGENT', 'ROUTINE'] as const
export type FindingClass = (typeof FINDING_CLASSES)[number]

export type Evidence = {
  readonly lead: LeadName | null
  /** Key of the quantity, as in the message `finding.quantity.<name>`. */
  readonly name: string
  readonly value: number | null
  readonly unit: 'uV' | 'ms' | 'bpm' | 'deg' | 'uV*ms' | 'uV/ms' | 's' | 'count' | 'ratio' | 'points' | 'mmol/L'
  readonly threshold: number | null
  readonly comparison: '>=' | '<=' | '>' | '<' | null
}

/** A stretch of the representative beat that the finding is about, for the shading on the trace. */
export type Segment = 'p' | 'pr' | 'qrs' | 'st' | 't' | 'qt' | 'rr' | 'strip'

export type Finding = {
  readonly id: string
  readonly version: string
  readonly status: RuleStatus
  /** Null unless the status is `met` or `borderline`. */
  readonly class: FindingClass | null
  readonly confidence: 'high' | 'medium' | 'low'
  readonly leads: readonly LeadName[]
  readonly segment: Segment
  readonly evidence: readonly Evidence[]
  /** Message `finding.<id>.<textKey>` with these values; never a sentence of its own. */
  readonly textKey: string
  readonly values: Readonly<Record<string, string | number>>
  /** Ids of findings that are shown before this one (clinical.md B7); its class stays. */
  readonly shownAfter: readonly string[]
  /** Keys of what limits the trust in it, and for `not_evaluable` of why it could not be judged. */
  readonly limitations: readonly string[]
}

/** What a rule decides; id, version and segment come from the rule itself. */
export type Verdict = Omit<Finding, 'id' | 'version' | 'segment' | 'shownAfter'>

/** What is known about the patient beside the trace. `null` is "not known", which never lowers a class. */
export type RuleContext = {
  readonly ageDays: number | null
  readonly ageYears: number | null
  readonly sex: Sex | null
  readonly hasChestPain: boolean
  /** Yes, or chest pain is a reason and the question was not answered (clinical.md B0). */
  readonly hasPainNow: boolean
  readonly hasDyspnoea: boolean
  readonly hasSyncope: boolean
  readonly hasPresyncope: boolean
  readonly hasPalpitations: boolean
  readonly isConsciousnessAltered: boolean
  readonly hoursSincePainOnset: number | null
  readonly systolicMmHg: number | null
  readonly spo2Percent: number | null
  readonly temperatureC: number | null
  readonly killip: number | null
  readonly potassiumMmolL: number | null
  readonly isTroponinRaised: boolean | null
  readonly hasKidneyDisease: boolean | null
  readonly takesQtDrug: boolean | null
  /** The patient's earlier ECG, where there is one. */
  readonly previous: Analysis | null
}

export type RuleInput = {
  readonly analysis: Analysis
  readonly context: RuleContext
  /** Verdicts of the rules before this one in the list; a rule may build only on those. */
  readonly verdicts: Readonly<Record<string, Verdict>>
}

export type Rule = {
  /** As in the specification: `ISC-01`. */
  readonly id: string
  readonly version: string
  /** Published source of the thresholds. */
  readonly source: string
  readonly segment: Segment
  /** Runs under 16 years of age as well, with paediatric limits where it has any. */
  readonly isForChildren: boolean
  readonly judge: (input: RuleInput) => Verdict
}

export const NOTHING_KNOWN: RuleContext = {
  ageDays: null,
  ageYears: null,
  sex: null,
  hasChestPain: false,
  hasPainNow: false,
  hasDyspnoea: false,
  hasSyncope: false,
  hasPresyncope: false,
  hasPalpitations: false,
  isConsciousnessAltered: false,
  hoursSincePainOnset: null,
  systolicMmHg: null,
  spo2Percent: null,
  temperatureC: null,
  killip: null,
  potassiumMmolL: null,
  isTroponinRaised: null,
  hasKidneyDisease: null,
  takesQtDrug: null,
  previous: null,
}
