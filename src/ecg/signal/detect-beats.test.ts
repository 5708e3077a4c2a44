import { describe, expect, it } from 'vitest'
import { type EcgOptions, makeEcg } from '../synthetic/make-ecg'
import { makeRandom } from '../synthetic/random'
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

  it('finds premature beats that are low in the only lead, and not the T waves of high ones', () => {
    const atMs = [600, 1400, 1900, 3000, 3800, 4600, 5100, 6200, 7000, 7500, 8600, 9400]
    const premature = { low: new Set([1900, 7500]), high: new Set([5100]) }
    const lead = new Float32Array(3600)
    for (const beatAtMs of atMs) {
      if (premature.low.has(beatAtMs)) addWave(lead, { beatAtMs, heightUv: 450, sigmaMs: 32 })
      else if (premature.high.has(beatAtMs)) {
        addWave(lead, { beatAtMs, heightUv: 3000, sigmaMs: 32 })
        addWave(lead, { beatAtMs: beatAtMs + 320, heightUv: -900, sigmaMs: 45 })
      } else {
        addWave(lead, { beatAtMs, heightUv: 1200, sigmaMs: 12 })
        addWave(lead, { beatAtMs: beatAtMs + 290, heightUv: 250, sigmaMs: 50 })
      }
    }

    const foundMs = detectBeats([lead], 360).map((index) => (index * 1000) / 360)

    expect(foundMs).toHaveLength(atMs.length)
    expect(foundMs.every((ms, index) => Math.abs(ms - (atMs[index] ?? 0)) < 60)).toBe(true)
  })

  it('finds early ventricular beats that are slow beside the usual ones in the only lead', () => {
    const lead = new Float32Array(360 * 30)
    const atMs: number[] = []
    for (let beatAtMs = 600; beatAtMs < 29_000; beatAtMs += 700) {
      const isEarly = atMs.length % 4 === 3
      const from = isEarly ? beatAtMs - 250 : beatAtMs
      addWave(lead, { beatAtMs: from, heightUv: isEarly ? 800 : 1400, sigmaMs: isEarly ? 26 : 11 })
      if (!isEarly) addWave(lead, { beatAtMs: from + 260, heightUv: 300, sigmaMs: 45 })
      atMs.push(from)
    }

    const foundMs = detectBeats([lead], 360).map((index) => (index * 1000) / 360)

    expect(foundMs).toHaveLength(atMs.length)
    expect(foundMs.every((ms, index) => Math.abs(ms - (atMs[index] ?? 0)) < 60)).toBe(true)
  })

  it('takes neither a burst of noise nor a step of the level in the only lead for a beat', () => {
    const random = makeRandom(3)
    const lead = new Float32Array(360 * 30)
    for (let beatAtMs = 600; beatAtMs < 29_500; beatAtMs += 800) {
      addWave(lead, { beatAtMs, heightUv: 1000, sigmaMs: 11 })
      addWave(lead, { beatAtMs: beatAtMs + 260, heightUv: 250, sigmaMs: 45 })
    }
    let noise = 0
    for (let index = 0; index < lead.length; index++) {
      const isBurst = index > 360 * 10 && index < 360 * 12
      noise = 0.6 * noise + random.normal()
      lead[index] = (lead[index] ?? 0) + (isBurst ? 60 : 5) * noise + (index >= 360 * 20.6 ? 300 : 0)
    }

    expect(detectBeats([lead], 360)).toHaveLength(37)
  })

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

type BellWave = { readonly beatAtMs: number; readonly heightUv: number; readonly sigmaMs: number }

/** At 360 samples a second. */
function addWave(lead: Float32Array, { beatAtMs, heightUv, sigmaMs }: BellWave) {
  for (let index = 0; index < lead.length; index++) {
    const sigmas = ((index * 1000) / 360 - beatAtMs) / sigmaMs
    lead[index] = (lead[index] ?? 0) + heightUv * Math.exp(-(sigmas ** 2) / 2)
  }
}

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
