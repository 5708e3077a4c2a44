/**
 * What a rule may read of one analysed recording: whole microvolts and whole milliseconds, rounded once
 * (clinical.md B0), and `null` wherever the lead is absent, bad, of implausible gain, or its wave was not seen.
 */
import type { Analysis, LeadMeasurements, Measurements, QualityReason } from '../../measure/types'
import type { LeadName, StandardLead } from '../../types'
import type { Evidence } from '../rule'
import { LIMIT, TOLERANCE } from '../thresholds'
import { type Check, type Comparison, compare } from './check'

export const LIMB_LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'] as const satisfies readonly StandardLead[]
export const CHEST_LEADS = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly StandardLead[]

type Quantity = {
  readonly unit: Evidence['unit']
  readonly of: (lead: LeadMeasurements) => number | null
  readonly tolerance?: number
}

const LEAD_QUANTITIES = {
  j: { unit: 'uV', of: (lead) => lead.jUv, tolerance: TOLERANCE.jUv },
  j40: { unit: 'uV', of: (lead) => lead.j40Uv },
  j60: { unit: 'uV', of: (lead) => lead.j60Uv },
  j80: { unit: 'uV', of: (lead) => lead.j80Uv },
  /** J80 − J: 48 µV in 80 ms is the 0.6 mV/s of clinical.md A4. */
  stRise: { unit: 'uV', of: (lead) => difference(lead.j80Uv, lead.jUv) },
  /** J40 − J. */
  stEarlyRise: { unit: 'uV', of: (lead) => difference(lead.j40Uv, lead.jUv), tolerance: TOLERANCE.jUv },
  jPeak: { unit: 'uV', of: (lead) => lead.jPeakUv },
  tMax: { unit: 'uV', of: (lead) => lead.tMaxUv },
  tMin: { unit: 'uV', of: (lead) => lead.tMinUv },
  tHalfWidth: { unit: 'ms', of: (lead) => lead.tHalfWidthMs },
  tSymmetry: { unit: 'ratio', of: (lead) => lead.tSymmetry },
  u: { unit: 'uV', of: (lead) => lead.uUv },
  pHeight: { unit: 'uV', of: pHeightUv },
  pMax: { unit: 'uV', of: (lead) => lead.pMaxUv },
  pTerminalForce: { unit: 'uV*ms', of: (lead) => lead.pTerminalForceUvMs },
  prSegment: { unit: 'uV', of: (lead) => lead.prSegmentUv },
  q: { unit: 'uV', of: (lead) => lead.qUv },
  qMs: { unit: 'ms', of: (lead) => lead.qMs },
  r: { unit: 'uV', of: (lead) => lead.rUv },
  rMs: { unit: 'ms', of: (lead) => lead.rMs },
  rPrime: { unit: 'uV', of: (lead) => lead.rPrimeUv },
  rPeakTime: { unit: 'ms', of: (lead) => lead.rPeakTimeMs },
  s: { unit: 'uV', of: depthUv },
  sMs: { unit: 'ms', of: (lead) => lead.sMs },
  net: { unit: 'uV', of: (lead) => difference(lead.rUv, depthUv(lead)) },
  qrsHeight: { unit: 'uV', of: (lead) => lead.qrsPeakToPeakUv },
} as const satisfies Record<string, Quantity>
export type LeadQuantity = keyof typeof LEAD_QUANTITIES

const GLOBAL_QUANTITIES = {
  heartRate: { unit: 'bpm', of: (all) => all.heartRateBpm, tolerance: TOLERANCE.heartRateBpm },
  pDuration: { unit: 'ms', of: (all) => all.pMs },
  pr: { unit: 'ms', of: (all) => all.prMs, tolerance: TOLERANCE.intervalMs },
  qrs: { unit: 'ms', of: (all) => all.qrsMs, tolerance: TOLERANCE.intervalMs },
  qt: { unit: 'ms', of: (all) => all.qtMs, tolerance: TOLERANCE.intervalMs },
  qtc: { unit: 'ms', of: (all) => all.qtcMs, tolerance: TOLERANCE.intervalMs },
  qtcBazett: { unit: 'ms', of: (all) => all.qtcBazettMs, tolerance: TOLERANCE.intervalMs },
  qrsAxis: { unit: 'deg', of: (all) => all.qrsAxisDeg },
  sokolowLyon: { unit: 'uV', of: (all) => all.sokolowLyonUv },
  cornell: { unit: 'uV', of: (all) => all.cornellUv },
  peguero: { unit: 'uV', of: (all) => all.peguero },
} as const satisfies Record<
  string,
  Omit<Quantity, 'of'> & { readonly of: (measurements: Measurements) => number | null }
>
export type GlobalQuantity = keyof typeof GLOBAL_QUANTITIES

