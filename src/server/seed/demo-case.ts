/**
 * The made-up cases of the demo: nobody in them exists. Times are minutes before the seed ran.
 * `steps` says how far a case went: each word is a verb of the life cycle, done by the right person.
 */
import 'server-only'
import type { Clinical } from '@/cases/clinical'
import type { Outcome, Verdict } from '@/cases/values'
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

export const NORMAL: DemoEcg = { scenario: 'normal' }
export const ANTERIOR: DemoEcg = { scenario: 'anterior-stemi' }
export const INFERIOR: DemoEcg = { scenario: 'inferior-stemi' }
export const LATERAL: DemoEcg = { scenario: 'lateral-stemi' }
export const AF: DemoEcg = {
  scenario: 'normal',
  rhythm: 'atrial-fibrillation',
}
export const VT: DemoEcg = { scenario: 'vt', rhythm: 'vt' }
export const BLOCK: DemoEcg = {
  scenario: 'normal',
  rhythm: 'av-block-3',
}
export const LBBB: DemoEcg = { scenario: 'lbbb' }
export const LVH: DemoEcg = { scenario: 'lvh' }
export const RBBB: DemoEcg = { scenario: 'rbbb' }
export const WELLENS: DemoEcg = { scenario: 'wellens-b' }

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
