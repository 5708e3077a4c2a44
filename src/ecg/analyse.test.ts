import { describe, expect, it } from 'vitest'
import { analyse } from './analyse'
import { type EcgOptions, makeEcg } from './synthetic/make-ecg'
import { STANDARD_LEADS } from './types'

describe('analyse', () => {
  it('measures ST of the usual beat within 25 µV in every lead', () => {
    for (const scenario of ['normal', 'anterior-stemi', 'inferior-stemi'] as const) {
      const { recording, truth } = makeEcg({ scenario, seed: 11 })
      const { leads } = analyse(recording)
      for (const name of STANDARD_LEADS) {
        expect(Math.abs((leads[name]?.j80Uv ?? Number.NaN) - (truth.j80Uv?.[name] ?? 0))).toBeLessThan(25)
      }
    }
  })

  it('measures intervals of the usual beat', () => {
    const { recording, truth } = makeEcg({ scenario: 'normal', seed: 12 })
    const { measurements } = analyse(recording)
    expect(measurements.heartRateBpm).toBeCloseTo(truth.heartRateBpm ?? 0, 0)
    expect(Math.abs((measurements.qrsMs ?? 0) - (truth.expected.qrsMs ?? 0))).toBeLessThan(14)
    expect(Math.abs((measurements.prMs ?? 0) - (truth.expected.prMs ?? 0))).toBeLessThan(18)
  })

  it('tells premature, paced and usual beats apart', () => {
    expect(classesOf({ scenario: 'normal', seed: 1 })).toEqual(['dominant'])
    expect(classesOf({ scenario: 'normal', rhythm: 'paced', seed: 1 })).toEqual(['paced'])
    expect(classesOf({ scenario: 'normal', rhythm: 'ventricular-premature', seed: 1 })).toEqual([
      'dominant',
      'ventricular',
    ])
    expect(classesOf({ scenario: 'normal', rhythm: 'atrial-premature', seed: 1 })).toEqual([
      'dominant',
      'supraventricular',
    ])
  })

  it('leaves premature beats and the beats after them out of the usual beat', () => {
    const { recording } = makeEcg({ scenario: 'normal', rhythm: 'ventricular-premature', seed: 1 })
    const { beats, representative } = analyse(recording)
    const usual = beats.filter(({ class: beatClass }) => beatClass === 'dominant')
    expect(representative?.beatCount).toBeGreaterThan(2)
    expect(representative?.beatCount).toBeLessThan(usual.length)
  })

  it('measures nothing where nothing beats, and says so', () => {
    const { beats, representative, measurements, quality } = analyse(
      makeEcg({ scenario: 'normal', rhythm: 'asystole', seed: 1 }).recording,
    )
    expect(beats).toEqual([])
    expect(representative).toBeNull()
    expect(measurements.heartRateBpm).toBeNull()
    expect(quality.leads.II).toBeDefined()
  })

  it('bears recordings of a few samples, of one lead, and without a sample', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 1 })
    const cut = (length: number) =>
      recording.leads.slice(1, 2).map((lead) => ({ ...lead, samplesUv: lead.samplesUv.slice(0, length) }))
    for (const length of [0, 1, 13, 400, 5000]) {
      expect(analyse({ ...recording, leads: cut(length) }).beats.length).toBeLessThan(16)
    }
    const missing = recording.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.map(() => Number.NaN) }))
    expect(analyse({ ...recording, leads: missing }).beats).toEqual([])
  })

  it('joins the minutes of a long recording without losing or doubling a beat', () => {
    const { recording, truth } = makeEcg({ scenario: 'normal', seed: 3, durationMs: 150_000, sampleRateHz: 250 })
    const { beats, beatsByLead, pWaves, rhythm } = analyse({ ...recording, leads: recording.leads.slice(0, 2) })
    expect(Math.abs(beats.length - truth.beats.length)).toBeLessThan(2)
    expect(rhythm.rrMs).toHaveLength(beats.length - 1)
    expect(rhythm.longestRrMs ?? 0).toBeLessThan(1200)
    expect(beatsByLead.II).toHaveLength(beats.length)
    expect(
      pWaves.every(({ beatIndex, peakMs }) => beatIndex === null || peakMs < (beats[beatIndex]?.rPeakMs ?? 0)),
    ).toBe(true)
  })
})

function classesOf(options: EcgOptions): readonly string[] {
  const classes = analyse(makeEcg(options).recording).beats.map(({ class: beatClass }) => beatClass)
  return [...new Set(classes)].toSorted()
}
