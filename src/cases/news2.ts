/**
 * NEWS2 (Royal College of Physicians 2017), SpO₂ scale 1, from whatever was measured.
 * A missing value adds nothing, so the score is a lower bound; `missing` says how many are unknown.
 * Not for people under 16 or in pregnancy: the caller decides.
 */
import type { Clinical } from './clinical'

export type News2 = { readonly score: number; readonly hasSingleThree: boolean; readonly missing: number }

/** Rows of [upper bound inclusive, points]; the first row whose bound is not exceeded counts. */
type Scale = readonly (readonly [upTo: number, points: number])[]

const RESPIRATION: Scale = [
  [8, 3],
  [11, 1],
  [20, 0],
  [24, 2],
  [Number.POSITIVE_INFINITY, 3],
]
const SPO2: Scale = [
  [91, 3],
  [93, 2],
  [95, 1],
  [100, 0],
]
const SYSTOLIC: Scale = [
  [90, 3],
  [100, 2],
  [110, 1],
  [219, 0],
  [Number.POSITIVE_INFINITY, 3],
]
const PULSE: Scale = [
  [40, 3],
  [50, 1],
  [90, 0],
  [110, 1],
  [130, 2],
  [Number.POSITIVE_INFINITY, 3],
]
const TEMPERATURE: Scale = [
  [35, 3],
  [36, 1],
  [38, 0],
  [39, 1],
  [Number.POSITIVE_INFINITY, 2],
]

export function news2(clinical: Clinical): News2 {
  const parts = [
    points(RESPIRATION, clinical.respiratoryRatePerMin),
    points(SPO2, clinical.spo2Percent),
    points(SYSTOLIC, clinical.systolicMmHg),
    points(PULSE, clinical.heartRateBpm),
    points(TEMPERATURE, clinical.temperatureC),
    clinical.consciousness === undefined ? null : clinical.consciousness === 'A' ? 0 : 3,
    clinical.onOxygen === undefined ? null : clinical.onOxygen ? 2 : 0,
  ]
  const known = parts.filter((part) => part !== null)
  return {
    score: known.reduce((sum, part) => sum + part, 0),
    hasSingleThree: known.includes(3),
    missing: parts.length - known.length,
  }
}

function points(scale: Scale, value: number | undefined): number | null {
  if (value === undefined) return null
  return scale.find(([upTo]) => value <= upTo)?.[1] ?? null
}
