/**
 * A twelve-lead ECG of nobody, with the exact truth about it (clinical.md F).
 *
 * Samples are whole multiples of 2.5 µV in the eight independent leads, so that a file can
 * hold them without loss; III, aVR, aVL and aVF are computed from I and II, so Einthoven's
 * law holds exactly. The same options give the same ECG. Wave limits in the truth are those
 * of the beat without noise and without the 3 % breathing modulation.
 * Not modelled: P waves and QT that differ from beat to beat, respiration of the axis.
 */
import { type EcgRecording, type Lead, type Reported, type Sex, STANDARD_LEADS } from '../types'
import { type Adjustment, adjustMorphology } from './adjust'
import { type Beat, makeBeat } from './beat'
import { draw } from './draw'
import { type Faults, faultyChannels, faultyLeads } from './faults'
import { SYNTHETIC_MANUFACTURER } from './mark'
import { INDEPENDENT_LEADS, type Morphology } from './morphology'
import { addNoise, LIGHT_NOISE, type Noise } from './noise'
import { makeRandom } from './random'
import { RHYTHMS, type RhythmName } from './rhythms'
import type { Rhythm } from './rhythms/rhythm'
import { SCENARIOS, type Scenario } from './scenarios'
import { type ElectrodeSwap, swapElectrodes } from './swaps'
import { describeTruth, type Truth } from './truth'
import { varyMorphology } from './variation'

export type EcgOptions = {
  readonly scenario: Scenario
  /** The rhythm that belongs to the scenario when absent. */
  readonly rhythm?: RhythmName
  readonly seed: number
  readonly sampleRateHz?: number
  readonly durationMs?: number
  /** A light noise when absent; `{}` is none. */
  readonly noise?: Noise
  readonly swap?: ElectrodeSwap
  readonly faults?: Faults
  /** Exact numbers that the morphology is brought to. */
  readonly adjust?: Adjustment
  /** Of the rhythm `sinus-pause`. */
  readonly pauseMs?: number
  readonly sex?: Sex
  readonly ageYears?: number
  readonly heartRateBpm?: number
  /** `none` gives the table's own numbers, `natural` a heart of its own for each seed, `slight` one close to the table. */
  readonly variation?: 'none' | 'slight' | 'natural'
}

export const LSB_UV = 2.5
const CLIP_UV = 5000
const USUAL_PAUSE_MS = 3400

export function makeEcg(options: EcgOptions): { readonly recording: EcgRecording; readonly truth: Truth } {
  const { scenario, seed, sampleRateHz = 500, durationMs = 10_000, variation = 'natural', faults = {} } = options
  const random = makeRandom(seed)
  const rhythmName = options.rhythm ?? (scenario === 'vt' ? 'vt' : 'sinus')
  const rhythm: Rhythm = RHYTHMS[rhythmName]
  const table: Morphology = SCENARIOS[scenario]
  const varied = variation === 'none' ? table : varyMorphology(table, random, variation)
  const heartRateBpm = options.heartRateBpm ?? rhythm.heartRateBpm(random, varied)
  const morphology = options.adjust ? adjustMorphology(varied, 60_000 / heartRateBpm, options.adjust) : varied
  const { pauseMs = USUAL_PAUSE_MS } = options
  const schedule = rhythm.schedule({ random, morphology, heartRateBpm, durationMs, pauseMs })
  const beatOf = beatsByMorphology(60_000 / heartRateBpm)

  const sampleCount = Math.round((durationMs * sampleRateHz) / 1000)
  const clean = draw(schedule, beatOf, sampleCount, sampleRateHz)
  // The electrodes are exchanged on the patient; noise comes after them, so that a lead made flat by a swap is noisy.
  const channels = options.swap ? swapElectrodes(clean.map(quantise), options.swap) : clean
  const noise = options.noise ?? rhythm.noise ?? LIGHT_NOISE
  addNoise(channels, sampleRateHz, noise, random)
  const recorded = faultyChannels(channels, sampleRateHz, faults)

  const truth = describeTruth({ schedule, beatOf, durationMs, heartRateBpm })
  const recording: EcgRecording = {
    format: 'synthetic',
    sampleRateHz,
    leads: faultyLeads(twelveLeads(recorded), sampleRateHz, faults),
    recordedAt: null,
    patient: {
      id: null,
      familyName: null,
      givenName: null,
      sex: options.sex ?? null,
      birthDate: null,
      ageYears: options.ageYears ?? null,
    },
    device: { manufacturer: SYNTHETIC_MANUFACTURER, model: 'DEMO', serial: null, institution: 'SYNTHETIC DEMO' },
    // The number makes it again; the name of the scenario would read like a diagnosis.
    reported: reportedOf(truth, `SYNTHETIC DEMO ECG, not from a person, seed ${seed}`),
    isSynthetic: true,
    warnings: [],
  }
  return { recording, truth }
}

function beatsByMorphology(rrMs: number): (morphology: Morphology) => Beat {
  const known = new Map<Morphology, Beat>()
  return (morphology) => {
    const beat = known.get(morphology) ?? makeBeat(morphology, rrMs)
    known.set(morphology, beat)
    return beat
  }
}

function twelveLeads(channelsUv: readonly Float64Array[]): readonly Lead[] {
  const stored = new Map(
    INDEPENDENT_LEADS.map((name, lead) => [name as string, Float32Array.from(quantise(channelsUv[lead]))] as const),
  )
  const one = stored.get('I') ?? new Float32Array()
  const two = stored.get('II') ?? new Float32Array()
  const derived: Readonly<Record<string, (i: number, ii: number) => number>> = {
    III: (i, ii) => ii - i,
    aVR: (i, ii) => -(i + ii) / 2,
    aVL: (i, ii) => i - ii / 2,
    aVF: (i, ii) => ii - i / 2,
  }
  return STANDARD_LEADS.map((name) => {
    const formula = derived[name]
    const samplesUv = formula
      ? one.map((sample, index) => formula(sample, two[index] ?? 0))
      : (stored.get(name) ?? new Float32Array())
    return { name, samplesUv, isDerived: formula !== undefined, ...(formula ? {} : { stepUv: LSB_UV }) }
  })
}

function quantise(samplesUv: Float64Array = new Float64Array()): Float64Array {
  return samplesUv.map((value) => {
    const clipped = Math.min(CLIP_UV, Math.max(-CLIP_UV, value))
    return Math.round(clipped / LSB_UV) * LSB_UV + 0
  })
}

function reportedOf(truth: Truth, statement: string): Reported {
  const whole = (value: number | null) => (value === null ? null : Math.round(value))
  const { prMs, qrsMs, qtMs, qtcMs, pAxisDeg, qrsAxisDeg, tAxisDeg } = truth.expected
  return {
    heartRateBpm: whole(truth.heartRateBpm),
    rrMs: truth.heartRateBpm === null ? null : Math.round(60_000 / truth.heartRateBpm),
    pMs: whole(truth.expected.pMs),
    prMs: whole(prMs),
    qrsMs: whole(qrsMs),
    qtMs: whole(qtMs),
    qtcMs: whole(qtcMs),
    pAxisDeg: whole(pAxisDeg),
    qrsAxisDeg: whole(qrsAxisDeg),
    tAxisDeg: whole(tAxisDeg),
    statements: [statement],
  }
}
