/**
 * What a real recording has besides the heart: clinical.md F4. Microvolts.
 * Noise is added to the eight independent leads, so that Einthoven's law still holds.
 */
import { INDEPENDENT_LEADS } from './morphology'
import type { Random } from './random'

export type Noise = {
  /** Baseline wander, 0.05–0.5 Hz, peak to peak. */
  readonly wanderUvPp?: number
  /** Muscle, band 20–150 Hz, root mean square. */
  readonly muscleUvRms?: number
  /** 50 Hz ± 0.2 Hz with 20 % third harmonic, peak to peak. */
  readonly mainsUvPp?: number
  /** Leads without contact: a constant and 1 µV. */
  readonly leadsOff?: readonly (typeof INDEPENDENT_LEADS)[number][]
}

/** A calm patient and a good cable. */
export const LIGHT_NOISE: Noise = { wanderUvPp: 40, muscleUvRms: 4 }

const LEAD_OFF_LEVEL_UV = 600

/** Changes the channels in place; they are in the order of `INDEPENDENT_LEADS`. */
export function addNoise(channelsUv: readonly Float64Array[], sampleRateHz: number, noise: Noise, random: Random) {
  channelsUv.forEach((samplesUv, lead) => {
    addWander(samplesUv, sampleRateHz, noise.wanderUvPp ?? 0, random)
    addMuscle(samplesUv, sampleRateHz, noise.muscleUvRms ?? 0, random)
    addMains(samplesUv, sampleRateHz, noise.mainsUvPp ?? 0, random)
    const name = INDEPENDENT_LEADS[lead]
    if (name && noise.leadsOff?.includes(name)) {
      samplesUv.forEach((_, index) => {
        samplesUv[index] = LEAD_OFF_LEVEL_UV + random.normal()
      })
    }
  })
}

function addWander(samplesUv: Float64Array, sampleRateHz: number, peakToPeakUv: number, random: Random) {
  if (peakToPeakUv === 0) return
  const parts = [0.05, 0.18, 0.3, 0.5].map((hz) => ({
    hz: hz * random.uniform(0.9, 1),
    phase: random.uniform(0, 2 * Math.PI),
  }))
  const wander = samplesUv.map((_, index) =>
    parts.reduce((sum, { hz, phase }) => sum + Math.sin((2 * Math.PI * hz * index) / sampleRateHz + phase), 0),
  )
  const lowest = wander.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
  const highest = wander.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const middle = (lowest + highest) / 2
  const gain = highest > lowest ? peakToPeakUv / (highest - lowest) : 0
  addTo(samplesUv, (index) => ((wander[index] ?? 0) - middle) * gain)
}

function addMuscle(samplesUv: Float64Array, sampleRateHz: number, rmsUv: number, random: Random) {
  if (rmsUv === 0) return
  const white = samplesUv.map(() => random.normal())
  const band = lowPass(highPass(white, 20, sampleRateHz), Math.min(150, sampleRateHz * 0.45), sampleRateHz)
  const power = band.reduce((sum, value) => sum + value * value, 0) / Math.max(1, band.length)
  const gain = power > 0 ? rmsUv / Math.sqrt(power) : 0
  addTo(samplesUv, (index) => (band[index] ?? 0) * gain)
}

function addMains(samplesUv: Float64Array, sampleRateHz: number, peakToPeakUv: number, random: Random) {
  if (peakToPeakUv === 0) return
  const hz = 50 + random.uniform(-0.2, 0.2)
  const phase = random.uniform(0, 2 * Math.PI)
  addTo(samplesUv, (index) => {
    const angle = (2 * Math.PI * hz * index) / sampleRateHz + phase
    return (peakToPeakUv / 2) * (Math.sin(angle) + 0.2 * Math.sin(3 * angle))
  })
}

function addTo(samplesUv: Float64Array, extraUv: (index: number) => number) {
  samplesUv.forEach((value, index) => {
    samplesUv[index] = value + extraUv(index)
  })
}

/** Two equal one-pole stages. */
function lowPass(samples: Float64Array, cornerHz: number, sampleRateHz: number): Float64Array {
  const share = 1 - Math.exp((-2 * Math.PI * cornerHz) / sampleRateHz)
  let first = 0
  let second = 0
  return samples.map((value) => {
    first += share * (value - first)
    second += share * (first - second)
    return second
  })
}

function highPass(samples: Float64Array, cornerHz: number, sampleRateHz: number): Float64Array {
  const low = lowPass(samples, cornerHz, sampleRateHz)
  return samples.map((value, index) => value - (low[index] ?? 0))
}
