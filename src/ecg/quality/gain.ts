/** QRS complexes so small or large that the unit or the gain in the file must be wrong. */
import type { Check, CheckedLead } from './check'
import { middleOf, rangeOf } from './check'
import { LARGEST_QRS_UV, LEAST_QRS_UV } from './limits'

const HALF_QRS_MS = 60

export const checkGain: Check = ({ leads, recording, rPeakIndices }) => {
  if (!rPeakIndices || rPeakIndices.length === 0) return []
  const half = Math.round((HALF_QRS_MS * recording.sampleRateHz) / 1000)
  const sizes = leads.flatMap((lead) => qrsSizeUv(lead, rPeakIndices, half))
  if (sizes.length === 0) return []
  const value = middleOf(sizes)
  if (value >= LEAST_QRS_UV && value <= LARGEST_QRS_UV) return []
  const limit = value < LEAST_QRS_UV ? LEAST_QRS_UV : LARGEST_QRS_UV
  return [{ reason: 'gain-implausible', severity: 'bad', leads: [], value, limit }]
}

function qrsSizeUv(lead: CheckedLead, rPeakIndices: readonly number[], half: number): readonly number[] {
  if (lead.lowestUv === lead.highestUv) return []
  const spans = rPeakIndices.flatMap((peak) => {
    const { lowestUv, highestUv } = rangeOf(lead.samplesUv, peak - half, peak + half + 1)
    return highestUv >= lowestUv ? [highestUv - lowestUv] : []
  })
  return spans.length > 0 ? [middleOf(spans)] : []
}
