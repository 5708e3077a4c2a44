/**
 * Class of a case from what the nurse entered (clinical.md C3) and acuity inside the class (C3, last line).
 * The class is a maximum: a button, a vital sign or a symptom raises it, nothing lowers it. Until the rules
 * engine exists, an ECG that nothing analysed makes the case at least URGENT.
 *
 * Under 16 years the adult limits of pressure, breathing, pulse and NEWS2 do not apply (C3, [R]).
 * Version: raise `TRIAGE_VERSION` with every change of meaning; it is stored with each computation.
 */
import type { Clinical } from './clinical'
import { news2 } from './news2'
import { type CaseClass, moreUrgent } from './values'

export const TRIAGE_VERSION = '1.1.0'

export type TriageInput = {
  readonly isEmergency: boolean
  readonly clinical: Clinical
  readonly ageYears: number | null
  readonly analysis: 'none' | { readonly recordingClass: CaseClass }
  readonly now: Date
}

export type ClassReason = {
  readonly source: 'button' | 'vitals' | 'symptoms' | 'recording' | 'person'
  /** Message key `classReason.<code>`. */
  readonly code: string
  readonly class: CaseClass
  readonly value?: number | string
}

export type Triage = {
  readonly class: CaseClass
  readonly reasons: readonly ClassReason[]
  /** 0–100, orders cases inside a class only. */
  readonly acuity: number
  readonly version: string
}

export function triage(input: TriageInput): Triage {
  const reasons = [
    ...buttonReasons(input),
    ...symptomReasons(input),
    ...vitalReasons(input),
    ...recordingReasons(input),
  ]
  return {
    class: reasons.reduce<CaseClass>((worst, reason) => moreUrgent(worst, reason.class), 'ROUTINE'),
    reasons,
    acuity: acuityOf(input),
    version: TRIAGE_VERSION,
  }
}

function buttonReasons({ isEmergency }: TriageInput): ClassReason[] {
  return isEmergency ? [{ source: 'button', code: 'emergency_button', class: 'EMERGENT' }] : []
}

function recordingReasons({ analysis }: TriageInput): ClassReason[] {
  return analysis === 'none'
    ? [{ source: 'recording', code: 'not_analysed', class: 'URGENT' }]
    : [{ source: 'recording', code: 'recording_class', class: analysis.recordingClass, value: analysis.recordingClass }]
}

function symptomReasons({ clinical, ageYears }: TriageInput): ClassReason[] {
  const has = (reason: Clinical['reasons'][number]) => clinical.reasons.includes(reason)
  const ticked = (tick: NonNullable<Clinical['ticks']>[number]) => clinical.ticks?.includes(tick) ?? false
  const isPain = has('chest_pain')
  const isUnstablePain =
    isPain &&
    (clinical.painNow ?? 0) > 0 &&
    ((clinical.systolicMmHg ?? 120) < 100 || (clinical.heartRateBpm ?? 80) > 120 || ticked('sweating'))
  const isSymptomatic = isPain || has('dyspnoea') || has('syncope') || has('palpitations')
  const isWithChild = clinical.pregnant === true || ticked('post_partum_6_weeks')
  return [
    ...when(has('cardiac_arrest'), 'cardiac_arrest', 'EMERGENT'),
    ...when(isUnstablePain, 'unstable_pain', 'EMERGENT'),
    ...when(isPain, 'chest_pain', 'URGENT'),
    ...when(has('syncope'), 'syncope', 'URGENT'),
    ...when(ticked('dyspnoea_at_rest'), 'dyspnoea_at_rest', 'URGENT'),
    ...when(ticked('icd_shock'), 'icd_shock', 'URGENT'),
    ...when(isWithChild && (isPain || has('dyspnoea') || has('palpitations')), 'pregnancy', 'URGENT'),
    ...when(ageYears !== null && ageYears < 16 && isSymptomatic, 'child_with_symptoms', 'URGENT'),
  ]
  function when(isTrue: boolean, code: string, itsClass: CaseClass): ClassReason[] {
    return isTrue ? [{ source: 'symptoms', code, class: itsClass }] : []
  }
}

type Limit = readonly [
  code: string,
  limitClass: CaseClass,
  value: number | undefined,
  isCrossed: (value: number) => boolean,
]

