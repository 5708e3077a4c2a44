/**
 * Class of a case from what the nurse entered and what the rules found on its ECGs (clinical.md C3), and
 * acuity inside the class (C3, last line). The class is a maximum: a button, a vital sign, a symptom, a finding
 * or a word of the device raises it, nothing lowers it. An ECG that nothing analysed makes the case at least URGENT.
 *
 * Under 16 years the adult limits of pressure, breathing, pulse and NEWS2 do not apply (C3, [R]).
 * Version: raise `TRIAGE_VERSION` with every change of meaning; it is stored with each computation.
 */
import type { Clinical } from './clinical'
import { news2 } from './news2'
import { caseScores } from './scores/case-scores'
import { type CaseClass, moreUrgent } from './values'

export const TRIAGE_VERSION = '2.0.0'

export type TriageInput = {
  readonly isEmergency: boolean
  readonly clinical: Clinical
  readonly ageYears: number | null
  /** One for each ECG of the case; none while it is on its way. */
  readonly recordings: readonly JudgedRecording[]
  readonly now: Date
}

/** What the rules and the words of the device say of one ECG; `null` for a picture and for what nobody can read. */
export type JudgedRecording = {
  /** False where measuring failed, too little could be judged, or the module is switched off. */
  readonly isAnalysed: boolean
  /** Findings and words of the device that carry a class, most urgent first. */
  readonly reasons: readonly (ClassReason & { readonly source: 'recording' })[]
  readonly heartRateBpm: number | null
  /** A finding of ST deviation is met. */
  readonly isStDeviated: boolean
  /** A standard lead is missing or bad, or the whole recording is. */
  readonly isIncomplete: boolean
  readonly hasConfidentFinding: boolean
} | null

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
    ...scoreReasons(input),
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

function recordingReasons({ recordings, clinical }: TriageInput): ClassReason[] {
  const notAnalysed: ClassReason = { source: 'recording', code: 'not_analysed', class: 'URGENT' }
  const isUnanalysed = recordings.length === 0 || recordings.some((one) => !one?.isAnalysed)
  const isIncomplete = hasAnySymptom(clinical) && recordings.some((one) => one?.isIncomplete)
  return [
    ...recordings.flatMap((one) => one?.reasons ?? []),
    ...(isIncomplete ? [{ source: 'recording', code: 'ecg_incomplete', class: 'URGENT' } as const] : []),
    ...(isUnanalysed ? [notAnalysed] : []),
  ]
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
    ...(isAdult ? adultLimits(input) : childLimits(clinical, ageYears ?? 0)),
  ]
  const crossed = limits.flatMap(([code, itsClass, value, isCrossed]): ClassReason[] =>
    value !== undefined && isCrossed(value) ? [{ source: 'vitals', code, class: itsClass, value }] : [],
  )
  return [...crossed, ...stateReasons(clinical), ...(isAdult ? newsReasons(clinical) : [])]
}

function adultLimits({ clinical, recordings }: TriageInput): readonly Limit[] {
  const itsExtreme = hasAnySymptom(clinical) ? 'EMERGENT' : 'URGENT'
  const rates = [clinical.heartRateBpm, ...recordings.map((one) => one?.heartRateBpm ?? undefined)]
  return [
    ['systolic_low', 'EMERGENT', clinical.systolicMmHg, (v) => v < 90],
    ['systolic_reduced', 'URGENT', clinical.systolicMmHg, (v) => v < 100],
    ['breathing', 'EMERGENT', clinical.respiratoryRatePerMin, (v) => v <= 8 || v >= 30],
    // The worse of the pulse and the rate of each ECG counts.
    ...rates.flatMap((rate): Limit[] => [
      ['pulse_extreme', itsExtreme, wholeRate(rate), (v) => v < 40 || v > 150],
      ['pulse_abnormal', 'URGENT', wholeRate(rate), (v) => v < 50 || v > 120],
    ]),
  ]
}

function wholeRate(bpm: number | undefined): number | undefined {
  return bpm === undefined ? undefined : Math.round(bpm)
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

/** Scores of an acute coronary syndrome, where one is suspected; lower bounds count as they are (C3). */
function scoreReasons({ clinical, ageYears, recordings, now }: TriageInput): ClassReason[] {
  const isAdult = ageYears === null || ageYears >= 16
  const isSuspected = clinical.reasons.includes('chest_pain') || clinical.troponin !== undefined
  if (!isAdult || !isSuspected) return []
  const judged = recordings.filter((one) => one !== null)
  const scores = caseScores(
    clinical,
    ageYears,
    {
      heartRateBpm: judged[0]?.heartRateBpm ?? null,
      isStDeviated: judged.length === 0 ? null : judged.some((one) => one.isStDeviated),
      isAnteriorOrLbbb: null,
    },
    now,
  )
  const limits = [
    ['heart', scores.heart.points, 4],
    ['timi_ua', scores.timiUa.points, 3],
    ['grace', scores.grace.points, 109],
  ] as const
  return limits.flatMap(([code, points, limit]) =>
    points >= limit ? [{ source: 'vitals', code, class: 'URGENT', value: points } as const] : [],
  )
}

function acuityOf({ clinical, ageYears, recordings, now }: TriageInput): number {
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
    (clinical.history?.includes('diabetes') ? 5 : 0) +
    (recordings.some((one) => one?.hasConfidentFinding) ? 10 : 0)
  return Math.min(100, points)
}

function onsetPoints(hours: number | null): number {
  if (hours === null || hours > 12) return 0
  return hours < 3 ? 15 : 10
}
