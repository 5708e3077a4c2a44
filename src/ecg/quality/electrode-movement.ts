/**
 * Q-03, second part: a jump of more than 1 mV within 40 ms that is no QRS.
 *
 * A pacing spike comes back at once and is none. The steep T wave of hyperkalaemia jumps as well, but in every
 * beat: jumps after half of the beats or more belong to the heart. The ends of the recording may cut a QRS that
 * nobody counts, and are left out.
 */
import type { Check, CheckedLead, CheckInput } from './check'
import { JUMP_MS, JUMP_UV, QRS_REACH_MS } from './limits'

export const checkElectrodeMovement: Check = (input) => {
  const beatCount = input.rPeakIndices?.length ?? 0
  if (beatCount === 0) return []
  return input.leads.flatMap((lead) => {
    const { jumpedBeats, largestUv } = jumpsOf(lead, input)
    if (jumpedBeats === 0 || jumpedBeats * 2 >= beatCount) return []
    return [
      { reason: 'electrode-movement', severity: 'warn', leads: [lead.name], value: largestUv, limit: JUMP_UV },
    ] as const
  })
}

function jumpsOf({ samplesUv }: CheckedLead, { recording, qrsMask, rPeakIndices }: CheckInput) {
  const reach = Math.max(1, Math.round((JUMP_MS * recording.sampleRateHz) / 1000))
  const peaks = rPeakIndices ?? []
  let beat = 0
  let jumpedBeats = 0
  let lastJumpedBeat = -1
  let largestUv = 0
  const margin = Math.round((QRS_REACH_MS * recording.sampleRateHz) / 1000) + reach
  for (let index = margin; index + reach + margin < samplesUv.length; index++) {
    while (beat < peaks.length && (peaks[beat] ?? 0) <= index) beat += 1
    const stepUv = Math.abs((samplesUv[index + reach] ?? 0) - (samplesUv[index] ?? 0))
    if (!(stepUv > JUMP_UV) || qrsMask[index] === 1 || qrsMask[index + reach] === 1) continue
    if (!isLasting(samplesUv, index, reach)) continue
    largestUv = Math.max(largestUv, stepUv)
    if (beat !== lastJumpedBeat) jumpedBeats += 1
    lastJumpedBeat = beat
  }
  return { jumpedBeats, largestUv }
}

/** Further before and further behind, the level is still another one. */
function isLasting(samplesUv: Float32Array, from: number, reach: number): boolean {
  const at = (index: number) => samplesUv[index] ?? Number.NaN
  const leastUv = JUMP_UV / 2
  return Math.abs(at(from + 2 * reach) - at(from)) > leastUv && Math.abs(at(from + reach) - at(from - reach)) > leastUv
}
