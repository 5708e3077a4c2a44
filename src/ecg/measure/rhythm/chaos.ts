/**
 * Whether the leads swing without order, as in ventricular fibrillation (clinical.md RHY-01).
 *
 * In windows of 4 s, a second apart, at about 125 Hz: the share of 3–9 Hz in the power of 0.5–30 Hz,
 * and the leakage of the filter of Kuo and Dillman (1978), which takes away the mean frequency: what
 * is nearly a sine leaks little. The height is that of half a second, as a median over the window: of one
 * swing, not of the highest and the lowest. Leads of less than 100 µV are left out. The window that looks most
 * like fibrillation is reported. Tremor and movement can look the same.
 */
import { median } from '../../median'
import type { RhythmFeatures } from '../types'
import { peakToPeakUv } from './fibrillatory'
import type { RhythmInput } from './rhythm-input'
import { bandShare } from './spectrum'

type Chaos = NonNullable<RhythmFeatures['chaos']>
type Look = {
  /** Null where the leakage already says no: the spectrum is the dear part. */
  readonly share: number | null
  readonly leakage: number
  readonly moving: readonly Float32Array[]
  readonly heights: readonly number[]
}

const RATE_HZ = 125
const WINDOW_MS = 4000
const STEP_MS = 1000
const SWING_MS = 500
const FLAT_UV = 100
const LEAST_UV = 200
const GREATEST_UV = 2000
const BAND_HZ = [3, 9] as const
const WHOLE_HZ = [0.5, 30] as const
/** Kuo and Dillman 1978, 0.406; the share is ours. */
const CHAOTIC_SHARE = 0.7
const CHAOTIC_LEAKAGE = 0.41

export function findChaos({ leads, usableLeads, sampleRateHz }: RhythmInput): Chaos | null {
  const factor = Math.max(1, Math.round(sampleRateHz / RATE_HZ))
  const rateHz = sampleRateHz / factor
  const usable = leads.filter(({ name }) => usableLeads.includes(name))
  // A fibrillating heart looks like noise to a judge of quality.
  const considered = usable.length > 0 ? usable : leads
  const reduced = considered.map(({ smoothUv }) => every(smoothUv, factor))
  const looks = windowsOf(reduced, rateHz).map((windows) => lookAt(windows, rateHz))
  const worst = looks.reduce(moreChaotic, null)
  if (!worst) return null
  const { share, leakage, heights, moving } = worst
  return {
    bandShare: share ?? shareOf(moving, rateHz),
    leakage,
    medianPeakToPeakUv: median(heights) ?? 0,
    leadCount: heights.filter((heightUv) => heightUv >= LEAST_UV && heightUv <= GREATEST_UV).length,
    longestMs: longestRunMs(looks),
  }
}

/** The same 4 s of every lead, again and again a second later. */
function windowsOf(leads: readonly Float32Array[], rateHz: number): readonly (readonly Float32Array[])[] {
  const length = Math.round((WINDOW_MS * rateHz) / 1000)
  const step = Math.round((STEP_MS * rateHz) / 1000)
  const count = Math.max(0, Math.floor(((leads[0]?.length ?? 0) - length) / step) + 1)
  return Array.from({ length: count }, (_, index) =>
    leads.map((samples) => samples.subarray(index * step, index * step + length)),
  )
}

function lookAt(windows: readonly Float32Array[], rateHz: number): Look | null {
  const seen = windows
    .map((samples) => ({ samples, heightUv: swingUv(samples, rateHz) }))
    .filter(({ samples, heightUv }) => heightUv >= FLAT_UV && !samples.some(Number.isNaN))
  const moving = seen.map(({ samples }) => samples)
  const leakage = median(moving.map(filterLeakage))
  if (leakage === null) return null
  const share = leakage < CHAOTIC_LEAKAGE ? shareOf(moving, rateHz) : null
  return { share, leakage, moving, heights: seen.map(({ heightUv }) => heightUv) }
}

const shareOf = (windows: readonly Float32Array[], rateHz: number): number =>
  median(windows.flatMap((samples) => bandShare(samples, rateHz, BAND_HZ, WHOLE_HZ) ?? [])) ?? 0

function swingUv(samples: Float32Array, rateHz: number): number {
  const length = Math.round((SWING_MS * rateHz) / 1000)
  const parts = Array.from({ length: Math.floor(samples.length / length) }, (_, part) =>
    samples.subarray(part * length, (part + 1) * length),
  )
  return median(parts.map(peakToPeakUv)) ?? 0
}

/** What is left when half a mean period is shifted and added, over what there was. */
function filterLeakage(samples: Float32Array): number {
  let size = 0
  let change = 0
  let last = samples[0] ?? 0
  for (let index = 1; index < samples.length; index++) {
    const now = samples[index] ?? 0
    size += Math.abs(now)
    change += Math.abs(now - last)
    last = now
  }
  const half = change === 0 ? samples.length : Math.max(1, Math.round((Math.PI * size) / change))
  let left = 0
  let whole = 0
  for (let index = half; index < samples.length; index++) {
    const now = samples[index] ?? 0
    const before = samples[index - half] ?? 0
    left += Math.abs(now + before)
    whole += Math.abs(now) + Math.abs(before)
  }
  return whole === 0 ? 1 : left / whole
}

const isChaotic = ({ share, leakage }: Look): boolean =>
  share !== null && share >= CHAOTIC_SHARE && leakage < CHAOTIC_LEAKAGE

function moreChaotic(worst: Look | null, look: Look | null): Look | null {
  if (!look || !worst) return look ?? worst
  if (isChaotic(look) !== isChaotic(worst)) return isChaotic(look) ? look : worst
  return look.leakage < worst.leakage ? look : worst
}

function longestRunMs(looks: readonly (Look | null)[]): number {
  let longest = 0
  let run = 0
  for (const look of looks) {
    run = look && isChaotic(look) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest === 0 ? 0 : WINDOW_MS + (longest - 1) * STEP_MS
}

/** Means of so many samples each. */
function every(samples: Float32Array, factor: number): Float32Array {
  const reduced = new Float32Array(Math.floor(samples.length / factor))
  for (let index = 0; index < reduced.length; index++) {
    let sum = 0
    for (let at = index * factor; at < (index + 1) * factor; at++) sum += samples[at] ?? 0
    reduced[index] = sum / factor
  }
  return reduced
}
