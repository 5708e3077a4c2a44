import { describe, expect, it } from 'vitest'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { findSpikes, removeSpikes } from './pacer-spikes'

describe('pacing spikes', () => {
  for (const rhythm of ['paced', 'paced-without-capture'] as const) {
    it(`are all found and nothing else: ${rhythm}`, () => {
      const { recording, truth } = makeEcg({ scenario: 'normal', rhythm, seed: 3 })
      const found = findSpikes(storedOf(recording), 500).map((index) => index * 2)
      expect(found).toHaveLength(truth.spikesAtMs.length)
      expect(found.every((ms, index) => Math.abs(ms - (truth.spikesAtMs[index] ?? 0)) <= 4)).toBe(true)
    })
  }

  it('are none where QRS is tall and narrow, and none at a rate that cannot show them', () => {
    expect(findSpikes(storedOf(makeEcg({ scenario: 'lvh', seed: 1 }).recording), 500)).toEqual([])
    expect(findSpikes(storedOf(makeEcg({ scenario: 'normal', rhythm: 'paced', seed: 1 }).recording), 250)).toEqual([])
  })

  it('leave a straight line behind and everything else as it was', () => {
    const samples = Float32Array.from({ length: 100 }, (_, index) => (index === 50 ? 1000 : index))
    const cleaned = removeSpikes(samples, 500, [50])
    expect(cleaned[50]).toBeCloseTo(50)
    expect([...cleaned].filter((value, index) => Math.abs(value - index) > 1e-4)).toEqual([])
  })
})

function storedOf(recording: EcgRecording): readonly Float32Array[] {
  return recording.leads.filter(({ isDerived }) => !isDerived).map(({ samplesUv }) => samplesUv)
}
