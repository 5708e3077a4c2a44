import { describe, expect, it } from 'vitest'
import { type EcgOptions, makeEcg } from '../synthetic/make-ecg'
import { detectBeats } from './detect-beats'
import { prepare } from './prepare'

const CUT_MS = 150

describe('detectBeats', () => {
  for (const [what, options] of [
    ['a normal rhythm', { scenario: 'normal' }],
    ['wide beats', { scenario: 'lbbb' }],
    ['tall T waves', { scenario: 'hyperkalaemia-severe' }],
    ['a ventricular tachycardia', { scenario: 'vt' }],
    ['premature ventricular beats', { scenario: 'normal', rhythm: 'ventricular-premature' }],
    ['atrial fibrillation', { scenario: 'normal', rhythm: 'atrial-fibrillation' }],
    ['P waves without beats', { scenario: 'normal', rhythm: 'av-block-3' }],
    ['paced beats', { scenario: 'normal', rhythm: 'paced' }],
    ['muscle noise', { scenario: 'normal', noise: { muscleUvRms: 60, wanderUvPp: 1500 } }],
    ['100 samples a second', { scenario: 'normal', sampleRateHz: 100 }],
  ] as const) {
    it(`finds each beat once: ${what}`, () => {
      const { expected, found } = beatsOf({ ...options, seed: 7 })
      expect(found).toHaveLength(expected.length)
      expect(found.every((ms, index) => Math.abs(ms - (expected[index] ?? 0)) < 60)).toBe(true)
    })
  }

  for (const rhythm of ['vf', 'asystole', 'p-wave-asystole'] as const) {
    it(`finds nothing where nothing beats: ${rhythm}`, () => {
      expect(beatsOf({ scenario: 'normal', rhythm, seed: 5 }).found).toEqual([])
    })
  }

  it('bears missing samples, a lead of noise and a lead that is off', () => {
    const { recording, truth } = makeEcg({ scenario: 'normal', seed: 9 })
    const leads = prepare(recording).leads.map(({ rawUv }) => rawUv.slice())
    leads[0]?.fill(Number.NaN)
    leads[1]?.fill(0)
    leads[2]?.fill(Number.NaN, 1000, 1400)
    const artefact = leads[6]
    if (artefact) for (let index = 0; index < artefact.length; index++) artefact[index] = 3000 * Math.sin(index ** 2)
    expect(detectBeats(leads, 500)).toHaveLength(truth.beats.length)
  })

  it('finds nothing in nothing', () => {
    expect(detectBeats([], 500)).toEqual([])
    expect(detectBeats([new Float32Array()], 500)).toEqual([])
    expect(detectBeats([new Float32Array(5000).fill(Number.NaN)], 500)).toEqual([])
    expect(detectBeats([new Float32Array(13)], 500)).toEqual([])
  })
})

function beatsOf(options: EcgOptions) {
  const { recording, truth } = makeEcg(options)
  const prepared = prepare(recording)
  const leads = prepared.leads.map(({ rawUv }) => rawUv)
  const isWhole = (ms: number) => ms > CUT_MS && ms < 10_000 - CUT_MS
  return {
    expected: truth.beats.map(({ peakAtMs }) => peakAtMs).filter(isWhole),
    found: detectBeats(leads, prepared.sampleRateHz)
      .map((index) => (index * 1000) / prepared.sampleRateHz)
      .filter(isWhole),
  }
}
