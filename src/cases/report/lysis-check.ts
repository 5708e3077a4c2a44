/**
 * May fibrinolysis be recommended (clinical.md D3 R02, D4)? Every question is answered yes or no first; "unknown" is not
 * an answer. A "yes" to an absolute one, shock, or too late an onset needs a second cardiologist and a reason.
 */
import type { CaseFacts } from './case-facts'
import { PROTOCOL } from './protocol'
import type { ReportStructure } from './structure'

export const LYSIS_QUESTIONS = PROTOCOL.questions.filter(({ kind }) => kind !== 'ask')

export type LysisCheck = {
  readonly unanswered: readonly string[]
  /** What blocks it: ids of absolute questions, `cardiogenic_shock`, `onset_too_long`. */
  readonly blockers: readonly string[]
  readonly relative: readonly string[]
  /** What the card says about a question: it answers nothing by itself. */
  readonly hints: Readonly<Record<string, string>>
}

const HYPERTENSION = { systolicMmHg: 180, diastolicMmHg: 110 } as const
const SHOCK_KILLIP = 4

export function lysisCheck(answers: ReportStructure['answers'], facts: CaseFacts): LysisCheck {
  const yes = (kind: 'absolute' | 'relative') =>
    LYSIS_QUESTIONS.filter((one) => one.kind === kind && answers[one.id] === 'yes').map(({ id }) => id)
  const isLate = facts.hoursSinceOnset !== null && facts.hoursSinceOnset > PROTOCOL.plan.windowHours
  return {
    unanswered: LYSIS_QUESTIONS.filter(({ id }) => (answers[id] ?? 'unknown') === 'unknown').map(({ id }) => id),
    blockers: [
      ...yes('absolute'),
      ...(facts.killipClass === SHOCK_KILLIP ? ['cardiogenic_shock'] : []),
      ...(isLate ? ['onset_too_long'] : []),
    ],
    relative: yes('relative'),
    hints: hintsOf(facts),
  }
}

function hintsOf(facts: CaseFacts): Readonly<Record<string, string>> {
  const { systolicMmHg, diastolicMmHg } = facts
  const isHigh = (systolicMmHg ?? 0) > HYPERTENSION.systolicMmHg || (diastolicMmHg ?? 0) > HYPERTENSION.diastolicMmHg
  return {
    ...(facts.hasStroke ? { intracranial_bleeding: 'stroke', ischaemic_stroke_6m: 'stroke', tia_6m: 'stroke' } : {}),
    ...(isHigh ? { hypertension_refractory: 'pressure' } : {}),
    ...(facts.isPregnant ? { pregnancy: 'pregnant' } : {}),
  }
}
