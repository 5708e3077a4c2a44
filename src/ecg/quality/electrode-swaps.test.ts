import { describe, expect, it } from 'vitest'
import { measureLeads } from '../measure/measure-leads'
import { noiseFreeBeat } from '../measure/testing/noise-free-beat'
import type { RepresentativeBeat } from '../measure/types'
import { INDEPENDENT_LEADS, type Morphology } from '../synthetic/morphology'
import { makeRandom } from '../synthetic/random'
import { SCENARIOS, type Scenario } from '../synthetic/scenarios'
import { ELECTRODE_SWAPS, type ElectrodeSwap, swapElectrodes } from '../synthetic/swaps'
import { varyMorphology } from '../synthetic/variation'
import { STANDARD_LEADS } from '../types'
import { suspectSwap } from './electrode-swaps'

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1)
const PROVEN = ['LA-RA', 'RA-LL', 'RA-RL', 'LA-RL', 'arms-legs'] as const

describe('an exchange of electrodes', () => {
  it.each(PROVEN)('is suspected in 20 hearts of three kinds: %s', (swap) => {
    for (const scenario of ['normal', 'inferior-stemi', 'lbbb'] as const) {
      for (const seed of SEEDS) expect(kindOf(beatOf(scenario, seed), swap)).toBe(swap)
    }
  })

  it('of left arm and left leg is suspected, at low confidence', () => {
    for (const scenario of ['normal', 'inferior-stemi', 'lbbb'] as const) {
      for (const seed of SEEDS) {
        expect(suspected(beatOf(scenario, seed), 'LA-LL')).toMatchObject({ kind: 'LA-LL', confidence: 'low' })
      }
    }
  })

  it('of V1 and V2 is suspected, in LBBB too, where the two look alike', () => {
    for (const scenario of ['normal', 'inferior-stemi', 'lbbb'] as const) {
      for (const seed of SEEDS) {
        expect(suspected(beatOf(scenario, seed), 'V1-V2')).toMatchObject({ rule: 'LR-07', leads: ['V1', 'V2'] })
      }
    }
  })

  it('of an arm is only possible where a fascicular block lets QRS point the usual way', () => {
    for (const seed of SEEDS) {
      const [left, right] = ['left-anterior-fascicular-block', 'left-posterior-fascicular-block'] as const
      expect(suspected(beatOf(left, seed), 'RA-LL')).toMatchObject({ kind: 'RA-LL' })
      expect(suspected(beatOf(right, seed), 'LA-RA')).toMatchObject({ kind: 'LA-RA' })
    }
  })

  it.each(Object.keys(SCENARIOS) as Scenario[])('is not suspected where there is none: %s', (scenario) => {
    for (const seed of SEEDS.slice(0, 5)) expect(suspectSwap(inputOf(beatOf(scenario, seed)))).toBeNull()
  })

  it('is not suspected in an atrial rhythm from below', () => {
    const { p, ...rest } = SCENARIOS.normal
    const turned = p.map((wave) => ({
      ...wave,
      amplitudesMv: [0.06, -0.1, 0.05, 0.05, 0.05, 0.04, 0.04, 0.04] as const,
    }))

    expect(suspectSwap(inputOf(noiseFreeBeat({ ...rest, p: turned })))).toBeNull()
  })

  it('that looks like an inferior infarct with a junctional rhythm is only possible', () => {
    expect(suspected(beatOf('inferior-stemi', 1), 'RA-LL')).toMatchObject({ rule: 'LR-05', confidence: 'low' })
  })

  it('is only possible without P waves', () => {
    const withoutP = noiseFreeBeat({ ...SCENARIOS.normal, p: [] })

    expect(suspected(withoutP, 'LA-RA')).toMatchObject({ kind: 'LA-RA', confidence: 'low' })
  })

  it('is dextrocardia where the chest leads fall off to the left', () => {
    const mirrored = swapped(noiseFreeBeat(SCENARIOS.normal), 'LA-RA')
    const leads = { ...mirrored.leads }
    for (const [index, name] of (['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const).entries()) {
      const source = mirrored.leads.V1
      if (source) leads[name] = source.map((uv) => uv * (1 - index * 0.16))
    }

    expect(suspectSwap(inputOf({ ...mirrored, leads }))).toMatchObject({ kind: 'dextrocardia', rule: 'LR-01b' })
  })

  it('is seen against an earlier ECG where the P wave says nothing', () => {
    const previous = beatOf('lbbb', 3)
    const now = swapped(previous, 'LA-LL')

    expect(suspectSwap({ ...inputOf(now), previous })).toMatchObject({ kind: 'LA-LL', confidence: 'medium' })
    expect(suspectSwap({ ...inputOf(previous), previous })).toBeNull()
  })

  it('has a test for each that can be made', () => {
    expect([...PROVEN, 'LA-LL', 'V1-V2'].sort()).toEqual([...ELECTRODE_SWAPS].sort())
  })
})

const kindOf = (beat: RepresentativeBeat, swap: ElectrodeSwap) => suspected(beat, swap)?.kind
const suspected = (beat: RepresentativeBeat, swap: ElectrodeSwap) => suspectSwap(inputOf(swapped(beat, swap)))

function beatOf(scenario: Scenario, seed: number): RepresentativeBeat {
  const table: Morphology = SCENARIOS[scenario]
  return noiseFreeBeat(varyMorphology(table, makeRandom(seed), 'natural'))
}

function inputOf(representative: RepresentativeBeat) {
  return { representative, leads: measureLeads(representative, STANDARD_LEADS) }
}

function swapped(beat: RepresentativeBeat, swap: ElectrodeSwap): RepresentativeBeat {
  const channels = INDEPENDENT_LEADS.map((name) => Float64Array.from(beat.leads[name] ?? []))
  const [one = new Float64Array(), two = new Float64Array(), ...chest] = swapElectrodes(channels, swap)
  const limb = (gainOne: number, gainTwo: number) =>
    Float32Array.from(one, (uv, index) => gainOne * uv + gainTwo * (two[index] ?? 0))
  const chestLeads = chest.map((samples, index) => [`V${index + 1}`, Float32Array.from(samples)])
  return {
    ...beat,
    leads: {
      I: limb(1, 0),
      II: limb(0, 1),
      III: limb(-1, 1),
      aVR: limb(-0.5, -0.5),
      aVL: limb(1, -0.5),
      aVF: limb(-0.5, 1),
      ...Object.fromEntries(chestLeads),
    },
  }
}
