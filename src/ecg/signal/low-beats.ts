/**
 * Beats that are low in a single lead beside others that are high: a ventricular beat that lies across the lead, or the
 * sinus beats among giant ventricular ones. Several leads see such a beat well in one of them; one or two may not.
 *
 * No share of the usual height tells them from P and T waves. What tells them is that they stand out from the waves that
 * accompany the beats around: those after a beat and before the next are P and T waves, whatever their height.
 */
import type { Peak } from './activity-peaks'

/** Above the highest wave beside beats. */
const OVER_WAVES = 1.7
/** Above what activity falls to between beats; noise reaches 3. */
const OVER_FLOOR = 4
const LOWEST_SHARE = 0.2
/** After a beat and before the next one: where their T and P waves lie. */
const T_WAVE_FROM_MS = 150
const T_WAVE_TO_MS = 400
const P_WAVE_FROM_MS = 250
const P_WAVE_TO_MS = 90
const EARLIEST_MS = 280
/** Of the beat before: where its T wave may lie, only what is steeper than a T wave is a beat. */
const EARLY_SLOPE_SHARE = 0.35
/** A wave is higher than all within this. */
const WAVE_REACH_MS = 30
/** Beats on either side whose waves are asked. */
const WITNESS_COUNT = 4

/** The given beats and the low ones between them, in order. `relative` is the activity that the peaks are of. */
export function withLowBeats(
  sure: readonly Peak[],
  peaks: readonly Peak[],
  relative: Float32Array,
  sampleRateHz: number,
): readonly Peak[] {
  const perMs = sampleRateHz / 1000
  const waves = sure.map(({ index }) => waveBeside(relative, index, perMs))
  const beats: Peak[] = []
  let next = 0
  for (const peak of peaks) {
    while ((sure[next]?.index ?? Number.POSITIVE_INFINITY) < peak.index) next += 1
    const after = sure[next]
    if (after === peak) beats.push(peak)
    else if (isFree(peak, beats.at(-1), after, perMs) && standsOut(peak, levelAround(waves, next))) beats.push(peak)
  }
  return beats
}

function isFree(peak: Peak, before: Peak | undefined, after: Peak | undefined, perMs: number): boolean {
  if (after && after.index - peak.index < P_WAVE_FROM_MS * perMs) return false
  if (!before) return true
  const afterLastMs = (peak.index - before.index) / perMs
  const isSteep = peak.slopeUvPerMs >= EARLY_SLOPE_SHARE * before.slopeUvPerMs
  return afterLastMs >= (isSteep ? EARLIEST_MS : T_WAVE_TO_MS)
}

function standsOut({ height, usual, floor }: Peak, waves: number | null): boolean {
  return (
    waves !== null && height >= OVER_WAVES * waves && height >= LOWEST_SHARE * usual && height >= OVER_FLOOR * floor
  )
}

/** Half of the beats around have a wave as high. */
function levelAround(waves: readonly number[], next: number): number | null {
  const near = waves.slice(Math.max(0, next - WITNESS_COUNT), next + WITNESS_COUNT).sort((one, other) => one - other)
  return near[near.length >> 1] ?? null
}

function waveBeside(relative: Float32Array, beat: number, perMs: number): number {
  const reach = Math.max(1, Math.round(WAVE_REACH_MS * perMs))
  const highestIn = (fromMs: number, toMs: number) =>
    highestWave(relative, beat + Math.round(fromMs * perMs), beat + Math.round(toMs * perMs), reach)
  return Math.max(highestIn(T_WAVE_FROM_MS, T_WAVE_TO_MS), highestIn(-P_WAVE_FROM_MS, -P_WAVE_TO_MS))
}

/** The flanks of the beats themselves are no waves. */
function highestWave(relative: Float32Array, from: number, to: number, reach: number): number {
  let result = 0
  for (let index = Math.max(reach, from); index < Math.min(relative.length - reach, to); index++) {
    const height = relative[index] ?? 0
    const isTop =
      height > result && height >= (relative[index - reach] ?? 0) && height >= (relative[index + reach] ?? 0)
    if (isTop) result = height
  }
  return result
}
