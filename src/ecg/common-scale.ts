/**
 * One step for all leads, where a file states another one for each and contradicts itself by that.
 *
 * Some files are written with every lead brought to a span of exactly 1 mV (the headers of LUDB 1.0.1): Einthoven's
 * law then fails in the stated microvolts and holds to the count in the stored counts, so that the counts are the
 * truth and the stated gains are not. One count is taken for 1 µV, which is what the recorder of that database
 * stores; relative heights are exact in any case. Used for measuring and judging alone: what was read is shown and
 * written back as the file states it.
 */
import type { EcgRecording, Lead, LeadName } from './types'

const NORMALISED_SPAN_UV = 1000
/** Of the span: the rounding of the stated gain. */
const SPAN_TOLERANCE = 0.002
const COUNT_UV = 1
/** Three roundings to a whole count. */
const LARGEST_RESIDUAL_COUNTS = 2

export function withCommonScale(recording: EcgRecording): EcgRecording {
  if (!isEachLeadNormalised(recording.leads) || !isConsistentInCounts(recording.leads)) return recording
  return { ...recording, leads: recording.leads.map(inCounts) }
}

function isEachLeadNormalised(leads: readonly Lead[]): boolean {
  const steps = leads.flatMap(({ stepUv, isDerived }) => (stepUv === undefined || isDerived ? [] : [stepUv]))
  const areStepsEqual = steps.length < leads.length || Math.max(...steps) <= Math.min(...steps) * (1 + SPAN_TOLERANCE)
  return leads.length > 2 && !areStepsEqual && leads.every(({ samplesUv }) => isNormalised(samplesUv))
}

function isNormalised(samplesUv: Float32Array): boolean {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const uv of samplesUv) {
    if (uv < lowest) lowest = uv
    if (uv > highest) highest = uv
  }
  return Math.abs(highest - lowest - NORMALISED_SPAN_UV) <= SPAN_TOLERANCE * NORMALISED_SPAN_UV
}

function isConsistentInCounts(leads: readonly Lead[]): boolean {
  const [one, two, three] = (['I', 'II', 'III'] as const).map((name) => countsOf(leads, name))
  if (!one || !two || !three) return false
  const residuals = one.map((count, index) => (two[index] ?? 0) - count - (three[index] ?? 0))
  const mean = residuals.reduce((sum, residual) => sum + residual, 0) / residuals.length
  return residuals.every((residual) => Math.abs(residual - mean) <= LARGEST_RESIDUAL_COUNTS)
}

function countsOf(leads: readonly Lead[], name: LeadName): Float32Array | undefined {
  const lead = leads.find((one) => one.name === name)
  return lead?.samplesUv.map((uv) => uv / (lead.stepUv ?? 1))
}

function inCounts(lead: Lead): Lead {
  const scale = COUNT_UV / (lead.stepUv ?? COUNT_UV)
  return { ...lead, samplesUv: lead.samplesUv.map((uv) => uv * scale), stepUv: COUNT_UV }
}
