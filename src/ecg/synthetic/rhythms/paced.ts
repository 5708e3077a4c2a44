/**
 * Pacing of the right ventricle, alone or after the atrium, well and badly (clinical.md F3, RHY-17).
 * The spike stands 74 ms before the R fiducial, QRS begins about 8 ms later.
 */
import { at, type Eight, eight, type Morphology, type Wave } from '../morphology'
import { SCENARIOS } from '../scenarios'
import { EMPTY_SCHEDULE, instantsMs, type Rhythm, type RhythmInput, type Schedule, type ScheduledBeat } from './rhythm'
import { sinus, usualBeat } from './sinus'

const SPIKE_BEFORE_R_MS = 74
/** The P wave of LBBB, whose QRS this is, begins 255 ms before R; the atrial spike 40 ms before it. */
const ATRIAL_SPIKE_BEFORE_R_MS = 295
const LATE_SPIKE_AFTER_R_MS = 165
const LOST_BEAT_EVERY = 4

const pacedRate: Rhythm['heartRateBpm'] = () => 70

export const paced: Rhythm = { heartRateBpm: pacedRate, schedule: (input) => schedulePaced(input, PACED) }

/** Infarction under pacing: elevation where QRS points up, depression where it points down (ISC-06 a, b). */
export const pacedWithInfarct: Rhythm = {
  heartRateBpm: pacedRate,
  schedule: (input) => schedulePaced(input, PACED_INFARCT),
}

export const pacedWithoutCapture: Rhythm = {
  heartRateBpm: pacedRate,
  schedule: (input) => schedulePaced(input, PACED, (index) => index % LOST_BEAT_EVERY !== LOST_BEAT_EVERY - 1),
}

export const pacedAtriumAndVentricle: Rhythm = {
  heartRateBpm: pacedRate,
  schedule: (input) => {
    const { beats, spikesAtMs } = schedulePaced(input, PACED)
    const peaks = beats.map(({ peakAtMs }) => peakAtMs)
    return {
      ...EMPTY_SCHEDULE,
      beats,
      pWaves: peaks.map((originAtMs, beatIndex) => ({ originAtMs, waves: SCENARIOS.lbbb.p, beatIndex })),
      spikesAtMs: [...spikesAtMs, ...peaks.map((peakAtMs) => peakAtMs - ATRIAL_SPIKE_BEFORE_R_MS)].sort(
        (one, other) => one - other,
      ),
    }
  },
}

/** The heart beats by itself; every third beat the pacemaker does not see it and stimulates into ST. */
export const pacedUndersensing: Rhythm = {
  heartRateBpm: (_, morphology) => morphology.heartRateBpm,
  schedule: (input) => {
    const own = sinus.schedule(input)
    const unseen = own.beats.filter((_, index) => index % 3 === 1)
    return { ...own, spikesAtMs: unseen.map(({ peakAtMs }) => peakAtMs + LATE_SPIKE_AFTER_R_MS) }
  },
}

/** Two paced beats, then neither spike nor beat for three intervals. */
export const pacedWithoutOutput: Rhythm = {
  heartRateBpm: pacedRate,
  schedule: (input) => {
    const isGiven = (index: number) => index % 5 < 3
    const { beats, spikesAtMs } = schedulePaced(input, PACED, isGiven)
    return { ...EMPTY_SCHEDULE, beats, spikesAtMs: spikesAtMs.filter((_, index) => isGiven(index)) }
  },
}

function schedulePaced(
  input: RhythmInput,
  morphology: Morphology,
  isCaptured: (index: number) => boolean = () => true,
): Schedule {
  const peaks = instantsMs(input, () => 60_000 / input.heartRateBpm)
  const beats = peaks
    .filter((_, index) => isCaptured(index))
    .map((peakAtMs): ScheduledBeat => ({ ...usualBeat(peakAtMs, morphology), kind: 'paced', gain: 1 }))
  return { ...EMPTY_SCHEDULE, beats, spikesAtMs: peaks.map((peakAtMs) => peakAtMs - SPIKE_BEFORE_R_MS) }
}

/** Left bundle branch block with a superior axis: the beat of a lead in the right ventricular apex. */
const PACED: Morphology = {
  ...SCENARIOS.lbbb,
  p: [],
  qrs: SCENARIOS.lbbb.qrs.map((component, index) => withLeadTwo(component, [0, -0.5, -0.6][index] ?? 0)),
  t: SCENARIOS.lbbb.t.map((component) => withLeadTwo(component, 0.25)),
  jMv: inLeadTwo(SCENARIOS.lbbb.jMv, 0.06),
  j80Mv: inLeadTwo(SCENARIOS.lbbb.j80Mv, 0.08),
}

const PACED_INFARCT: Morphology = {
  ...PACED,
  jMv: inLeadTwo(SCENARIOS['lbbb-mi'].jMv, 0.06),
  j80Mv: inLeadTwo(SCENARIOS['lbbb-mi'].j80Mv, 0.08),
}

function withLeadTwo(source: Wave, amplitudeMv: number): Wave {
  return { ...source, amplitudesMv: inLeadTwo(source.amplitudesMv, amplitudeMv) }
}

function inLeadTwo(levelsMv: Eight, levelMv: number): Eight {
  return eight((lead) => (lead === 1 ? levelMv : at(levelsMv, lead)))
}
