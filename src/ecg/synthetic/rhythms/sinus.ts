/** Rhythms that start in the sinus node: steady, slow, fast, with premature beats, with a pause (clinical.md F3). */
import { eight, type Morphology, scaleMorphology, scaleWave, shiftWave, type Wave } from '../morphology'
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
const BLOCKED_COUPLING = 0.62
const LOW_ATRIAL_SHIFT_MS = 28
const SMALL_GAIN = 0.4
const PAUSE_AFTER_MS = 3000

const usualRate: Rhythm['heartRateBpm'] = (_, morphology) => morphology.heartRateBpm

export const sinus: Rhythm = { heartRateBpm: usualRate, schedule: scheduleSinus }

/** Without the variation of breathing, in time and in height: rate and levels are exactly what was asked for. */
export const regularSinus: Rhythm = {
  heartRateBpm: usualRate,
  schedule: (input) => {
    const peaks = instantsMs(input, () => 60_000 / input.heartRateBpm)
    const schedule = fromPeaks(peaks, input.morphology)
    return { ...schedule, beats: schedule.beats.map((beat) => ({ ...beat, gain: 1 })) }
  },
}

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
      return input.pauseMs
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

/** An early P wave in T that meets a refractory node: a pause that is no Mobitz II. */
export const blockedAtrialPremature: Rhythm = {
  heartRateBpm: usualRate,
  schedule: (input) => {
    const isPremature = prematureEvery(5)
    const early = instantsMs(input, (atMs, index) => {
      const coupling = isPremature(index + 1) ? BLOCKED_COUPLING : 1
      return sinusIntervalMs(input, atMs) * coupling
    })
    const beats = early
      .filter((_, index) => !isPremature(index))
      .map((peakAtMs) => usualBeat(peakAtMs, input.morphology))
    const blocked = early.filter((_, index) => isPremature(index))
    const ectopicP = input.morphology.p.map(ectopic)
    const lone = blocked.map((originAtMs): ScheduledP => ({ originAtMs, waves: ectopicP, beatIndex: null }))
    const pWaves = [...sinusPWaves(beats, input.morphology.p), ...lone]
    return { ...EMPTY_SCHEDULE, beats, pWaves: pWaves.sort((one, other) => one.originAtMs - other.originAtMs) }
  },
}

/** The atria are stirred from below: P inverted in II, III and aVF, PR short but there. */
export const lowAtrial: Rhythm = {
  heartRateBpm: (random) => random.uniform(58, 72),
  schedule: (input) => {
    const schedule = scheduleSinus(input)
    const waves = input.morphology.p.map((component) => shiftWave(fromBelow(component), LOW_ATRIAL_SHIFT_MS))
    return { ...schedule, pWaves: schedule.pWaves.map((pWave) => ({ ...pWave, waves })) }
  },
}

/** The node leads: narrow, steady, P hidden in QRS. */
export const junctional: Rhythm = {
  heartRateBpm: (random) => random.uniform(44, 58),
  schedule: (input) => ({
    ...regularSinus.schedule({ ...input, morphology: { ...input.morphology, p: [] } }),
    pWaves: [],
  }),
}

/** Tamponade: everything small, QRS tall and low in turns (clinical.md HYP-02). */
export const electricalAlternans: Rhythm = {
  heartRateBpm: () => 120,
  schedule: (input) => {
    const { beats, pWaves } = scheduleSinus(input)
    const tall = scaleMorphology(input.morphology, SMALL_GAIN * 1.25)
    const low = scaleMorphology(input.morphology, SMALL_GAIN * 0.75)
    const waves = input.morphology.p.map((component) => scaleWave(component, SMALL_GAIN))
    return {
      ...EMPTY_SCHEDULE,
      beats: beats.map((beat, index) => ({ ...beat, morphology: index % 2 === 0 ? tall : low })),
      pWaves: pWaves.map((pWave) => ({ ...pWave, waves })),
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

export function sinusPWaves(beats: readonly ScheduledBeat[], waves: readonly Wave[]): ScheduledP[] {
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

/** I keeps its sign, II turns over: a frontal P axis of about −60°. */
function fromBelow(source: Wave): Wave {
  return { ...source, amplitudesMv: eight((lead) => (source.amplitudesMv[lead] ?? 0) * (lead === 1 ? -0.8 : 0.9)) }
}