function vitalReasons(input: TriageInput): ClassReason[] {
  const { clinical, ageYears } = input
  const isAdult = ageYears === null || ageYears >= 16
  const limits: readonly Limit[] = [
    ['killip', 'EMERGENT', clinical.killipClass, (v) => v >= 3],
    ['potassium_high', 'EMERGENT', clinical.potassiumMmolL, (v) => v >= 6.5],
    ['spo2_low', 'EMERGENT', clinical.spo2Percent, (v) => v < (clinical.onOxygen ? 92 : 90)],
    ['spo2_reduced', 'URGENT', clinical.spo2Percent, (v) => v <= 93],
    ...(isAdult ? adultLimits(clinical) : childLimits(clinical, ageYears ?? 0)),
  ]
  const crossed = limits.flatMap(([code, itsClass, value, isCrossed]): ClassReason[] =>
    value !== undefined && isCrossed(value) ? [{ source: 'vitals', code, class: itsClass, value }] : [],
  )
  return [...crossed, ...stateReasons(clinical), ...(isAdult ? newsReasons(clinical) : [])]
}

function adultLimits(clinical: Clinical): readonly Limit[] {
  return [
    ['systolic_low', 'EMERGENT', clinical.systolicMmHg, (v) => v < 90],
    ['systolic_reduced', 'URGENT', clinical.systolicMmHg, (v) => v < 100],
    ['breathing', 'EMERGENT', clinical.respiratoryRatePerMin, (v) => v <= 8 || v >= 30],
    ['pulse_extreme', hasAnySymptom(clinical) ? 'EMERGENT' : 'URGENT', clinical.heartRateBpm, (v) => v < 40 || v > 150],
    ['pulse_abnormal', 'URGENT', clinical.heartRateBpm, (v) => v < 50 || v > 120],
  ]
}

/** A reason that is a complaint, a tick that is one, or pain now: C3 says "with any symptom". */
function hasAnySymptom({ reasons, ticks = [], painNow = 0 }: Clinical): boolean {
  const isComplaint = (reason: Clinical['reasons'][number]) => !['follow_up', 'pre_op', 'screening'].includes(reason)
  return reasons.some(isComplaint) || ticks.some((tick) => tick !== 'post_partum_6_weeks') || painNow > 0
}

/** Lower limit of systolic pressure by age (PALS, C3 [R]). Ages are whole years here, so infants take the 1–12 month limit. */
function childLimits(clinical: Clinical, ageYears: number): readonly Limit[] {
  const lowMmHg = ageYears < 1 ? 70 : ageYears <= 10 ? 70 + 2 * ageYears : 90
  return [['systolic_low_child', 'EMERGENT', clinical.systolicMmHg, (v) => v < lowMmHg]]
}

function stateReasons(clinical: Clinical): ClassReason[] {
  const isAltered = clinical.consciousness !== undefined && clinical.consciousness !== 'A'
  const isTroponinHigh = clinical.troponin !== undefined && clinical.troponin.value > clinical.troponin.upperLimit
  return [
    ...(isAltered
      ? [{ source: 'vitals', code: 'consciousness', class: 'EMERGENT', value: clinical.consciousness ?? '' } as const]
      : []),
    ...(clinical.isPressureUnrecordable
      ? [{ source: 'vitals', code: 'pressure_unrecordable', class: 'EMERGENT' } as const]
      : []),
    ...(isTroponinHigh ? [{ source: 'vitals', code: 'troponin_high', class: 'URGENT' } as const] : []),
  ]
}

function newsReasons(clinical: Clinical): ClassReason[] {
  if (clinical.pregnant) return []
  const { score, hasSingleThree } = news2(clinical)
  if (score >= 7) return [{ source: 'vitals', code: 'news2', class: 'EMERGENT', value: score }]
  if (score >= 5 || hasSingleThree) return [{ source: 'vitals', code: 'news2', class: 'URGENT', value: score }]
  return []
}

function acuityOf({ clinical, ageYears, now }: TriageInput): number {
  const onsetHours = clinical.painOnsetAt ? (now.getTime() - Date.parse(clinical.painOnsetAt)) / 3_600_000 : null
  const isTroponinHigh = clinical.troponin !== undefined && clinical.troponin.value > clinical.troponin.upperLimit
  const points =
    5 * news2(clinical).score +
    ((clinical.painNow ?? 0) > 0 ? 20 : 0) +
    onsetPoints(onsetHours) +
    ((clinical.systolicMmHg ?? 120) < 100 ? 15 : 0) +
    ((ageYears ?? 0) >= 75 ? 10 : 0) +
    (isTroponinHigh ? 10 : 0) +
    (clinical.killipClass === 2 ? 10 : 0) +
    (clinical.history?.includes('diabetes') ? 5 : 0)
  return Math.min(100, points)
}

function onsetPoints(hours: number | null): number {
  if (hours === null || hours > 12) return 0
  return hours < 3 ? 15 : 10
}
