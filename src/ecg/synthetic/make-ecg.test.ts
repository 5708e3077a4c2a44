import { describe, expect, it } from 'vitest'
import type { EcgRecording, LeadName } from '../types'
import { makeEcg } from './make-ecg'
import { RHYTHMS, type RhythmName } from './rhythms'
import type { Scenario } from './scenarios'

/** Clinical.md F2, measured column: PR, QRS, QT, QTcF. */
const TABLE: readonly (readonly [Scenario, number | null, number, number, number])[] = [
  ['normal', 166, 92, 398, 423],
  ['anterior-stemi', 170, 86, 382, 440],
  ['inferior-stemi', 166, 92, 416, 421],
  ['inferior-rv-stemi', 166, 92, 436, 410],
  ['lateral-stemi', 166, 92, 384, 430],
  ['posterior-mi', 168, 90, 388, 427],
  ['diffuse-st-depression', 166, 92, 346, 416],
  ['de-winter', 166, 92, 388, 441],
  ['wellens-a', 166, 92, 422, 436],
  ['wellens-b', 166, 92, 444, 458],
  ['lbbb', 176, 146, 452, 489],
  ['lbbb-mi', 176, 146, 436, 499],
  ['rbbb', 166, 148, 418, 448],
  ['vt', null, 154, 326, 461],
  ['hyperkalaemia-moderate', 168, 100, 394, 411],
  ['hyperkalaemia-severe', null, 182, 546, 507],
  ['long-qt', 166, 92, 538, 550],
  ['brugada-1', 166, 104, 404, 425],
  ['lvh', 166, 94, 406, 427],
  ['wpw', 96, 136, 436, 468],
  ['pulmonary-embolism', 166, 96, 338, 423],
  ['pericarditis', 166, 92, 372, 438],
]
const TOLERANCE_MS = 4

describe('a made ECG', () => {
  it.each(TABLE)('has the intervals of the table: %s', (scenario, prMs, qrsMs, qtMs, qtcMs) => {
    const { truth } = makeEcg({ scenario, rhythm: 'sinus', seed: 1, variation: 'none' })
    const { expected } = truth

    expect(expected.prMs === null).toBe(prMs === null)
    expect(Math.abs((expected.prMs ?? 0) - (prMs ?? 0))).toBeLessThanOrEqual(TOLERANCE_MS)
    expect(Math.abs((expected.qrsMs ?? 0) - qrsMs)).toBeLessThanOrEqual(TOLERANCE_MS)
    expect(Math.abs((expected.qtMs ?? 0) - qtMs)).toBeLessThanOrEqual(TOLERANCE_MS)
    expect(Math.abs((expected.qtcMs ?? 0) - qtcMs)).toBeLessThanOrEqual(TOLERANCE_MS)
  })

  it('obeys Einthoven and Goldberger to the last bit, noise included', () => {
    const { recording } = makeEcg({
      scenario: 'lbbb',
      seed: 5,
      noise: { wanderUvPp: 500, muscleUvRms: 25, mainsUvPp: 50 },
    })
    const lead = samplesOf(recording)

    const pairs = Array.from(lead('I'), (one, index) => ({ one, two: lead('II')[index] ?? 0, index }))

    expect(pairs.every(({ one, two, index }) => lead('III')[index] === two - one)).toBe(true)
    expect(pairs.every(({ one, two, index }) => lead('aVR')[index] === -(one + two) / 2)).toBe(true)
    expect(pairs.every(({ one, two, index }) => lead('aVL')[index] === one - two / 2)).toBe(true)
    expect(pairs.every(({ one, two, index }) => lead('aVF')[index] === two - one / 2)).toBe(true)
  })

  it('is made of whole steps of 2.5 µV in the leads that a file stores', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 2 })

    for (const { isDerived, samplesUv } of recording.leads) {
      if (!isDerived) expect(samplesUv.every((sampleUv) => Number.isInteger(sampleUv / 2.5))).toBe(true)
    }
  })

  it('is the same for the same seed and another for another', () => {
    const first = makeEcg({ scenario: 'anterior-stemi', seed: 11 })

    expect(makeEcg({ scenario: 'anterior-stemi', seed: 11 })).toEqual(first)
    expect(makeEcg({ scenario: 'anterior-stemi', seed: 12 }).recording.leads[0]?.samplesUv).not.toEqual(
      first.recording.leads[0]?.samplesUv,
    )
  })

  it('says that it is synthetic, in words as well', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 3 })

    expect(recording.isSynthetic).toBe(true)
    expect(recording.device.manufacturer).toBe('YURAK SYNTHETIC')
    expect(recording.reported.statements).toEqual(['SYNTHETIC DEMO ECG, not from a person, seed 3'])
  })

  it('shows ST elevation of the J point where the table puts it', () => {
    const { truth } = makeEcg({ scenario: 'anterior-stemi', seed: 1, variation: 'none', noise: {} })

    expect(truth.jUv?.V3).toBeGreaterThan(380)
    expect(truth.j80Uv?.V3).toBeGreaterThan(truth.jUv?.V3 ?? 0)
    expect(truth.jUv?.aVF).toBeLessThan(0)
  })

  it('knows the axis of its waves', () => {
    const { expected } = makeEcg({ scenario: 'normal', seed: 1, variation: 'none' }).truth

    expect(expected.qrsAxisDeg).toBeGreaterThan(45)
    expect(expected.qrsAxisDeg).toBeLessThan(75)
    expect(expected.pAxisDeg).toBeGreaterThan(30)
    expect(makeEcg({ scenario: 'normal', rhythm: 'paced', seed: 1 }).truth.expected.qrsAxisDeg).toBeLessThan(-45)
  })

  it('has the rate, length and duration that were asked for', () => {
    const { recording } = makeEcg({ scenario: 'normal', seed: 4, sampleRateHz: 250, durationMs: 4000 })

    expect(recording.sampleRateHz).toBe(250)
    expect(recording.leads).toHaveLength(12)
    expect(recording.leads.every(({ samplesUv }) => samplesUv.length === 1000)).toBe(true)
  })

  it('puts the clean peak of lead II where the truth says', () => {
    const { recording, truth } = makeEcg({ scenario: 'normal', seed: 6, variation: 'none', noise: {} })
    const two = samplesOf(recording)('II')

    for (const { peakAtMs } of truth.beats) {
      const index = Math.round(peakAtMs / 2)
      expect(two[index]).toBeGreaterThan(950)
    }
  })

  it.each(Object.keys(RHYTHMS) as RhythmName[])('stays within the range of a recorder in rhythm %s', (rhythm) => {
    const { recording, truth } = makeEcg({ scenario: 'normal', rhythm, seed: 21 })

    for (const { samplesUv } of recording.leads) {
      expect(samplesUv.every((sampleUv) => Number.isFinite(sampleUv) && Math.abs(sampleUv) <= 10_000)).toBe(true)
    }
    for (const beat of truth.beats) expect(beat.qrsOffsetAtMs).toBeGreaterThan(beat.qrsOnsetAtMs)
  })
})

