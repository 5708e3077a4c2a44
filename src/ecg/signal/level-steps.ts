/**
 * Steps of the level in one or two leads, as where an electrode shifts: they look like a QRS to every filter.
 *
 * A QRS comes back to where it began, or nearly so; a step stays, and nothing stands out over the way between the two
 * levels. With more leads `jumps.ts` takes steps away before anything is looked for.
 */

/** What is held against what: the levels beside the instant, and everything between them. */
const NEAR_MS = 50
const FAR_MS = 100
const STEP_SHARE = 0.88
/** Slower rises are waves. */
const STEEP_MS = 20
const STEEP_SHARE = 0.5

export function isLevelStep(leads: readonly Float32Array[], index: number, sampleRateHz: number): boolean {
  const samplesOf = (ms: number) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  return leads.every((samples) => isStepIn(samples, index, samplesOf(NEAR_MS), samplesOf(FAR_MS), samplesOf(STEEP_MS)))
}

function isStepIn(samples: Float32Array, index: number, near: number, far: number, steep: number): boolean {
  if (index - far < 0 || index + far >= samples.length) return false
  const change = Math.abs(meanOf(samples, index + near, index + far) - meanOf(samples, index - far, index - near))
  let [lowest, highest, steepest] = [Infinity, -Infinity, 0]
  for (let at = index - far; at <= index + far; at++) {
    const value = samples[at] ?? 0
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
    if (at + steep <= index + far) steepest = Math.max(steepest, Math.abs((samples[at + steep] ?? 0) - value))
  }
  return change >= STEP_SHARE * (highest - lowest) && steepest >= STEEP_SHARE * change
}

function meanOf(samples: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at <= to; at++) sum += samples[at] ?? 0
  return sum / (to - from + 1)
}
