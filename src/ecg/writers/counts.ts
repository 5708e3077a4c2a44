/**
 * Voltages as the whole counts that files store: voltage = count × step + offset, in microvolts.
 *
 * Where the step is known, or a usual one fits, the counts give back every sample exactly (to the rounding of a
 * 32-bit float). Where none fits, the step is the finest that the range of the counts allows, and a sample comes
 * back within half a step. A missing sample (NaN) is `MISSING`.
 */
import type { Lead, LeadName } from '../types'

/** Below every count that is written; also what 16-bit formats use for "no sample". */
export const MISSING = -32_768
export const HIGHEST_COUNT = 32_767

export type CountedLead = {
  readonly name: LeadName
  readonly isDerived: boolean
  readonly counts: Int32Array
  readonly stepUv: number
  readonly offsetUv: number
  readonly hasMissing: boolean
}

/** Steps of recorders and of exports, coarse first. */
const USUAL_STEPS_UV = [10, 5, 4.88, 2.5, 2, 1.25, 1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01, 0.001]
const FLOAT32_ROUNDING = 2 ** -22
const STEP_DIGITS = 3
/** Counts left free at the ends, so that a format that writes its range in few characters finds one it can say exactly. */
const ROOM_COUNTS = 100

type Scale = { readonly stepUv: number; readonly offsetUv: number }

/** Leads without any sample are left out. `hasOffset` says whether the format can hold an offset. */
export function countLeads(leads: readonly Lead[], { hasOffset }: { readonly hasOffset: boolean }): CountedLead[] {
  const roundingUv = roundingOf(leads)
  const limbStepUv = leads.find(({ name, stepUv }) => name === 'I' && stepUv !== undefined)?.stepUv
  return leads.filter(hasSamples).map((lead) => {
    const known = lead.stepUv ?? (lead.isDerived && limbStepUv !== undefined ? limbStepUv / 2 : undefined)
    return countLead(lead, scaleOf(lead.samplesUv, known, hasOffset, roundingUv))
  })
}

/** All leads at one step, as formats need that have a single one. */
export function countLeadsAt(leads: readonly Lead[], stepUv: number): CountedLead[] {
  return leads.filter(hasSamples).map((lead) => countLead(lead, { stepUv, offsetUv: 0 }))
}

export function hasSamples({ samplesUv }: Lead): boolean {
  return samplesUv.some((uv) => !Number.isNaN(uv))
}

/** The step at which every sample is a whole count within range, or null. */
export function exactStepUv({ samplesUv, stepUv: known }: Lead, roundingUv: number): number | null {
  const steps = known === undefined ? USUAL_STEPS_UV : [known, ...USUAL_STEPS_UV]
  return steps.find((stepUv) => isExact(samplesUv, { stepUv, offsetUv: 0 }, roundingUv)) ?? null
}

/** How far a sample may lie from its count: it, or the two that it was computed from, were rounded to 32 bits. */
export function roundingOf(leads: readonly Lead[]): number {
  return FLOAT32_ROUNDING * highestMagnitudeUv(leads)
}

export function highestMagnitudeUv(leads: readonly Lead[]): number {
  return leads.reduce(
    (most, { samplesUv }) => samplesUv.reduce((high, uv) => Math.max(high, Math.abs(uv) || 0), most),
    0,
  )
}

/** The finest step with which the highest voltage is still within range, rounded up to three digits. */
export function finestStepUv(leads: readonly Lead[]): number {
  const stepUv = Math.max(highestMagnitudeUv(leads) / (HIGHEST_COUNT - ROOM_COUNTS), 0.001)
  const digit = 10 ** (Math.floor(Math.log10(stepUv)) - STEP_DIGITS + 1)
  return Number((Math.ceil(stepUv / digit) * digit).toPrecision(STEP_DIGITS))
}

function scaleOf(samplesUv: Float32Array, known: number | undefined, hasOffset: boolean, roundingUv: number): Scale {
  const steps = known === undefined ? USUAL_STEPS_UV : [known, ...USUAL_STEPS_UV]
  const first = samplesUv.find((uv) => !Number.isNaN(uv)) ?? 0
  const offsets = (stepUv: number) => (hasOffset ? [0, first - Math.round(first / stepUv) * stepUv] : [0])
  const candidates = steps.flatMap((stepUv) => offsets(stepUv).map((offsetUv) => ({ stepUv, offsetUv })))
  const exact = candidates.find((scale) => isExact(samplesUv, scale, roundingUv))
  return exact ?? { stepUv: finestStepUv([{ name: 'I', isDerived: false, samplesUv }]), offsetUv: 0 }
}

function isExact(samplesUv: Float32Array, { stepUv, offsetUv }: Scale, roundingUv: number): boolean {
  return samplesUv.every((uv) => {
    if (Number.isNaN(uv)) return true
    const count = Math.round((uv - offsetUv) / stepUv)
    return Math.abs(count) <= HIGHEST_COUNT && Math.abs(count * stepUv + offsetUv - uv) <= roundingUv
  })
}

function countLead({ name, isDerived, samplesUv }: Lead, { stepUv, offsetUv }: Scale): CountedLead {
  let hasMissing = false
  const counts = Int32Array.from(samplesUv, (uv) => {
    if (!Number.isNaN(uv)) return Math.round((uv - offsetUv) / stepUv)
    hasMissing = true
    return MISSING
  })
  return { name, isDerived, counts, stepUv, offsetUv, hasMissing }
}
