/**
 * Doses from the protocol: what is given, by which formula, from which inputs, and where the cap held. Weight in kg,
 * age in whole years, creatinine in µmol/L. What is missing or out of range gives no dose, never a guess; an unknown
 * kidney function gives the usual dose and says so. Amounts per kilogram are rounded down.
 */
import type { Sex } from '../values'
import { type Amount, type Dose, type DoseRule, PROTOCOL, templateOf } from './protocol'
import type { Recommendation } from './structure'

export type DosePerson = {
  readonly ageYears: number | null
  readonly sex: Sex
  readonly weightKg: number | null
  readonly creatinineUmolL: number | null
}

type Head = { readonly id: string; readonly drug: string; readonly route: string; readonly note: string | null }

export type ComputedDose = Head &
  (
    | {
        readonly status: 'given'
        readonly amounts: readonly Amount[]
        readonly per: string | null
        /** The arithmetic, as on paper; null where the dose is the same for everybody. */
        readonly formula: string | null
        readonly cap: Amount | null
        readonly isCapped: boolean
        /** It would be another dose with weak kidneys, and nobody knows them. */
        readonly isKidneyUnknown: boolean
      }
    | { readonly status: 'missing'; readonly missing: readonly ('weightKg' | 'ageYears')[] }
    | { readonly status: 'out_of_range'; readonly input: 'weightKg' | 'ageYears'; readonly value: number }
    | { readonly status: 'not_given'; readonly why: Extract<Dose, { kind: 'none' }>['why'] }
  )

/** All doses of a recommendation, in the order of its template. */
export function dosesOf({ templateId, params }: Recommendation, person: DosePerson): readonly ComputedDose[] {
  const used = templateOf(templateId)?.doses ?? []
  return used
    .filter(({ when = {} }) => Object.entries(when).every(([id, values]) => values.includes(params[id] ?? '')))
    .flatMap(({ id }) => {
      const rule = PROTOCOL.doses.find((one) => one.id === id)
      return rule ? [doseOf(rule, person)] : []
    })
}

export function doseOf(rule: DoseRule, person: DosePerson): ComputedDose {
  const head = { id: rule.id, drug: rule.drug, route: rule.route, note: rule.note ?? null }
  const wrong = outOfRange(person)
  if (wrong) return { ...head, status: 'out_of_range', ...wrong }
  const dosesByWeight = rule.variants.some(({ dose }) => dose.kind === 'per_kg' || dose.kind === 'table')
  const dosesByAge = rule.variants.some(({ when }) => when.ageFrom !== undefined)
  const missing = [
    ...(dosesByWeight && person.weightKg === null ? (['weightKg'] as const) : []),
    ...(dosesByAge && person.ageYears === null ? (['ageYears'] as const) : []),
  ]
  if (missing.length > 0) return { ...head, status: 'missing', missing }
  const clearance = creatinineClearance(person)
  const variant = rule.variants.find(
    ({ when }) =>
      (when.ageFrom === undefined || (person.ageYears ?? 0) >= when.ageFrom) &&
      (when.crClBelow === undefined || (clearance !== null && clearance < when.crClBelow)),
  )
  if (!variant) return { ...head, status: 'missing', missing: ['ageYears'] }
  if (variant.dose.kind === 'none') return { ...head, status: 'not_given', why: variant.dose.why }
  const dosesByKidney = rule.variants.some(({ when }) => when.crClBelow !== undefined)
  return {
    ...head,
    status: 'given',
    ...computed(variant.dose, person.weightKg ?? 0, person.ageYears),
    isKidneyUnknown: dosesByKidney && clearance === null,
  }
}

function outOfRange({ weightKg, ageYears }: DosePerson) {
  const { limits } = PROTOCOL
  for (const [input, value] of [
    ['weightKg', weightKg],
    ['ageYears', ageYears],
  ] as const) {
    const [low, high] = limits[input]
    if (value !== null && (value < low || value > high)) return { input, value }
  }
  return null
}

function computed(dose: Exclude<Dose, { kind: 'none' }>, weightKg: number, ageYears: number | null) {
  const plain = { per: null, formula: null, cap: null, isCapped: false }
  if (dose.kind === 'fixed') return { ...plain, amounts: dose.amounts }
  if (dose.kind === 'table') {
    const row = dose.rows.find(({ belowKg }) => belowKg === null || weightKg < belowKg)
    return {
      ...plain,
      amounts: row?.amounts ?? [],
      formula: ageYears === null ? `${weightKg} kg` : `${weightKg} kg, ${ageYears} years`,
    }
  }
  const { perKg, perKgTo, unit, cap, step, per = null } = dose
  const whole = (rate: number) => floorTo(Math.min(rate * weightKg, cap ?? Number.POSITIVE_INFINITY), step)
  const [value, to] = [whole(perKg), perKgTo === undefined ? undefined : whole(perKgTo)]
  const rate = perKgTo === undefined ? `${perKg}` : `${perKg}–${perKgTo}`
  const raw = [perKg, ...(perKgTo === undefined ? [] : [perKgTo])].map((one) => round(one * weightKg)).join('–')
  return {
    amounts: [{ value, unit, ...(to === undefined || to === value ? {} : { to }) }],
    per,
    formula: `${rate} ${unit}/kg × ${weightKg} kg = ${raw} ${unit}`,
    cap: cap === undefined ? null : { value: cap, unit },
    isCapped: cap !== undefined && (perKgTo ?? perKg) * weightKg > cap,
  }
}

/** Down, never up; the tiny addend undoes what binary fractions lose. */
function floorTo(value: number, step: number): number {
  return round(Math.floor(value / step + 1e-9) * step)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Cockcroft–Gault, mL/min; null while an input is missing. */
export function creatinineClearance({ ageYears, sex, weightKg, creatinineUmolL }: DosePerson): number | null {
  if (ageYears === null || weightKg === null || creatinineUmolL === null || sex === 'unknown') return null
  return ((140 - ageYears) * weightKg * (sex === 'male' ? 1.23 : 1.04)) / creatinineUmolL
}
