/** What a rhythm is to the generator: when which beat comes, which P waves stand where, and what goes on between. */
import { type Eight, eight, type Morphology, type Wave, wave } from '../morphology'
import type { Noise } from '../noise'
import type { Random } from '../random'

export type BeatKind = 'supraventricular' | 'atrial-premature' | 'ventricular' | 'fusion' | 'escape' | 'paced'

export type ScheduledBeat = {
  /** Time of the R fiducial from the first sample. */
  readonly peakAtMs: number
  readonly kind: BeatKind
  readonly morphology: Morphology
  readonly gain: number
}

export type ScheduledP = {
  /** The instant that the waves' own times count from. */
  readonly originAtMs: number
  readonly waves: readonly Wave[]
  /** Index of the beat that this P wave led to; null when it was not conducted. */
  readonly beatIndex: number | null
}

export type Schedule = {
  readonly beats: readonly ScheduledBeat[]
  readonly pWaves: readonly ScheduledP[]
  readonly spikesAtMs: readonly number[]
  /** Fibrillation or flutter waves, millivolts. */
  readonly background: ((timeMs: number) => Eight) | null
}

export type RhythmInput = {
  readonly random: Random
  readonly morphology: Morphology
  readonly heartRateBpm: number
  readonly durationMs: number
  /** Longest interval of a rhythm that pauses. */
  readonly pauseMs: number
}

export type Rhythm = {
  readonly heartRateBpm: (random: Random, morphology: Morphology) => number
  readonly schedule: (input: RhythmInput) => Schedule
  /** Instead of the usual noise, where the rhythm is defined by how quiet it is. */
  readonly noise?: Noise
}

export const EMPTY_SCHEDULE: Schedule = { beats: [], pWaves: [], spikesAtMs: [], background: null }

/** Beats are planned beyond both ends, so that the first and last samples lie in the middle of a rhythm. */
const LEAD_IN_MS = 2000

export const USUAL_P: readonly Wave[] = [wave(-160, 27, [0.07, 0.12, 0.05, 0.06, 0.06, 0.06, 0.06, 0.05])]

/** Instants from before the recording to after it; each step asks for the next interval. */
export function instantsMs(input: RhythmInput, nextIntervalMs: (atMs: number, index: number) => number): number[] {
  const instants: number[] = []
  const firstInterval = 60_000 / input.heartRateBpm
  let atMs = -LEAD_IN_MS + input.random.uniform(0, firstInterval)
  while (atMs < input.durationMs + LEAD_IN_MS) {
    instants.push(atMs)
    atMs += nextIntervalMs(atMs, instants.length - 1)
  }
  return instants
}

/** Sinus interval with its breathing (0.25 Hz) and pressure (0.1 Hz) waves: clinical.md F3. */
export function sinusIntervalMs({ random, heartRateBpm }: RhythmInput, atMs: number): number {
  const seconds = atMs / 1000
  const breathing = 0.03 * Math.sin(2 * Math.PI * 0.25 * seconds) + 0.015 * Math.sin(2 * Math.PI * 0.1 * seconds)
  return (60_000 / heartRateBpm) * (1 + breathing + 0.008 * random.normal())
}

/** Amplitude follows breathing by 3 %. */
export const breathingGain = (atMs: number): number => 1 + 0.03 * Math.sin((2 * Math.PI * 0.25 * atMs) / 1000)

export const zeros: Eight = eight(() => 0)
