/**
 * HEART, chest pain in the emergency room (Six 2008): 0–10, death or infarction within six weeks.
 * Not for STEMI or an unstable patient: the caller decides. A missing part adds nothing: a lower bound.
 */
export type HeartInput = {
  /** 0 slightly, 1 moderately, 2 highly suspicious; only a person can say. */
  readonly history: 0 | 1 | 2 | null
  readonly ecg: 'normal' | 'non-specific' | 'st-deviation' | null
  readonly ageYears: number | null
  readonly riskFactorCount: number | null
  readonly hasKnownAtherosclerosis: boolean
  /** Value over the upper limit of the laboratory. */
  readonly troponinRatio: number | null
}

export type Heart = { readonly points: number; readonly missing: number }

const ECG_POINTS = { normal: 0, 'non-specific': 1, 'st-deviation': 2 } as const

export function heart(input: HeartInput): Heart {
  const parts = [
    input.history,
    input.ecg === null ? null : ECG_POINTS[input.ecg],
    input.ageYears === null ? null : agePoints(input.ageYears),
    riskPoints(input),
    input.troponinRatio === null ? null : troponinPoints(input.troponinRatio),
  ]
  return {
    points: parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
    missing: parts.filter((part) => part === null).length,
  }
}

function agePoints(years: number): number {
  if (years >= 65) return 2
  return years >= 45 ? 1 : 0
}

function riskPoints({ riskFactorCount, hasKnownAtherosclerosis }: HeartInput): number | null {
  if (hasKnownAtherosclerosis) return 2
  if (riskFactorCount === null) return null
  if (riskFactorCount >= 3) return 2
  return riskFactorCount >= 1 ? 1 : 0
}

function troponinPoints(ratio: number): number {
  if (ratio > 3) return 2
  return ratio > 1 ? 1 : 0
}
