/** Rhythms that start in the sinus node: steady, slow, fast, with premature beats, with a pause (clinical.md F3). */
import { eight, type Morphology, scaleWave, type Wave } from '../morphology'
import { SCENARIOS } from '../scenarios'
import {
  type BeatKind,
  breathingGain,
  EMPTY_SCHEDULE,
  instantsMs,
  type Rhythm,
  type RhythmInput,
  type Schedule,
  type ScheduledBeat,
  type ScheduledP,
  sinusIntervalMs,
} from './rhythm'

const APC_COUPLING = 0.7
const PVC_COUPLING = 0.65
const PAUSE_MS = 3400
const PAUSE_AFTER_MS = 3000

const usualRate: Rhythm['heartRateBpm'] = (_, morphology) => morphology.heartRateBpm

export const sinus: Rhythm = { heartRateBpm: usualRate, schedule: scheduleSinus }

export const sinusBradycardia: Rhythm = {
  heartRateBpm: (random) => random.uniform(34, 48),
  schedule: scheduleSinus,
}

export const sinusTachycardia: Rhythm = {
  heartRateBpm: (random) => random.uniform(105, 160),
  schedule: scheduleSinus,
}

export const sinusPause: Rhythm = {
  heartRateBpm: usualRate,
  schedule: (input) => {
    let isPauseDue = true
    const peaks = instantsMs(input, (atMs) => {
      if (!isPauseDue || atMs < PAUSE_AFTER_MS) return sinusIntervalMs(input, atMs)
      isPauseDue = false
      return PAUSE_MS
    })
    return fromPeaks(peaks, input.morphology)
  },
}

export const atrialPremature: Rhythm = {
  heartRateBpm: usualRate,
  schedule: (input) => {
    const isPremature = prematureEvery(4)
    const ectopicP = input.morphology.p.map(ectopic)
    const peaks = instantsMs(input, (atMs, index) => {
      const coupling = isPremature(index + 1) ? APC_COUPLING : 1
      return sinusIntervalMs(input, atMs) * coupling
    })
    const kindOf = (index: number): BeatKind => (isPremature(index) ? 'atrial-premature' : 'supraventricular')
    return {
      ...EMPTY_SCHEDULE,
      beats: peaks.map((peakAtMs, index) => ({ ...usualBeat(peakAtMs, input.morphology), kind: kindOf(index) })),
      pWaves: peaks.map((originAtMs, beatIndex) => ({
        originAtMs,
        beatIndex,
        waves: isPremature(beatIndex) ? ectopicP : input.morphology.p,
      })),
    }
  },
}

export const ventricularPremature: Rhythm = {
  heartRateBpm: usualRate,
  schedule: (input) => {
    const isPremature = prematureEvery(4)
    let lastSinusIntervalMs = 60_000 / input.heartRateBpm
    const peaks = instantsMs(input, (atMs, index) => {
      if (isPremature(index)) return lastSinusIntervalMs * (2 - PVC_COUPLING)
      lastSinusIntervalMs = sinusIntervalMs(input, atMs)
      return isPremature(index + 1) ? lastSinusIntervalMs * PVC_COUPLING : lastSinusIntervalMs
    })
    const beats = peaks.map(
      (peakAtMs, index): ScheduledBeat =>
        isPremature(index)
          ? { peakAtMs, kind: 'ventricular', morphology: SCENARIOS.vt, gain: 1 }
          : usualBeat(peakAtMs, input.morphology),
    )
    return { ...EMPTY_SCHEDULE, beats, pWaves: sinusPWaves(beats, input.morphology.p) }
  },
}

export function usualBeat(peakAtMs: number, morphology: Morphology): ScheduledBeat {
  return { peakAtMs, kind: 'supraventricular', morphology, gain: breathingGain(peakAtMs) }
}

function scheduleSinus(input: RhythmInput): Schedule {
  return fromPeaks(
    instantsMs(input, (atMs) => sinusIntervalMs(input, atMs)),
    input.morphology,
  )
}

function fromPeaks(peaks: readonly number[], morphology: Morphology): Schedule {
  const beats = peaks.map((peakAtMs) => usualBeat(peakAtMs, morphology))
  return { ...EMPTY_SCHEDULE, beats, pWaves: sinusPWaves(beats, morphology.p) }
}

function sinusPWaves(beats: readonly ScheduledBeat[], waves: readonly Wave[]): ScheduledP[] {
  if (waves.length === 0) return []
  return beats.flatMap((beat, beatIndex) =>
    beat.kind === 'ventricular' ? [] : [{ originAtMs: beat.peakAtMs, waves, beatIndex }],
  )
}

/** The same beats in every recording: index 3, 7, 11 … counted from the lead-in. */
const prematureEvery = (count: number) => (index: number) => index % count === count - 1

/** Smaller, and from another corner of the atrium: inverted in lead II. */
function ectopic(source: Wave): Wave {
  const smaller = scaleWave(source, 0.8)
  return { ...smaller, amplitudesMv: eight((lead) => (smaller.amplitudesMv[lead] ?? 0) * (lead === 1 ? -0.5 : 1)) }
}