describe('a made rhythm', () => {
  const truthOf = (rhythm: RhythmName, seed = 9) => makeEcg({ scenario: 'normal', rhythm, seed }).truth

  it('has no P waves in atrial fibrillation, and irregular beats', () => {
    const { beats, pWaves } = truthOf('atrial-fibrillation')
    const intervals = beats.slice(1).map((beat, index) => beat.peakAtMs - (beats[index]?.peakAtMs ?? 0))
    const mean = intervals.reduce((sum, interval) => sum + interval, 0) / intervals.length
    const deviation = Math.sqrt(intervals.reduce((sum, interval) => sum + (interval - mean) ** 2, 0) / intervals.length)

    expect(pWaves).toEqual([])
    expect(deviation / mean).toBeGreaterThan(0.1)
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(280)
  })

  it('keeps atria and ventricles apart in complete block', () => {
    const { pWaves, heartRateBpm, beats } = truthOf('av-block-3')

    expect(heartRateBpm).toBeCloseTo(36, 5)
    expect(pWaves.length).toBeGreaterThan(beats.length * 2)
    expect(pWaves.every(({ conductedToAtMs }) => conductedToAtMs === null)).toBe(true)
  })

  it('lengthens PR until a beat drops in Mobitz I', () => {
    const intervals = truthOf('mobitz-1').pWaves.map(({ onsetAtMs, conductedToAtMs }) =>
      conductedToAtMs === null ? null : Math.round(conductedToAtMs - onsetAtMs),
    )

    expect(new Set(intervals)).toEqual(new Set([180, 250, 300, null]))
  })

  it('has a pause of 3.4 s after sinus arrest', () => {
    const { beats } = truthOf('sinus-pause')
    const intervals = beats.slice(1).map((beat, index) => beat.peakAtMs - (beats[index]?.peakAtMs ?? 0))

    expect(Math.max(...intervals)).toBeCloseTo(3400, 5)
  })

  it('has wide beats of another kind among the sinus beats with ventricular ectopy', () => {
    const { beats } = truthOf('ventricular-premature')
    const wide = beats.filter(({ kind }) => kind === 'ventricular')

    expect(wide.length).toBeGreaterThan(0)
    for (const beat of wide) expect(beat.qrsOffsetAtMs - beat.qrsOnsetAtMs).toBeGreaterThan(120)
  })

  it('is flat in asystole: no more than 0.1 mV from peak to peak', () => {
    const { recording } = makeEcg({ scenario: 'normal', rhythm: 'asystole', seed: 2 })

    for (const { samplesUv } of recording.leads) {
      expect(Math.max(...samplesUv) - Math.min(...samplesUv)).toBeLessThan(100)
    }
  })

  it('beats at the rate that was asked for', () => {
    const { truth } = makeEcg({ scenario: 'normal', seed: 8, heartRateBpm: 41 })

    expect(truth.heartRateBpm).toBeGreaterThan(40)
    expect(truth.heartRateBpm).toBeLessThan(42)
  })
})

function samplesOf(recording: EcgRecording): (name: LeadName) => Float32Array {
  return (name) => recording.leads.find((lead) => lead.name === name)?.samplesUv ?? new Float32Array()
}
