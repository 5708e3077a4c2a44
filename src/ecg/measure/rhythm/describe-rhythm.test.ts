import { describe, expect, test } from 'vitest'
import type { RhythmName } from '../../synthetic/rhythms'
import { trueRhythmInput } from '../testing/rhythm-input'
import { describeRhythm } from './describe-rhythm'
import type { RhythmInput } from './rhythm-input'

const inputOf = (rhythm: RhythmName, seed = 1) => trueRhythmInput({ scenario: 'normal', rhythm, seed })
const described = (rhythm: RhythmName, seed = 1) => describeRhythm(inputOf(rhythm, seed))

describe('the ventricles', () => {
  test('of sinus rhythm beat regularly', () => {
    const { rrCv, nRmssd, longestWithoutQrsMs, longestRrMs } = described('sinus')
    expect(rrCv).toBeLessThan(0.06)
    expect(nRmssd).toBeLessThan(0.08)
    expect(longestWithoutQrsMs).toBe(longestRrMs)
  })

  test('of atrial fibrillation beat in many lengths', () => {
    const { nRmssd, rrBinCount } = described('atrial-fibrillation')
    expect(nRmssd).toBeGreaterThanOrEqual(0.1)
    expect(rrBinCount).toBeGreaterThanOrEqual(6)
  })

  test('stand still as long as the pause that was drawn', () => {
    expect(described('sinus-pause').longestRrMs).toBeCloseTo(3400, 6)
  })

  test('without any beat are without QRS for the whole recording', () => {
    expect(described('asystole')).toMatchObject({ rrMs: [], rrCv: null, longestWithoutQrsMs: 10_000 })
  })

  test('are not said to pause where nothing was recorded', () => {
    const input = inputOf('sinus')
    const leads = input.leads.map(({ name, smoothUv }) => {
      const holed = smoothUv.slice()
      holed.fill(Number.NaN, 2000, 4000)
      return { name, smoothUv: holed }
    })
    const beats = input.beats.filter(({ rPeakMs }) => rPeakMs < 4000 || rPeakMs >= 8000)
    const { rrMs, longestWithoutQrsMs } = describeRhythm({ ...input, leads, beats })
    expect(Math.max(...rrMs)).toBeLessThan(1000)
    expect(longestWithoutQrsMs).toBeLessThan(1000)
  })
})

describe('the atria', () => {
  test('of sinus rhythm lead to every beat with one and the same P', () => {
    const { shareOfBeatsWithP, pCorrelation, prSeriesMs } = described('sinus')
    expect(shareOfBeatsWithP).toBe(1)
    expect(pCorrelation).toBeGreaterThan(0.9)
    expect(prSeriesMs.every((prMs) => prMs !== null && Math.abs(prMs - (prSeriesMs[0] ?? 0)) < 1)).toBe(true)
  })

  test.each(['av-block-3', 'av-block-3-wide'] as const)('in %s beat regularly and on their own', (rhythm) => {
    const { atrialRateBpm, ppCv, prSeriesMs } = described(rhythm)
    expect(atrialRateBpm).toBeCloseTo(88, 0)
    expect(ppCv).toBeLessThan(0.05)
    expect(prSeriesMs.every((prMs) => prMs === null)).toBe(true)
  })

  test('keep their rate when every third P is hidden in T', () => {
    const input = inputOf('sinus-tachycardia')
    const open = input.pWaves.filter((_, index) => index % 3 !== 1)
    const hiding = input.beats.map((beat) => ({ ...beat, tOffsetMs: beat.rPeakMs + 500 }))
    const seen = describeRhythm(input)
    const hidden = describeRhythm({ ...input, beats: hiding, pWaves: open })
    expect(Math.abs((hidden.atrialRateBpm ?? 0) - (seen.atrialRateBpm ?? 0))).toBeLessThan(2)
    expect(hidden.ppCv).toBeLessThan(0.05)
  })

  test('in a sinus pause show the pause', () => {
    expect(described('sinus-pause').ppCv).toBeGreaterThan(0.5)
  })

  test.each([1, 2, 3, 4])('in fibrillation stand high between T and QRS (seed %i)', (seed) => {
    expect(described('atrial-fibrillation', seed).fibrillatoryUv).toBeGreaterThan(60)
    expect(described('sinus', seed).fibrillatoryUv).toBeLessThan(40)
  })
})

test('a late broad T without P is not taken for f waves', () => {
  const input = trueRhythmInput({ scenario: 'hyperkalaemia-severe', seed: 1 })
  expect(describeRhythm(input).fibrillatoryUv).toBeLessThan(50)
})

describe('flutter', () => {
  test.each([1, 2, 3, 4])('at 300 a minute is found where it is conducted 4:1 (seed %i)', (seed) => {
    const { flutter } = described('atrial-flutter-4-to-1', seed)
    expect(Math.abs((flutter?.rateBpm ?? 0) - 300)).toBeLessThan(6)
    expect(flutter?.periodicity).toBeGreaterThan(0.9)
  })

  test.each(['sinus', 'sinus-bradycardia', 'av-block-1', 'av-block-3', 'mobitz-2', 'atrial-fibrillation'] as const)(
    'is not found in %s',
    (rhythm) => {
      for (let seed = 1; seed <= 6; seed++) {
        expect(described(rhythm, seed).flutter?.periodicity ?? 0).toBeLessThan(0.6)
      }
    },
  )
})

describe('a heart that does not pump', () => {
  test.each([1, 2, 3, 4])('in fibrillation swings slowly and leaks little (seed %i)', (seed) => {
    const { chaos } = described('vf', seed)
    expect(chaos?.bandShare).toBeGreaterThanOrEqual(0.7)
    expect(chaos?.leakage).toBeLessThan(0.41)
    expect(chaos?.leadCount).toBeGreaterThanOrEqual(6)
    expect(chaos?.longestMs).toBe(10_000)
  })

  test('in sinus rhythm is none', () => {
    expect(described('sinus').chaos).toMatchObject({ longestMs: 0 })
  })

  test('in asystole stays under 100 µV, with the noise of a body', () => {
    const { standstill, chaos } = described('asystole')
    expect(standstill.longestMs).toBe(10_000)
    expect(standstill.isDeadFlat).toBe(false)
    expect(standstill.noiseUv).toBeGreaterThan(2)
    expect(chaos).toBeNull()
  })

  test('is told from cables that carry nothing', () => {
    const input: RhythmInput = inputOf('asystole')
    const leads = input.leads.map(({ name, smoothUv }) => ({ name, smoothUv: new Float32Array(smoothUv.length) }))
    expect(describeRhythm({ ...input, leads }).standstill).toMatchObject({ longestMs: 10_000, isDeadFlat: true })
  })

  test('is still only as long as it is still', () => {
    expect(described('sinus').standstill.longestMs).toBeLessThan(900)
  })
})

describe('alternans', () => {
  test.each([1, 2, 3])('of a half is found at 120 a minute (seed %i)', (seed) => {
    const { alternans } = described('alternans', seed)
    expect(alternans?.share).toBeGreaterThan(0.4)
    expect(alternans?.differenceUv).toBeGreaterThan(100)
  })

  test('is not found in breathing or in premature beats', () => {
    expect(described('sinus').alternans?.share ?? 0).toBeLessThan(0.1)
    expect(described('ventricular-premature').alternans).toBeNull()
  })
})
