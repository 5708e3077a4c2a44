/** Atrial fibrillation, flutter and supraventricular tachycardia (clinical.md F3). */
import { blend } from '../beat'
import { at, type Eight, eight, type Morphology, scaleWave, shiftWave, type Wave, wave } from '../morphology'
import type { Random } from '../random'
import { SCENARIOS } from '../scenarios'
import { EMPTY_SCHEDULE, instantsMs, type Rhythm, type RhythmInput, type Schedule, type ScheduledBeat } from './rhythm'
import { usualBeat } from './sinus'

const AF_SHORTEST_RR_MS = 280
const FLUTTER_PERIOD_MS = 200
const PRE_EXCITED_SHORTEST_RR_MS = 210
const PRE_EXCITED_VARIATION = 0.24
const FAST_T_SHIFT_MS = -85
const SVT_VARIATION = 0.005

export const atrialFibrillation: Rhythm = {
  heartRateBpm: (random) => random.uniform(75, 140),
  schedule: (input) => {
    const variation = input.random.uniform(0.18, 0.25)
    const meanRrMs = 60_000 / input.heartRateBpm
    const peaks = instantsMs(input, () =>
      Math.max(AF_SHORTEST_RR_MS, meanRrMs * input.random.gammaOfMeanOne(variation)),
    )
    const beats = peaks.map((peakAtMs) => usualBeat(peakAtMs, input.morphology))
    return { ...EMPTY_SCHEDULE, beats, background: fibrillationWaves(input.random) }
  },
}

/** Fibrillating atria and a node that lets nothing through: slow and regular. */
export const atrialFibrillationWithBlock: Rhythm = {
  heartRateBpm: (random) => random.uniform(36, 46),
  schedule: (input) => {
    const peaks = instantsMs(input, () => 60_000 / input.heartRateBpm)
    return {
      ...EMPTY_SCHEDULE,
      beats: peaks.map((peakAtMs): ScheduledBeat => ({ ...usualBeat(peakAtMs, input.morphology), kind: 'escape' })),
      background: fibrillationWaves(input.random),
    }
  },
}

/** Each beat has its own share of pre-excitation; RR as short as 210 ms. */
export const preExcitedFibrillation: Rhythm = {
  heartRateBpm: () => 200,
  schedule: (input) => {
    const { random } = input
    const meanRrMs = 60_000 / input.heartRateBpm
    const peaks = instantsMs(input, () =>
      Math.max(PRE_EXCITED_SHORTEST_RR_MS, meanRrMs * random.gammaOfMeanOne(PRE_EXCITED_VARIATION)),
    )
    const beats = peaks.map(
      (peakAtMs): ScheduledBeat => ({ ...usualBeat(peakAtMs, preExcited(random.uniform(0.2, 1))), gain: 1 }),
    )
    return { ...EMPTY_SCHEDULE, beats, background: fibrillationWaves(random) }
  },
}

/** The delta wave widens from σ 17 to 30 ms as more of the ventricle is excited by the pathway. */
function preExcited(share: number): Morphology {
  const mixed = blend(SCENARIOS.wpw, SCENARIOS.normal, share)
  const [delta, ...others] = mixed.qrs
  const early = mixed.t.map((component) => shiftWave(scaleWave(component, 0.6, 0.7), FAST_T_SHIFT_MS))
  const widened = delta ? [scaleWave(delta, 1.6, 1 + (share * 13) / 17)] : []
  return { ...mixed, qrs: [...widened, ...others], t: early, isTRateScaled: false }
}

/** Atrial rate 300/min, conducted 2:1 at 150/min, 4:1 at 75/min and so on. */
export const atrialFlutter: Rhythm = {
  heartRateBpm: () => 150,
  schedule: (input) => {
    const ratio = Math.max(1, Math.round(60_000 / FLUTTER_PERIOD_MS / input.heartRateBpm))
    return scheduleFlutter(input, () => ratio)
  },
}

export const atrialFlutterSlow: Rhythm = { ...atrialFlutter, heartRateBpm: () => 75 }

export const atrialFlutterVariable: Rhythm = {
  heartRateBpm: () => 100,
  schedule: (input) => scheduleFlutter(input, () => [2, 3, 4][Math.floor(input.random.uniform(0, 3))] ?? 4),
}

function scheduleFlutter(input: RhythmInput, nextRatio: () => number): Schedule {
  const peaks = instantsMs(input, () => nextRatio() * FLUTTER_PERIOD_MS)
  const beats = peaks.map((peakAtMs) => usualBeat(peakAtMs, input.morphology))
  return { ...EMPTY_SCHEDULE, beats, background: flutterWaves((peaks[0] ?? 0) + 20) }
}

const RETROGRADE_P: readonly Wave[] = [wave(110, 18, [0.01, -0.08, 0.05, 0.01, -0.01, -0.02, -0.02, -0.02])]

export const supraventricularTachycardia: Rhythm = {
  heartRateBpm: () => 190,
  schedule: (input) => {
    const rrMs = 60_000 / input.heartRateBpm
    const peaks = instantsMs(input, () => rrMs * (1 + SVT_VARIATION * input.random.normal()))
    return {
      ...EMPTY_SCHEDULE,
      beats: peaks.map((peakAtMs) => usualBeat(peakAtMs, input.morphology)),
      pWaves: peaks.map((originAtMs) => ({ originAtMs, waves: RETROGRADE_P, beatIndex: null })),
    }
  },
}

function fibrillationWaves(random: Random): (timeMs: number) => Eight {
  const parts = [0, 1, 2].map(() => ({
    hz: random.uniform(5.5, 8.5),
    wobbleHz: random.uniform(0.1, 0.3),
    phases: eight(() => random.uniform(0, 2 * Math.PI)),
  }))
  const weak = () => random.uniform(0.02, 0.05)
  const strong = random.uniform(0.08, 0.15)
  const second = random.uniform(0.05, 0.1)
  const amplitudesMv: Eight = [weak(), second, strong, weak(), weak(), weak(), weak(), weak()]
  return (timeMs) => {
    const seconds = timeMs / 1000
    return eight((lead) => {
      const sum = parts.reduce((total, part) => {
        const wobble = (0.5 / part.wobbleHz) * Math.sin(2 * Math.PI * part.wobbleHz * seconds)
        return total + Math.sin(2 * Math.PI * part.hz * seconds + wobble + at(part.phases, lead))
      }, 0)
      return (at(amplitudesMv, lead) * sum) / parts.length
    })
  }
}

/** Sawtooth: fast down for a quarter of the period, slow up for the rest; I is the quiet lead. */
function flutterWaves(originAtMs: number): (timeMs: number) => Eight {
  const amplitudesMv: Eight = [0.01, 0.15, -0.1, -0.03, 0.02, 0.03, 0.03, 0.03]
  return (timeMs) => {
    const turns = (timeMs - originAtMs) / FLUTTER_PERIOD_MS
    const phase = turns - Math.floor(turns)
    const saw = phase < 0.25 ? 0.5 - phase / 0.25 : (phase - 0.25) / 0.75 - 0.5
    return eight((lead) => at(amplitudesMv, lead) * saw)
  }
}
