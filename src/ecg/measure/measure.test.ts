import { describe, expect, test } from 'vitest'
import { SCENARIOS, type Scenario } from '../synthetic/scenarios'
import { STANDARD_LEADS } from '../types'
import { measure } from './measure'
import { measureLeads } from './measure-leads'
import { noiseFreeBeat } from './testing/noise-free-beat'
import type { Beat, Measurements } from './types'

const SINUS = { shareOfBeatsWithP: 1, nRmssd: 0.02 }

function beatsEvery(rrMs: number, count: number, qtMs = 400): Beat[] {
  return Array.from({ length: count }, (_, index) => {
    const rPeakMs = 300 + index * rrMs
    return {
      class: 'dominant',
      axisDeg: null,
      rPeakMs,
      pOnsetMs: rPeakMs - 200,
      pPeakMs: null,
      pOffsetMs: null,
      qrsOnsetMs: rPeakMs - 40,
      qrsOffsetMs: rPeakMs + 50,
      tPeakMs: null,
      tOffsetMs: rPeakMs - 40 + qtMs,
    }
  })
}

function measuredOf(scenario: Scenario, options: { bad?: string; sex?: 'male' | 'female' } = {}): Measurements {
  const representative = noiseFreeBeat(SCENARIOS[scenario])
  const leads = measureLeads(
    representative,
    STANDARD_LEADS.filter((name) => name !== options.bad),
  )
  const beats = beatsEvery(60_000 / SCENARIOS[scenario].heartRateBpm, 10)
  return measure({ beats, representative, leads, rhythm: SINUS, sex: options.sex ?? null })
}

describe('global numbers', () => {
  test('of the normal beat are those of its marks', () => {
    const { heartRateBpm, pMs, prMs, qrsMs, qtMs, jtcMs, isQtcUnreliable } = measuredOf('normal')
    expect(heartRateBpm).toBeCloseTo(72)
    expect([pMs, prMs, qrsMs, qtMs]).toEqual([102, 166.5, 92.5, 399.5])
    expect(jtcMs).toBeNull()
    expect(isQtcUnreliable).toBe(false)
  })

  test('a broad QRS shows JTc and the QT that Bogossian would have', () => {
    const { qtMs, qrsMs, qtcMs, jtcMs, qtcBogossianMs } = measuredOf('lbbb')
    expect(qrsMs).toBeGreaterThan(120)
    expect(jtcMs).toBeCloseTo((qtcMs ?? 0) - (qrsMs ?? 0))
    expect(qtcBogossianMs).toBeCloseTo(((qtMs ?? 0) - 0.485 * (qrsMs ?? 0)) / Math.cbrt(60 / 76))
  })

  test('a corrected QT at 170 a minute is not to be relied upon', () => {
    expect(measuredOf('vt').isQtcUnreliable).toBe(true)
  })

  test('one beat has no rate and no corrected QT', () => {
    const representative = noiseFreeBeat(SCENARIOS.normal)
    const leads = measureLeads(representative, STANDARD_LEADS)
    const one = measure({ beats: beatsEvery(800, 1), representative, leads, rhythm: SINUS, sex: null })
    expect(one).toMatchObject({ heartRateBpm: null, rrMs: null, qtcMs: null, isQtcUnreliable: false })
    expect(one.qtMs).toBe(399.5)
  })

  test('without a usual beat only the rate is known', () => {
    const none = measure({ beats: beatsEvery(1000, 5), representative: null, leads: {}, rhythm: SINUS, sex: null })
    expect(none).toMatchObject({ heartRateBpm: 60, qrsMs: null, qtMs: null, qrsAxisDeg: null, sokolowLyonUv: null })
  })

  test('in atrial fibrillation QT is the mean of all beats', () => {
    const beats = [...beatsEvery(800, 3, 380), ...beatsEvery(800, 3, 420)]
    const representative = noiseFreeBeat(SCENARIOS.normal)
    const rhythm = { shareOfBeatsWithP: 0.1, nRmssd: 0.2 }
    expect(measure({ beats, representative, leads: {}, rhythm, sex: null }).qtMs).toBe(400)
  })
})

describe('axes', () => {
  test('of the normal beat are those of its signed areas within 5°', () => {
    const { pAxisDeg, qrsAxisDeg, tAxisDeg } = measuredOf('normal')
    expect(Math.abs((pAxisDeg ?? 0) - 53.9)).toBeLessThanOrEqual(5)
    expect(Math.abs((qrsAxisDeg ?? 0) - 52)).toBeLessThanOrEqual(5)
    expect(Math.abs((tAxisDeg ?? 0) - 46.1)).toBeLessThanOrEqual(5)
  })

  test('are not known where lead I is bad', () => {
    expect(measuredOf('normal', { bad: 'I' })).toMatchObject({ pAxisDeg: null, qrsAxisDeg: null, tAxisDeg: null })
  })
})

describe('voltage sums', () => {
  test('of left ventricular hypertrophy are those of the drawn waves within 5 %', () => {
    const { sokolowLyonUv, cornellUv, peguero } = measuredOf('lvh')
    expect(Math.abs((sokolowLyonUv ?? 0) - 4700)).toBeLessThanOrEqual(235)
    expect(Math.abs((cornellUv ?? 0) - 2850)).toBeLessThanOrEqual(143)
    expect(peguero).toBeGreaterThan(2400)
  })

  test('the Cornell product of a woman counts 0.6 mV more', () => {
    const man = measuredOf('lvh', { sex: 'male' })
    const woman = measuredOf('lvh', { sex: 'female' })
    expect((woman.cornellProductUvMs ?? 0) - (man.cornellProductUvMs ?? 0)).toBeCloseTo(600 * (man.qrsMs ?? 0))
  })

  test('half a sum is no sum', () => {
    expect(measuredOf('lvh', { bad: 'V1' }).sokolowLyonUv).toBeNull()
    expect(measuredOf('lvh', { bad: 'V5' }).sokolowLyonUv).toBeNull()
    expect(measuredOf('lvh', { bad: 'V3' })).toMatchObject({ cornellUv: null, cornellProductUvMs: null })
    expect(measuredOf('lvh', { bad: 'V4' }).peguero).toBeNull()
  })
})
