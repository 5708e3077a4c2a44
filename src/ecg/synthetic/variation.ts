/** No two hearts are alike: the spread of clinical.md F2, drawn from the seed. */
import { at, type Eight, eight, type Morphology, type Wave } from './morphology'
import type { Random } from './random'

const AMPLITUDE_SPREAD = 0.15
const LEAD_SPREAD = 0.1
const SIGMA_SPREAD = 0.1
const RATE_SPREAD = 0.1
const ROTATION_DEG = 10

export function varyMorphology(morphology: Morphology, random: Random): Morphology {
  const leadGains = eight(() => spread(random, LEAD_SPREAD))
  const turn = frontalRotation(random.uniform(-ROTATION_DEG, ROTATION_DEG))
  const stGain = spread(random, AMPLITUDE_SPREAD)
  const varied = (levels: Eight, gain: number) => turn(eight((lead) => at(levels, lead) * gain * at(leadGains, lead)))
  const waves = (sources: readonly Wave[]) =>
    sources.map((source) => {
      const width = spread(random, SIGMA_SPREAD)
      return {
        ...source,
        sigmaLeftMs: source.sigmaLeftMs * width,
        sigmaRightMs: source.sigmaRightMs * width,
        amplitudesMv: varied(source.amplitudesMv, spread(random, AMPLITUDE_SPREAD)),
      }
    })
  return {
    heartRateBpm: morphology.heartRateBpm * spread(random, RATE_SPREAD),
    p: waves(morphology.p),
    qrs: waves(morphology.qrs),
    t: waves(morphology.t),
    jMv: varied(morphology.jMv, stGain),
    j80Mv: varied(morphology.j80Mv, stGain),
    isTRateScaled: morphology.isTRateScaled,
  }
}

const spread = (random: Random, by: number): number => random.uniform(1 - by, 1 + by)

/** Turns the frontal vector (I, aVF·2/√3); the chest leads do not see it. */
function frontalRotation(degrees: number): (levels: Eight) => Eight {
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  return (levels) => {
    const x = at(levels, 0)
    const y = ((at(levels, 1) - x / 2) * 2) / Math.sqrt(3)
    const turnedOne = x * cos - y * sin
    const turnedFoot = ((x * sin + y * cos) * Math.sqrt(3)) / 2
    return eight((lead) => [turnedOne, turnedFoot + turnedOne / 2][lead] ?? at(levels, lead))
  }
}
