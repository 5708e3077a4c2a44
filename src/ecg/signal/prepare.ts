/**
 * A recording made ready for analysis (clinical.md A1): the same leads on several paths, none of which moves a wave.
 *
 * Rates from 400 to 600 Hz are kept, others become 500 Hz; instants in milliseconds stay those of the recording.
 * The recording itself is never changed. Microvolts; missing samples stay NaN on every path.
 */
import type { EcgRecording, LeadName } from '../types'
import { lowPass, notch, removeBaseline } from './filters'
import { findJumps, levelJumps } from './jumps'
import { humAmplitudeUv } from './mains'
import { findSpikes, removeSpikes } from './pacer-spikes'
import { resample } from './resample'

export type PreparedLead = {
  readonly name: LeadName
  /** As recorded, less pacing spikes, steps of the level and mains: what the usual beat is made of. */
  readonly rawUv: Float32Array
  /** Without baseline as well: what waves are marked on. */
  readonly stUv: Float32Array
  /** The ST path under 40 Hz: P and T waves. */
  readonly smoothUv: Float32Array
}

export type Prepared = {
  readonly sampleRateHz: number
  readonly sampleCount: number
  readonly leads: readonly PreparedLead[]
  readonly spikesAtMs: readonly number[]
}

const WORK_RATE_HZ = 500
const MIN_KEPT_RATE_HZ = 400
const MAX_KEPT_RATE_HZ = 600
const SMOOTH_HZ = 40
const MAINS_HZ = [50, 60] as const
/** Hum below this is left: the notch would cost more at the edges of QRS than it takes. */
const LEAST_HUM_UV = 5

export function prepare(recording: EcgRecording): Prepared {
  const fromHz = recording.sampleRateHz
  const sampleRateHz = fromHz >= MIN_KEPT_RATE_HZ && fromHz <= MAX_KEPT_RATE_HZ ? fromHz : WORK_RATE_HZ
  const stored = recording.leads.filter(({ isDerived }) => !isDerived).map(({ samplesUv }) => samplesUv)
  const spikes = findSpikes(stored, fromHz)
  const jumps = findJumps(
    stored.map((samples) => removeSpikes(samples, fromHz, spikes)),
    fromHz,
  )
  const leads = recording.leads.map(({ name, samplesUv }): PreparedLead => {
    const repaired = levelJumps(removeSpikes(samplesUv, fromHz, spikes), fromHz, jumps)
    const rawUv = withoutHum(resample(repaired, fromHz, sampleRateHz), sampleRateHz)
    const stUv = removeBaseline(rawUv, sampleRateHz)
    return { name, rawUv, stUv, smoothUv: lowPass(stUv, sampleRateHz, SMOOTH_HZ) }
  })
  return {
    sampleRateHz,
    sampleCount: leads[0]?.rawUv.length ?? 0,
    leads,
    spikesAtMs: spikes.map((index) => (index * 1000) / fromHz),
  }
}

function withoutHum(samples: Float32Array, sampleRateHz: number): Float32Array {
  return MAINS_HZ.reduce(
    (cleaned, frequencyHz) =>
      humAmplitudeUv(cleaned, sampleRateHz, frequencyHz) >= LEAST_HUM_UV
        ? notch(cleaned, sampleRateHz, frequencyHz)
        : cleaned,
    samples,
  )
}
