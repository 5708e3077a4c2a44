/** No two hearts are alike: the spread of clinical.md F2, drawn from the seed. */
import { at, type Eight, eight, type Morphology, type Wave } from './morphology'
import type { Random } from './random'

/** Shares of the table's number, and degrees. */
type Spreads = Readonly<Record<'amplitude' | 'lead' | 'sigma' | 'rate' | 'rotationDeg', number>>

const NATURAL: Spreads = { amplitude: 0.15, lead: 0.1, sigma: 0.1, rate: 0.1, rotationDeg: 10 }
/** For a pattern that lies between two thresholds and would leave the space between them. */
const SLIGHT: Spreads = { amplitude: 0.02, lead: 0.01, sigma: 0.05, rate: 0.1, rotationDeg: 1 }

export function varyMorphology(morphology: Morphology, random: Random, extent: 'slight' | 'natural'): Morphology {
  const spreads = extent === 'slight' ? SLIGHT : NATURAL
  const leadGains = eight(() => spread(random, spreads.lead))
  const turn = frontalRotation(random.uniform(-spreads.rotationDeg, spreads.rotationDeg))
  const stGain = spread(random, spreads.amplitude)
  const varied = (levels: Eight, gain: number) => turn(eight((lead) => at(levels, lead) * gain * at(leadGains, lead)))
  const waves = (sources: readonly Wave[]) =>
    sources.map((source) => {
      const width = spread(random, spreads.sigma)
      return {
        ...source,
        sigmaLeftMs: source.sigmaLeftMs * width,
        sigmaRightMs: source.sigmaRightMs * width,
        amplitudesMv: varied(source.amplitudesMv, spread(random, spreads.amplitude)),
      }
    })
  const { prMv, u } = morphology
  return {
    ...(prMv && { prMv: varied(prMv, stGain) }),
    heartRateBpm: morphology.heartRateBpm * spread(random, spreads.rate),
    p: waves(morphology.p),
    qrs: waves(morphology.qrs),
    t: waves(morphology.t),
    ...(u && { u: waves(u) }),
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
