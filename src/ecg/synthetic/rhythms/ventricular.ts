/** Ventricular tachycardia and fibrillation, asystole (clinical.md F3). */
import { blend } from '../beat'
import { at, type Eight, eight, type Morphology, scaleMorphology } from '../morphology'
import type { Random } from '../random'
import { SCENARIOS } from '../scenarios'
import { EMPTY_SCHEDULE, instantsMs, type Rhythm, type ScheduledBeat, sinusIntervalMs, USUAL_P, zeros } from './rhythm'
import { sinusPWaves, usualBeat } from './sinus'

const DISSOCIATED_P_BPM = 80
const FUSION_EVERY_MS = 6000
const RUN_EVERY = 11
const RUN_BEATS = 5
const RUN_RR_MS = 380
const TORSADES_TURN_BEATS = 10
const TORSADES_SINUS_BEATS = 3

export const ventricularTachycardia: Rhythm = {
  heartRateBpm: (random) => random.uniform(150, 210),
  schedule: (input) => {
    const variation = input.random.uniform(0.01, 0.03)
    const rrMs = 60_000 / input.heartRateBpm
    const vt = ventricularBeatOf(input.morphology)
    const peaks = instantsMs(input, () => rrMs * (1 + variation * input.random.normal()))
    const fusionEvery = Math.round(FUSION_EVERY_MS / rrMs)
    const beats = peaks.map(
      (peakAtMs, index): ScheduledBeat =>
        index % fusionEvery === fusionEvery - 1
          ? { peakAtMs, kind: 'fusion', morphology: FUSION, gain: 1 }
          : { peakAtMs, kind: 'ventricular', morphology: vt, gain: 1 },
    )
    return { ...EMPTY_SCHEDULE, beats, pWaves: loneP(input.random, input.durationMs, USUAL_P, DISSOCIATED_P_BPM) }
  },
}

/** Torsades de pointes: three sinus beats with a long QT, then a QRS that turns once in ten beats. */
export const polymorphicTachycardia: Rhythm = {
  heartRateBpm: () => 220,
  schedule: (input) => {
    const turningRrMs = 60_000 / input.heartRateBpm
    const sinusRrMs = 60_000 / SCENARIOS['long-qt'].heartRateBpm
    const sinusPeaks = Array.from({ length: TORSADES_SINUS_BEATS }, (_, index) => 150 + index * sinusRrMs)
    const firstAtMs = (sinusPeaks.at(-1) ?? 0) + 480
    const turned = Array.from({ length: TORSADES_TURN_BEATS }, (_, index) =>
      scaleMorphology(SCENARIOS.vt, Math.cos((2 * Math.PI * index) / TORSADES_TURN_BEATS)),
    )
    const count = Math.ceil((input.durationMs - firstAtMs) / turningRrMs) + 2
    const turning = Array.from(
      { length: Math.max(0, count) },
      (_, index): ScheduledBeat => ({
        peakAtMs: firstAtMs + index * turningRrMs,
        kind: 'ventricular',
        morphology: turned[index % TORSADES_TURN_BEATS] ?? SCENARIOS.vt,
        gain: 1,
      }),
    )
    return {
      ...EMPTY_SCHEDULE,
      beats: [...sinusPeaks.map((peakAtMs) => usualBeat(peakAtMs, SCENARIOS['long-qt'])), ...turning],
      pWaves: sinusPeaks.map((originAtMs, beatIndex) => ({ originAtMs, waves: USUAL_P, beatIndex })),
    }
  },
}

export const ventricularFibrillation: Rhythm = {
  heartRateBpm: () => 300,
  schedule: (input) => ({ ...EMPTY_SCHEDULE, background: fibrillation(input.random, input.durationMs) }),
}

const STILL = { muscleUvRms: 5, wanderUvPp: 30 }

export const asystole: Rhythm = {
  heartRateBpm: () => 60,
  schedule: () => EMPTY_SCHEDULE,
  noise: STILL,
}

