/**
 * TIMI risk scores: unstable angina and NSTEMI (Antman 2000, 0–7) and STEMI (Morrow 2000, 0–14).
 * What is not known adds nothing: both are lower bounds then.
 */
export type TimiUaInput = {
  readonly ageYears: number | null
  readonly riskFactorCount: number | null
  readonly hasKnownStenosis: boolean | null
  readonly tookAspirin: boolean | null
  readonly hadTwoEpisodes: boolean | null
  readonly isStDeviated: boolean | null
  readonly areMarkersRaised: boolean | null
}

/** Risk of death, infarction or urgent revascularisation within 14 days, percent, by points. */
const UA_RISK_PERCENT = [4.7, 4.7, 8.3, 13.2, 19.9, 26.2, 40.9, 40.9] as const

export function timiUa(input: TimiUaInput): { readonly points: number; readonly riskPercent: number } {
  const points = [
    (input.ageYears ?? 0) >= 65,
    (input.riskFactorCount ?? 0) >= 3,
    input.hasKnownStenosis,
    input.tookAspirin,
    input.hadTwoEpisodes,
    input.isStDeviated,
    input.areMarkersRaised,
  ].filter((isTrue) => isTrue === true).length
  return { points, riskPercent: UA_RISK_PERCENT[points] ?? 0 }
}

export type TimiStemiInput = {
  readonly ageYears: number | null
  readonly hasDiabetesHypertensionOrAngina: boolean | null
  readonly systolicMmHg: number | null
  readonly heartRateBpm: number | null
  readonly killip: number | null
  readonly weightKg: number | null
  readonly isAnteriorOrLbbb: boolean | null
  readonly hoursToTreatment: number | null
}

/** Death within 30 days, percent, by points. */
const STEMI_DEATH_PERCENT = [0.8, 1.6, 2.2, 4.4, 7.3, 12.4, 16.1, 23.4, 26.8] as const
const STEMI_DEATH_ABOVE_PERCENT = 35.9

export function timiStemi(input: TimiStemiInput): { readonly points: number; readonly deathPercent: number } {
  const age = input.ageYears ?? 0
  const risks: readonly (readonly [isPresent: boolean | null, points: number])[] = [
    [age >= 75, 3],
    [age >= 65 && age < 75, 2],
    [input.hasDiabetesHypertensionOrAngina, 1],
    [input.systolicMmHg !== null && input.systolicMmHg < 100, 3],
    [input.heartRateBpm !== null && input.heartRateBpm > 100, 2],
    [input.killip !== null && input.killip >= 2, 2],
    [input.weightKg !== null && input.weightKg < 67, 1],
    [input.isAnteriorOrLbbb, 1],
    [input.hoursToTreatment !== null && input.hoursToTreatment > 4, 1],
  ]
  const points = risks.reduce((sum, [isPresent, itsPoints]) => sum + (isPresent ? itsPoints : 0), 0)
  return { points, deathPercent: STEMI_DEATH_PERCENT[points] ?? STEMI_DEATH_ABOVE_PERCENT }
}
