/**
 * All rules over one analysed recording. A rule that fails, is switched off or cannot be judged says so in its place;
 * nothing is silent (clinical.md B0). Where electrodes seem swapped the rules run on the recorded and on the un-swapped
 * leads, and the more urgent answer is kept with low confidence (B6). What is judged from the strip or from RR is the
 * same in all leads: there only a recorded answer that is missing is replaced.
 */
import type { Analysis } from '../measure/types'
import { RULES } from './index'
import { applyPrecedence } from './precedence'
import { FINDING_CLASSES, type Finding, type FindingClass, type Rule, type RuleContext, type Verdict } from './rule'
import { isChild } from './support/patient'
import { isUsualBeatPlausible, readLead } from './support/reading'
import { notEvaluable } from './support/verdict'
import { THRESHOLDS_VERSION } from './thresholds'

export type JudgeOptions = {
  readonly switchedOff?: readonly string[]
  /** The same recording with the suspected swap of electrodes undone. */
  readonly unswapped?: Analysis | null
  readonly rules?: readonly Rule[]
}

export type Judgement = {
  /** Of the thresholds; each finding has the version of its rule. */
  readonly version: string
  readonly findings: readonly Finding[]
  /** Null when nothing was found, which is not "normal". */
  readonly class: FindingClass | null
  /** False where too little of the recording could be judged: then it counts as not analysed. */
  readonly isAnalysed: boolean
}

const INDEPENDENT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const
/** One of the eight may be lost. */
const LEAST_INDEPENDENT_LEADS = 7

export function judgeRecording(analysis: Analysis, context: RuleContext, options: JudgeOptions = {}): Judgement {
  const rules = options.rules ?? RULES
  const switchedOff = options.switchedOff ?? []
  const recorded = runRules(rules, analysis, context, switchedOff)
  const judged = options.unswapped
    ? keepMoreUrgent(recorded, runRules(rules, options.unswapped, context, switchedOff))
    : recorded
  const findings = applyPrecedence(judged, context)
  return {
    version: THRESHOLDS_VERSION,
    findings,
    class: mostUrgent(findings.map((finding) => finding.class)),
    isAnalysed: isAnalysed(analysis) && !findings.some(({ limitations }) => limitations.includes('failed')),
  }
}

export function mostUrgent(classes: readonly (FindingClass | null)[]): FindingClass | null {
  return FINDING_CLASSES.find((one) => classes.includes(one)) ?? null
}

function runRules(
  rules: readonly Rule[],
  analysis: Analysis,
  context: RuleContext,
  switchedOff: readonly string[],
): Finding[] {
  const verdicts: Record<string, Verdict> = {}
  return rules.map((rule) => {
    const verdict = switchedOff.includes(rule.id)
      ? notEvaluable(['switched-off'])
      : isChild(context) && !rule.isForChildren
        ? notEvaluable(['not-under-16'])
        : attempt(() => rule.judge({ analysis, context, verdicts }))
    verdicts[rule.id] = verdict
    return {
      ...inBandwidth(verdict, rule, analysis),
      id: rule.id,
      version: rule.version,
      segment: rule.segment,
      shownAfter: [],
    }
  })
}

const ONE_LOWER = { high: 'medium', medium: 'low', low: 'low' } as const

/** A machine that filters ST away makes every finding of ST less sure (clinical.md A1); its class stays. */
function inBandwidth(verdict: Verdict, { segment }: Rule, { quality }: Analysis): Verdict {
  const isFound = verdict.status === 'met' || verdict.status === 'borderline'
  const isBent = segment === 'st' && quality.notes.some(({ reason }) => reason === 'bandwidth-narrow')
  if (!isFound || !isBent) return verdict
  const limitations = [...verdict.limitations, 'bandwidth-narrow']
  return { ...verdict, confidence: ONE_LOWER[verdict.confidence], limitations }
}

function attempt(judge: () => Verdict): Verdict {
  try {
    return judge()
  } catch {
    return notEvaluable(['failed'])
  }
}

function keepMoreUrgent(recorded: readonly Finding[], unswapped: readonly Finding[]): Finding[] {
  return recorded.map((finding, index) => {
    const other = unswapped[index]
    const isOfRhythm = finding.segment === 'strip' || finding.segment === 'rr'
    if (isOfRhythm && finding.status !== 'not_evaluable') return finding
    if (!other || weightOf(other) <= weightOf(finding)) return finding
    return { ...other, confidence: 'low', limitations: [...new Set([...other.limitations, 'swap-suspected'])] }
  })
}

/** Class before status; the recorded leads win a tie. */
function weightOf({ class: itsClass, status }: Finding): number {
  const urgency = itsClass === null ? 0 : FINDING_CLASSES.length - FINDING_CLASSES.indexOf(itsClass)
  return urgency * 10 + ['not_met', 'not_evaluable', 'borderline', 'met'].indexOf(status)
}

function isAnalysed(analysis: Analysis): boolean {
  const usable = INDEPENDENT_LEADS.filter((lead) => readLead(analysis, lead) !== null)
  return (
    analysis.quality.overall !== 'unacceptable' &&
    isUsualBeatPlausible(analysis) &&
    usable.length >= LEAST_INDEPENDENT_LEADS
  )
}
