/**
 * GRACE, death in hospital after an acute coronary syndrome (Granger, Arch Intern Med 2003;163:2345):
 * the logistic model and the points of its nomogram. Creatinine in µmol/L (1 mg/dL = 88.4 µmol/L).
 * Points are a lower bound while inputs are missing. GRACE 2.0 is not published in full and not imitated.
 */
export type GraceInput = {
  readonly ageYears: number | null
  readonly heartRateBpm: number | null
  readonly systolicMmHg: number | null
  readonly creatinineUmolL: number | null
  readonly killip: number | null
  readonly isArrest: boolean | null
  readonly isStDeviated: boolean | null
  readonly areEnzymesRaised: boolean | null
}

export type Grace = {
  /** Lower bound while something is missing. */
  readonly points: number
  /** 0…1; null while something is missing. */
  readonly deathInHospital: number | null
  readonly missing: readonly (keyof GraceInput)[]
}

const UMOL_PER_MG_DL = 88.4

export function grace(input: GraceInput): Grace {
  const missing = (Object.keys(input) as (keyof GraceInput)[]).filter((key) => input[key] === null)
  return { points: pointsOf(input), deathInHospital: missing.length > 0 ? null : probability(input), missing }
}

/** Rows of [value below which they hold, points]. */
type Scale = readonly (readonly [below: number, points: number])[]
const TOP = Number.POSITIVE_INFINITY
const AGE: Scale = [
  [30, 0],
  [40, 8],
  [50, 25],
  [60, 41],
  [70, 58],
  [80, 75],
  [90, 91],
  [TOP, 100],
]
const HEART_RATE: Scale = [
  [50, 0],
  [70, 3],
  [90, 9],
  [110, 15],
  [150, 24],
  [200, 38],
  [TOP, 46],
]
const SYSTOLIC: Scale = [
  [80, 58],
  [100, 53],
  [120, 43],
  [140, 34],
  [160, 24],
  [200, 10],
  [TOP, 0],
]
const CREATININE_MG_DL: Scale = [
  [0.4, 1],
  [0.8, 4],
  [1.2, 7],
  [1.6, 10],
  [2, 13],
  [4, 21],
  [TOP, 28],
]
const KILLIP = [0, 20, 39, 59] as const

function pointsOf(input: GraceInput): number {
  const { creatinineUmolL, killip } = input
  return (
    pointsOn(AGE, input.ageYears) +
    pointsOn(HEART_RATE, input.heartRateBpm) +
    pointsOn(SYSTOLIC, input.systolicMmHg) +
    pointsOn(CREATININE_MG_DL, creatinineUmolL === null ? null : mgDl(creatinineUmolL)) +
    (killip === null ? 0 : (KILLIP[killip - 1] ?? 0)) +
    (input.isArrest ? 39 : 0) +
    (input.isStDeviated ? 28 : 0) +
    (input.areEnzymesRaised ? 14 : 0)
  )
}

function pointsOn(scale: Scale, value: number | null): number {
  return value === null ? 0 : (scale.find(([below]) => value < below)?.[1] ?? 0)
}

/** To the hundredth, as the nomogram was printed: 1.2 mg/dL must not become 1.1999. */
function mgDl(umolL: number): number {
  return Math.round((umolL / UMOL_PER_MG_DL) * 100) / 100
}

function probability(input: GraceInput): number {
  const term = (weight: number, value: number | boolean | null) => weight * Number(value ?? 0)
  const logit =
    -7.7035 +
    term(0.0531, input.ageYears) +
    term(0.0087, input.heartRateBpm) +
    term(-0.0168, input.systolicMmHg) +
    term(0.1823, mgDl(input.creatinineUmolL ?? 0)) +
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: the published coefficient, which only looks like ln 2
    term(0.6931, input.killip) +
    term(1.4586, input.isArrest) +
    term(0.47, input.areEnzymesRaised) +
    term(0.8755, input.isStDeviated)
  return 1 / (1 + Math.exp(-logit))
}
