/**
 * Q-03, first part: how far the baseline wanders, as the span of what is between 0.05 and 0.67 Hz. In ten seconds
 * what is slower than 0.05 Hz is a slope, which hides nothing and is taken away first.
 */
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
    const slow = lowPass(level(blocks), recording.sampleRateHz / blockSize, WANDER_HZ)
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

/** Without the straight line that fits best. */
function level(blocks: Float32Array): Float32Array {
  let count = 0
  let [sumX, sumY, sumXx, sumXy] = [0, 0, 0, 0]
  for (const [x, y] of blocks.entries()) {
    if (Number.isNaN(y)) continue
    count += 1
    sumX += x
    sumY += y
    sumXx += x * x
    sumXy += x * y
  }
  const spread = count * sumXx - sumX * sumX
  const slope = spread > 0 ? (count * sumXy - sumX * sumY) / spread : 0
  return blocks.map((y, x) => y - slope * x)
}
