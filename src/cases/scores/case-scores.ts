/**
 * The scores that the clinical card allows (clinical.md C2). What nobody entered is missing, never zero risk:
 * every score says how much of it is known.
 */
import type { Clinical } from '../clinical'
import { type Grace, grace } from './grace'
import { type Heart, heart } from './heart'
import { cha2ds2Va, type ShockIndex, type StrokeRisk, shockIndex } from './stroke-and-shock'
import { timiStemi, timiUa } from './timi'

export type CaseScores = {
  readonly grace: Grace
  readonly heart: Heart
  readonly timiUa: ReturnType<typeof timiUa>
  readonly timiStemi: ReturnType<typeof timiStemi>
  readonly strokeRisk: StrokeRisk
  readonly shockIndex: ShockIndex | null
}

export type EcgForScores = {
  readonly heartRateBpm: number | null
  /** Null while nothing has judged an ECG. */
  readonly isStDeviated: boolean | null
  readonly isAnteriorOrLbbb: boolean | null
}

export function caseScores(clinical: Clinical, ageYears: number | null, ecg: EcgForScores, now: Date): CaseScores {
  const { history = [], troponin } = clinical
  const heartRateBpm = clinical.heartRateBpm ?? ecg.heartRateBpm
  const systolicMmHg = clinical.systolicMmHg ?? null
  const killip = clinical.killipClass ?? null
  const areMarkersRaised = troponin ? troponin.value > troponin.upperLimit : null
  const has = (...diseases: readonly (typeof history)[number][]) => diseases.some((one) => history.includes(one))
  const isStenosisKnown = has('coronary_disease', 'infarction', 'pci_or_cabg')
  const { isStDeviated } = ecg
  // The card asks for three of the six risk factors: fewer than that are a lower bound.
  const riskFactorCount = [has('diabetes'), has('hypertension'), has('smoking')].filter(Boolean).length
  return {
    grace: grace({
      ageYears,
      heartRateBpm,
      systolicMmHg,
      creatinineUmolL: clinical.creatinineUmolL ?? null,
      killip,
      isArrest: clinical.reasons.includes('cardiac_arrest'),
      isStDeviated,
      areEnzymesRaised: areMarkersRaised,
    }),
    heart: heart({
      history: null,
      ecg: isStDeviated ? 'st-deviation' : null,
      ageYears,
      riskFactorCount,
      hasKnownAtherosclerosis: isStenosisKnown || has('stroke'),
      troponinRatio: troponin && troponin.upperLimit > 0 ? troponin.value / troponin.upperLimit : null,
    }),
    timiUa: timiUa({
      ageYears,
      riskFactorCount,
      hasKnownStenosis: isStenosisKnown,
      tookAspirin: null,
      hadTwoEpisodes: null,
      isStDeviated,
      areMarkersRaised,
    }),
    timiStemi: timiStemi({
      ageYears,
      hasDiabetesHypertensionOrAngina: has('diabetes', 'hypertension'),
      systolicMmHg,
      heartRateBpm,
      killip,
      weightKg: clinical.weightKg ?? null,
      isAnteriorOrLbbb: ecg.isAnteriorOrLbbb,
      hoursToTreatment: clinical.painOnsetAt ? (now.getTime() - Date.parse(clinical.painOnsetAt)) / 3_600_000 : null,
    }),
    strokeRisk: cha2ds2Va({
      ageYears,
      hasHeartFailure: has('heart_failure'),
      hasHypertension: has('hypertension'),
      hasDiabetes: has('diabetes'),
      hadStroke: has('stroke'),
      hasVascularDisease: isStenosisKnown,
    }),
    shockIndex: shockIndex(heartRateBpm, systolicMmHg),
  }
}
