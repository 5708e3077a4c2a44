/** an electrode that is off, or a lead that stands still while the heart beats in the others. */
import type { QualityNote } from '../measure/types'
import type { Check, CheckedLead, CheckInput } from './check'
import { rangeOf } from './check'
import { CONSTANT_MS, FLAT_DEVIATION_UV, FLAT_PEAK_TO_PEAK_UV, FLAT_WINDOW_MS } from './limits'

export const checkFlat: Check = (input) => input.leads.flatMap((lead) => noteOf(lead, input))

/** Rather an exchange with the right leg, which is looked for elsewhere (clinical.md B6); to be looked at in any case. */
const LONE_FLAT: QualityNote = { reason: 'lead-off', severity: 'warn', leads: [], value: null, limit: null }

function noteOf(lead: CheckedLead, input: CheckInput): readonly QualityNote[] {
  const offNote = (value: number, limit: number): readonly QualityNote[] => [
    { reason: 'lead-off', severity: 'bad', leads: [lead.name], value, limit },
  ]
  if (lead.isLoneFlatLimbLead) return [{ ...LONE_FLAT, leads: [lead.name], value: lead.deviationUv }]
  if (lead.deviationUv < FLAT_DEVIATION_UV) return offNote(lead.deviationUv, FLAT_DEVIATION_UV)
  const spanUv = flattestBeatUv(lead, input)
  if (spanUv >= FLAT_PEAK_TO_PEAK_UV && !isConstantInABeat(lead, input)) return []
  return offNote(spanUv, FLAT_PEAK_TO_PEAK_UV)
}

/** Smallest span of a window of one second around a beat that others show. */
function flattestBeatUv(lead: CheckedLead, { rPeakIndices, recording }: CheckInput): number {
  const half = Math.round((FLAT_WINDOW_MS * recording.sampleRateHz) / 2000)
  let smallest = Number.POSITIVE_INFINITY
  for (const peak of rPeakIndices ?? []) {
    const from = Math.min(Math.max(0, peak - half), Math.max(0, lead.samplesUv.length - 2 * half))
    const { lowestUv, highestUv } = rangeOf(lead.samplesUv, from, from + 2 * half)
    if (highestUv >= lowestUv) smallest = Math.min(smallest, highestUv - lowestUv)
  }
  return smallest
}

/** Between the beats a quiet lead of coarse steps may well stand still; across a QRS it may not. */
function isConstantInABeat(lead: CheckedLead, { rPeakIndices, recording }: CheckInput): boolean {
  const half = Math.round((CONSTANT_MS * recording.sampleRateHz) / 2000)
  return (rPeakIndices ?? []).some((peak) => {
    if (peak < half || peak + half >= lead.samplesUv.length) return false
    const { lowestUv, highestUv } = rangeOf(lead.samplesUv, peak - half, peak + half + 1)
    return highestUv === lowestUv
  })
}
