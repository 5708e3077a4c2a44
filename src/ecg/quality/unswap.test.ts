import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { correctSwap } from './unswap'

const made = (swap?: 'LA-RA' | 'LA-LL' | 'RA-LL' | 'V1-V2') =>
  makeEcg({ scenario: 'inferior-stemi', seed: 2, noise: {}, ...(swap && { swap }) }).recording

const samplesOf = (recording: EcgRecording | null) =>
  recording?.leads.map(({ samplesUv }) => Array.from(samplesUv, (uv) => uv + 0))

describe('a recording with its electrodes put back', () => {
  it.each(['LA-RA', 'LA-LL', 'RA-LL'] as const)('is the one that was never exchanged: %s', (kind) => {
    expect(samplesOf(correctSwap(made(kind), { kind, leads: [] }))).toEqual(samplesOf(made()))
  })

  it.each(['LA-RA', 'LA-LL', 'RA-LL'] as const)('is itself again after twice: %s', (kind) => {
    const recording = made()
    const once = correctSwap(recording, { kind, leads: [] })

    expect(samplesOf(once)).not.toEqual(samplesOf(recording))
    expect(samplesOf(once && correctSwap(once, { kind, leads: [] }))).toEqual(samplesOf(recording))
  })

  it('has its chest leads in order', () => {
    const back = correctSwap(made('V1-V2'), { kind: 'chest-order', leads: ['V1', 'V2'] })

    expect(back?.leads.map(({ name }) => name)).toEqual(made().leads.map(({ name }) => name))
    expect(samplesOf(back)).toEqual(samplesOf(made()))
  })

  it('does not exist where a lead was lost to the right leg', () => {
    for (const kind of ['RA-RL', 'LA-RL', 'arms-legs', 'dextrocardia', 'high-chest'] as const) {
      expect(correctSwap(made(), { kind, leads: [] })).toBeNull()
    }
  })

  it('keeps a missing sample missing', () => {
    const recording = made()
    const holed = {
      ...recording,
      leads: recording.leads.map((lead) =>
        lead.name === 'II' ? { ...lead, samplesUv: lead.samplesUv.with(10, Number.NaN) } : lead,
      ),
    }
    const back = correctSwap(holed, { kind: 'LA-RA', leads: [] })

    expect(back?.leads.find(({ name }) => name === 'II')?.samplesUv[10]).toBeNaN()
    expect(back?.leads.find(({ name }) => name === 'I')?.samplesUv[10]).not.toBeNaN()
  })
})