/** Ventricular standstill: the atria go on alone. */
export const standstillWithPWaves: Rhythm = {
  heartRateBpm: () => DISSOCIATED_P_BPM,
  schedule: (input) => ({
    ...EMPTY_SCHEDULE,
    pWaves: loneP(input.random, input.durationMs, USUAL_P, input.heartRateBpm),
  }),
  noise: STILL,
}

/** Five wide beats in a row among sinus beats. */
export const nonSustainedTachycardia: Rhythm = {
  heartRateBpm: (_, morphology) => morphology.heartRateBpm,
  schedule: (input) => {
    const isInRun = (index: number) => index % RUN_EVERY >= RUN_EVERY - RUN_BEATS
    const usualRrMs = 60_000 / input.heartRateBpm
    const peaks = instantsMs(input, (atMs, index) => {
      if (isInRun(index + 1)) return RUN_RR_MS
      return isInRun(index) ? usualRrMs * 1.2 : sinusIntervalMs(input, atMs)
    })
    const beats = peaks.map(
      (peakAtMs, index): ScheduledBeat =>
        isInRun(index)
          ? { peakAtMs, kind: 'ventricular', morphology: SCENARIOS.vt, gain: 1 }
          : usualBeat(peakAtMs, input.morphology),
    )
    return { ...EMPTY_SCHEDULE, beats, pWaves: sinusPWaves(beats, input.morphology.p) }
  },
}

/** A scenario without P waves is a ventricular one and keeps its own look; any other takes the usual VT. */
const ventricularBeatOf = (morphology: Morphology): Morphology =>
  morphology.p.length === 0 ? morphology : SCENARIOS.vt

const FUSION: Morphology = { ...blend(SCENARIOS.vt, SCENARIOS.normal, 0.5), isTRateScaled: false }

function loneP(random: Random, durationMs: number, waves: typeof USUAL_P, rateBpm: number) {
  const periodMs = 60_000 / rateBpm
  const firstAtMs = random.uniform(0, periodMs) - periodMs
  const count = Math.ceil((durationMs + 2 * periodMs) / periodMs)
  return Array.from({ length: count }, (_, index) => ({
    originAtMs: firstAtMs + index * periodMs,
    waves,
    beatIndex: null,
  }))
}

/** Six sinusoids whose frequency walks at random; phase and gain differ from lead to lead. */
function fibrillation(random: Random, durationMs: number): (timeMs: number) => Eight {
  const stepMs = 20
  const steps = Math.ceil(durationMs / stepMs) + 1
  const parts = Array.from({ length: 6 }, () => {
    const phase = new Float64Array(steps)
    let hz = random.uniform(3.5, 7.5)
    for (let step = 1; step < steps; step++) {
      hz = Math.min(7.5, Math.max(3.5, hz + 0.3 * Math.sqrt(stepMs / 1000) * random.normal()))
      phase[step] = (phase[step - 1] ?? 0) + (2 * Math.PI * hz * stepMs) / 1000
    }
    return { phase, shifts: eight(() => random.uniform(0, 2 * Math.PI)), gain: random.uniform(0.5, 1) }
  })
  const amplitudesMv = eight(() => random.uniform(0.2, 0.8))
  const totalGain = Math.sqrt(parts.reduce((sum, part) => sum + part.gain ** 2, 0))
  return (timeMs) => {
    if (timeMs < 0 || timeMs > durationMs) return zeros
    const step = Math.floor(timeMs / stepMs)
    const share = timeMs / stepMs - step
    return eight((lead) => {
      const sum = parts.reduce((total, part) => {
        const from = part.phase[step] ?? 0
        const angle = from + ((part.phase[step + 1] ?? from) - from) * share
        return total + part.gain * Math.sin(angle + at(part.shifts, lead))
      }, 0)
      return (at(amplitudesMv, lead) * sum) / totalGain
    })
  }
}
