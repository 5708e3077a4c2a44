/**
 * The isoelectric line through the points just before each QRS (clinical.md A1 (1), A3.5): a smooth curve that takes
 * breathing and drift away without the dip that a high-pass filter leaves behind a tall wave.
 *
 * Between two points a cubic of Hermite with the slopes of Catmull and Rom; level before the first and after the last.
 * Microvolts, samples.
 */

type Point = { readonly at: number; readonly level: number }

/** Mean of 14 to 2 ms before QRS onset. */
const FROM_MS = 14
const TO_MS = 2

/** The samples less the line; `null` onsets have no point of their own. NaN stays NaN. */
export function withoutLevelLine(
  samples: Float32Array,
  sampleRateHz: number,
  qrsOnsetsMs: readonly (number | null)[],
): Float32Array {
  const points = qrsOnsetsMs.flatMap((onsetMs) => pointBefore(samples, sampleRateHz, onsetMs))
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return samples.slice()
  const result = new Float32Array(samples.length)
  for (let index = 0; index < Math.min(first.at, samples.length); index++)
    result[index] = (samples[index] ?? 0) - first.level
  for (let at = 0; at + 1 < points.length; at++) subtractBetween(samples, result, points, at)
  for (let index = Math.ceil(last.at); index < samples.length; index++)
    result[index] = (samples[index] ?? 0) - last.level
  return result
}

function pointBefore(samples: Float32Array, sampleRateHz: number, onsetMs: number | null): readonly Point[] {
  if (onsetMs === null) return []
  const from = Math.max(0, Math.round(((onsetMs - FROM_MS) * sampleRateHz) / 1000))
  const to = Math.min(samples.length - 1, Math.round(((onsetMs - TO_MS) * sampleRateHz) / 1000))
  let sum = 0
  let count = 0
  for (let index = from; index <= to; index++) {
    const value = samples[index] ?? Number.NaN
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
  }
  return count > 0 ? [{ at: (from + to) / 2, level: sum / count }] : []
}

function subtractBetween(samples: Float32Array, result: Float32Array, points: readonly Point[], at: number): void {
  const from = points[at]
  const to = points[at + 1]
  if (!from || !to) return
  const width = to.at - from.at
  const slopeFrom = slopeAt(points, at) * width
  const slopeTo = slopeAt(points, at + 1) * width
  for (let index = Math.ceil(from.at); index < Math.min(to.at, samples.length); index++) {
    const t = (index - from.at) / width
    const line =
      (1 + 2 * t) * (1 - t) ** 2 * from.level +
      t * (1 - t) ** 2 * slopeFrom +
      t * t * (3 - 2 * t) * to.level -
      t * t * (1 - t) * slopeTo
    result[index] = (samples[index] ?? 0) - line
  }
}

function slopeAt(points: readonly Point[], at: number): number {
  const before = points[at - 1]
  const after = points[at + 1]
  return before && after ? (after.level - before.level) / (after.at - before.at) : 0
}
