/** CHA₂DS₂-VA (ESC atrial fibrillation 2024: sex is no longer counted) and the shock index. */
export type StrokeRiskInput = {
  readonly ageYears: number | null
  readonly hasHeartFailure: boolean
  readonly hasHypertension: boolean
  readonly hasDiabetes: boolean
  readonly hadStroke: boolean
  readonly hasVascularDisease: boolean
}

export type StrokeRisk = {
  readonly points: number
  /** From 2 points: anticoagulate; 1: consider. */
  readonly advice: 'anticoagulate' | 'consider' | 'none'
  /** The age is not known: the points are a lower bound. */
  readonly isLowerBound: boolean
}

export function cha2ds2Va(input: StrokeRiskInput): StrokeRisk {
  const age = input.ageYears ?? 0
  const points =
    (input.hasHeartFailure ? 1 : 0) +
    (input.hasHypertension ? 1 : 0) +
    (age >= 75 ? 2 : age >= 65 ? 1 : 0) +
    (input.hasDiabetes ? 1 : 0) +
    (input.hadStroke ? 2 : 0) +
    (input.hasVascularDisease ? 1 : 0)
  const advice = points >= 2 ? 'anticoagulate' : points === 1 ? 'consider' : 'none'
  return { points, advice, isLowerBound: input.ageYears === null }
}

export type ShockIndex = { readonly ratio: number; readonly level: 'usual' | 'abnormal' | 'high' }

/** Heart rate over systolic pressure; null while one of them is missing. */
export function shockIndex(heartRateBpm: number | null, systolicMmHg: number | null): ShockIndex | null {
  if (heartRateBpm === null || systolicMmHg === null || systolicMmHg <= 0) return null
  // To the hundredth: 90/100 is 0.90, whatever binary makes of it.
  const ratio = Math.round((heartRateBpm / systolicMmHg) * 100) / 100
  return { ratio, level: ratio >= 1 ? 'high' : ratio >= 0.9 ? 'abnormal' : 'usual' }
}
