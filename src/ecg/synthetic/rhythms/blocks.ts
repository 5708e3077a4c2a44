/** Atrioventricular block: atria that beat on their own time, ventricles that follow some, all late, or none. */
import { makeBeat } from '../beat'
import { type Morphology, scaleMorphology, shiftWave } from '../morphology'
import { SCENARIOS } from '../scenarios'
import {
  EMPTY_SCHEDULE,
  instantsMs,
  type Rhythm,
  type RhythmInput,
  type Schedule,
  type ScheduledBeat,
  type ScheduledP,
  USUAL_P,
} from './rhythm'
import { usualBeat } from './sinus'

const BUNDLE_PR_MS = 190
const COMPLETE_BLOCK_ATRIAL_BPM = 88
const COMPLETE_BLOCK_ESCAPE_BPM = 36

/** PR of each successive P wave, repeated; null is a P wave that is not conducted. */
type Conduction = readonly (number | null)[]

const sinusRate: Rhythm['heartRateBpm'] = (_, morphology) => morphology.heartRateBpm

export const firstDegreeBlock = conducting([260], sinusRate)
export const mobitzOne = conducting([180, 250, 300, null], sinusRate)
export const mobitzTwo = conducting([180, 180, null], sinusRate)
export const twoToOneBlock = conducting([180, null], sinusRate)
export const advancedBlock = conducting([180, null, null], sinusRate)

export const alternatingBundles: Rhythm = {
  heartRateBpm: sinusRate,
  schedule: (input) => {
    const { beats, ...rest } = scheduleConducted({ ...input, morphology: SCENARIOS.lbbb }, [BUNDLE_PR_MS])
    // The P wave of each beat is scheduled by itself, so QRS and T may change sides under it.
    const alternated = beats.map((beat, index) =>
      index % 2 === 0 ? beat : { ...beat, morphology: { ...SCENARIOS.rbbb, p: [] } },
    )
    return { ...rest, beats: alternated }
  },
}

export const completeBlock = dissociated((morphology) => morphology)
export const completeBlockWideEscape = dissociated(() => WIDE_ESCAPE)

function conducting(conduction: Conduction, heartRateBpm: Rhythm['heartRateBpm']): Rhythm {
  return { heartRateBpm, schedule: (input) => scheduleConducted(input, conduction) }
}

function scheduleConducted(input: RhythmInput, conduction: Conduction): Schedule {
  const { morphology, heartRateBpm } = input
  const waves = morphology.p.length > 0 ? morphology.p : USUAL_P
  const { pOnsetMs, qrsOnsetMs } = makeBeat({ ...morphology, p: waves }, 60_000 / heartRateBpm).limits
  const ownPrMs = qrsOnsetMs - (pOnsetMs ?? qrsOnsetMs - 160)
  const beats: ScheduledBeat[] = []
  const pWaves: ScheduledP[] = []
  instantsMs(input, () => 60_000 / heartRateBpm).forEach((originAtMs, index) => {
    const prMs = conduction[index % conduction.length] ?? null
    if (prMs !== null) beats.push(usualBeat(originAtMs + prMs - ownPrMs, morphology))
    pWaves.push({ originAtMs, waves, beatIndex: prMs === null ? null : beats.length - 1 })
  })
  return { ...EMPTY_SCHEDULE, beats, pWaves }
}

/** The rate is that of the escape; the atria keep 88/min and never meet it. */
function dissociated(escapeOf: (morphology: Morphology) => Morphology): Rhythm {
  return {
    heartRateBpm: () => COMPLETE_BLOCK_ESCAPE_BPM,
    schedule: (input) => {
      const escaping: Morphology = { ...escapeOf(input.morphology), p: [] }
      const peaks = instantsMs(input, () => 60_000 / input.heartRateBpm)
      const atria = instantsMs(
        { ...input, heartRateBpm: COMPLETE_BLOCK_ATRIAL_BPM },
        () => 60_000 / COMPLETE_BLOCK_ATRIAL_BPM,
      )
      return {
        ...EMPTY_SCHEDULE,
        beats: peaks.map((peakAtMs) => ({ peakAtMs, kind: 'escape', morphology: escaping, gain: 1 })),
        pWaves: atria.map((originAtMs) => ({
          originAtMs,
          waves: USUAL_P.map((component) => shiftWave(component, -component.peakMs)),
          beatIndex: null,
        })),
      }
    },
  }
}

const WIDE_ESCAPE: Morphology = { ...scaleMorphology(SCENARIOS.lbbb, 0.9), p: [] }
