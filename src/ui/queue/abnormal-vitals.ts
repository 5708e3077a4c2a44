/** Which measured values raise the class by themselves: the rules of triage say so, hence no limit stands here. */
import type { Clinical } from '@/cases/clinical'
import { type ClassReason, triage } from '@/cases/triage'

export type Vital =
  | 'pressure'
  | 'pulse'
  | 'spo2'
  | 'breathing'
  | 'consciousness'
  | 'killip'
  | 'potassium'
  | 'troponin'
  | 'pain'

const VITAL_OF_REASON: Readonly<Record<ClassReason['code'], Vital>> = {
  systolic_low: 'pressure',
  systolic_reduced: 'pressure',
  systolic_low_child: 'pressure',
  pressure_unrecordable: 'pressure',
  pulse_extreme: 'pulse',
  pulse_abnormal: 'pulse',
  spo2_low: 'spo2',
  spo2_reduced: 'spo2',
  breathing: 'breathing',
  consciousness: 'consciousness',
  killip: 'killip',
  potassium_high: 'potassium',
  troponin_high: 'troponin',
  unstable_pain: 'pain',
}

export function abnormalVitals(clinical: Clinical, ageYears: number | null): ReadonlySet<Vital> {
  // The time only orders cases inside a class; which limits are crossed does not depend on it.
  const { reasons } = triage({ isEmergency: false, clinical, ageYears, recordings: [], now: new Date(0) })
  return new Set(reasons.flatMap(({ code }) => VITAL_OF_REASON[code] ?? []))
}