/** The lead's measurements, or null where nothing may be concluded from it. */
export function readLead(analysis: Analysis, name: LeadName): LeadMeasurements | null {
  const lead = analysis.leads[name]
  const isBarred =
    analysis.quality.leads[name] === 'bad' ||
    !isUsualBeatPlausible(analysis) ||
    hasBadNote(analysis, 'gain-implausible') ||
    (isLimbLead(name) && hasBadNote(analysis, 'limb-leads-inconsistent'))
  return lead?.isUsable && !isBarred ? lead : null
}

export function leadValue(analysis: Analysis, name: LeadName, quantity: LeadQuantity): number | null {
  const lead = readLead(analysis, name)
  const value = lead && LEAD_QUANTITIES[quantity].of(lead)
  if (value === null || Number.isNaN(value)) return null
  return LEAD_QUANTITIES[quantity].unit === 'ratio' ? Math.round(value * 100) / 100 : Math.round(value)
}

export function globalValue(analysis: Analysis, quantity: GlobalQuantity): number | null {
  if (!isUsualBeatPlausible(analysis) && quantity !== 'heartRate') return null
  const value = GLOBAL_QUANTITIES[quantity].of(analysis.measurements)
  return value === null || Number.isNaN(value) ? null : Math.round(value)
}

type Options = { readonly tolerance?: number }

/** Is this value of the lead beyond the threshold? J criteria have the tolerance of B0, others none. */
export function leadIs(
  analysis: Analysis,
  lead: LeadName,
  name: LeadQuantity,
  comparison: Comparison,
  threshold: number,
  options: Options = {},
): Check {
  const quantity: Quantity = LEAD_QUANTITIES[name]
  return compare({
    lead,
    name,
    value: leadValue(analysis, lead, name),
    unit: quantity.unit,
    comparison,
    threshold,
    tolerance: options.tolerance ?? quantity.tolerance ?? 0,
  })
}

export function globalIs(
  analysis: Analysis,
  name: GlobalQuantity,
  comparison: Comparison,
  threshold: number,
  options: Options = {},
): Check {
  const quantity: { readonly unit: Evidence['unit']; readonly tolerance?: number } = GLOBAL_QUANTITIES[name]
  return compare({
    lead: null,
    name,
    value: globalValue(analysis, name),
    unit: quantity.unit,
    comparison,
    threshold,
    tolerance: options.tolerance ?? quantity.tolerance ?? 0,
  })
}

/** The value alone, to be shown beside the others without deciding anything. */
export function showLead(analysis: Analysis, lead: LeadName, name: LeadQuantity): Check {
  const value = leadValue(analysis, lead, name)
  const shown = { lead, name, value, unit: LEAD_QUANTITIES[name].unit, threshold: null, comparison: null }
  return { truth: 'yes', evidence: value === null ? [] : [shown] }
}

/** Numerator over denominator, compared without dividing: no rounding decides. */
export function leadRatioIs(
  analysis: Analysis,
  lead: LeadName,
  ratio: { readonly name: string; readonly of: LeadQuantity; readonly over: LeadQuantity },
  comparison: Comparison,
  threshold: number,
): Check {
  const numerator = leadValue(analysis, lead, ratio.of)
  const denominator = leadValue(analysis, lead, ratio.over)
  const isKnown = numerator !== null && denominator !== null
  const decided = compare({
    lead,
    name: ratio.name,
    value: isKnown ? numerator : null,
    unit: 'ratio',
    comparison,
    threshold: isKnown ? threshold * denominator : threshold,
  })
  const value = isKnown && denominator !== 0 ? Math.round((numerator / denominator) * 1000) / 1000 : null
  return { truth: decided.truth, evidence: [{ lead, name: ratio.name, value, unit: 'ratio', comparison, threshold }] }
}

export function hasBadNote(analysis: Analysis, reason: QualityReason): boolean {
  return analysis.quality.notes.some((note) => note.reason === reason && note.severity === 'bad')
}

/** A QRS of such length is noise that was taken for one. */
export function isUsualBeatPlausible({ representative, measurements }: Analysis): boolean {
  return representative !== null && (measurements.qrsMs ?? 0) <= LIMIT.longestQrsMs
}

export function isLimbLead(name: LeadName): boolean {
  return LIMB_LEADS.some((lead) => lead === name)
}

/** Depth of the deepest negative wave: a QS is as deep as an S. */
function depthUv(lead: LeadMeasurements): number | null {
  const depths = [lead.qUv, lead.sUv, lead.sPrimeUv].flatMap((depth) => (depth === null ? [] : [depth]))
  return depths.length === 0 ? null : Math.max(...depths)
}

function pHeightUv(lead: LeadMeasurements): number | null {
  if (lead.pMaxUv === null && lead.pMinUv === null) return null
  return Math.max(lead.pMaxUv ?? 0, -(lead.pMinUv ?? 0))
}

function difference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.round(one) - Math.round(other)
}

/** A P of such a length was not one P alone: PR and its own length are not to be relied upon. */
export function isPPlausible(analysis: Analysis): boolean {
  const pMs = globalValue(analysis, 'pDuration')
  return pMs === null || pMs <= LIMIT.plausiblePMs
}
