/**
 * The made-up cases of the demo: nobody in them exists. Times are minutes before the seed ran.
 * `steps` says how far a case went: each word is a verb of the life cycle, done by the right person.
 */
import 'server-only'
import type { Clinical } from '@/cases/clinical'
import type { CaseClass, Outcome, Verdict } from '@/cases/values'
import type { RhythmName } from '@/ecg/synthetic/rhythms'
import type { Scenario } from '@/ecg/synthetic/scenarios'

export type DemoStep =
  | 'claim'
  | 'open'
  | Verdict
  | 'save'
  | 'sign'
  | 'understood'
  | 'cannot'
  | 'cancel'
  | 'second_opinion'
  | 'departure'
  | 'amend'
  | Outcome

export type DemoEcg = {
  readonly scenario: Scenario
  readonly rhythm?: RhythmName
  readonly class: CaseClass
  readonly finding: string | null
}

export type DemoCase = {
  readonly from: string
  readonly name: readonly [family: string, given: string] | null
  readonly sex: 'male' | 'female'
  readonly age: number
  readonly minutesAgo: number
  readonly ecg: DemoEcg | 'on_its_way' | 'unreadable' | 'draft'
  readonly isEmergency?: boolean
  readonly clinical: Clinical
  readonly steps: readonly DemoStep[]
}

export const NORMAL: DemoEcg = { scenario: 'normal', class: 'ROUTINE', finding: null }
export const ANTERIOR: DemoEcg = { scenario: 'anterior-stemi', class: 'EMERGENT', finding: 'stemi-anterior' }
export const INFERIOR: DemoEcg = { scenario: 'inferior-stemi', class: 'EMERGENT', finding: 'stemi-inferior' }
export const LATERAL: DemoEcg = { scenario: 'lateral-stemi', class: 'EMERGENT', finding: 'stemi-lateral' }
export const AF: DemoEcg = {
  scenario: 'normal',
  rhythm: 'atrial-fibrillation',
  class: 'URGENT',
  finding: 'atrial-fibrillation',
}
export const VT: DemoEcg = { scenario: 'vt', rhythm: 'vt', class: 'EMERGENT', finding: 'wide-qrs-tachycardia' }
export const BLOCK: DemoEcg = {
  scenario: 'normal',
  rhythm: 'av-block-3',
  class: 'EMERGENT',
  finding: 'av-block-complete',
}
export const LBBB: DemoEcg = { scenario: 'lbbb', class: 'URGENT', finding: 'lbbb' }
export const LVH: DemoEcg = { scenario: 'lvh', class: 'ROUTINE', finding: 'lvh' }
export const RBBB: DemoEcg = { scenario: 'rbbb', class: 'ROUTINE', finding: 'rbbb' }
export const WELLENS: DemoEcg = { scenario: 'wellens-b', class: 'URGENT', finding: 'wellens' }

export const pain = (strength: number, rest: Partial<Clinical> = {}): Clinical => ({
  reasons: ['chest_pain'],
  painNow: strength,
  consciousness: 'A',
  ...rest,
})
export const check = (reason: 'follow_up' | 'pre_op' | 'screening', rest: Partial<Clinical> = {}): Clinical => ({
  reasons: [reason],
  consciousness: 'A',
  ...rest,
})
export const vitals = (systolicMmHg: number, diastolicMmHg: number, heartRateBpm: number, spo2Percent: number) => ({
  systolicMmHg,
  diastolicMmHg,
  heartRateBpm,
  spo2Percent,
})

export const CALM = vitals(128, 80, 72, 98)
export const ANSWERED = ['claim', 'open', 'act_now', 'sign'] as const
export const DONE = [...ANSWERED, 'understood'] as const
export const QUIET = ['claim', 'open', 'no_emergency', 'sign', 'understood', 'discharged'] as const
