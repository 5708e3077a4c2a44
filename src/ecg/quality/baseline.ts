/** Q-03, first part: how far the baseline wanders, as the span of what is slower than 0.67 Hz. */
import { lowPass } from '../signal/filters'
import type { Check } from './check'
import { noteAbove, rangeOf } from './check'
import { WANDER_BAD_UV, WANDER_HZ, WANDER_WARN_UV } from './limits'

/** Averages of 20 ms carry everything slow, at a tenth of the work. */
const BLOCK_MS = 20

export const checkBaseline: Check = ({ leads, recording }) =>
  leads.flatMap((lead) => {
    const blockSize = Math.max(1, Math.round((BLOCK_MS * recording.sampleRateHz) / 1000))
    const blocks = averages(lead.samplesUv, blockSize)
    const slow = lowPass(blocks, recording.sampleRateHz / blockSize, WANDER_HZ)
    const { lowestUv, highestUv } = rangeOf(slow, 0, slow.length)
    return noteAbove('baseline-wander', lead.name, highestUv - lowestUv, [
      ['bad', WANDER_BAD_UV],
      ['warn', WANDER_WARN_UV],
    ])
  })

function averages(samplesUv: Float32Array, blockSize: number): Float32Array {
  return Float32Array.from({ length: Math.floor(samplesUv.length / blockSize) }, (_, block) => {
    let sum = 0
    for (let index = block * blockSize; index < (block + 1) * blockSize; index++) sum += samplesUv[index] ?? 0
    return sum / blockSize
  })
}
