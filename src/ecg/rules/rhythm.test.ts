import { describe, expect, it } from 'vitest'
import type { RuleContext } from './rule'
import { beatsAt } from './testing/beats-at'
import { type AnalysisPatch, findingOf, PAIN_NOW, statusOf } from './testing/make-analysis'

const rate = (heartRateBpm: number): AnalysisPatch => ({ measurements: { heartRateBpm } })
const wide = (heartRateBpm: number, rrCv: number, qrsMs = 140): AnalysisPatch => ({
  measurements: { heartRateBpm, qrsMs },
  rhythm: { rrCv },
})
const classOf = (id: string, patch: AnalysisPatch, context: Partial<RuleContext> = {}) => {
  const { status, class: itsClass } = findingOf(id, patch, context)
  return status === 'met' ? itsClass : status
}

describe('RHY-01, ventricular fibrillation', () => {
  const chaos = { bandShare: 0.8, leakage: 0.3, medianPeakToPeakUv: 500, leadCount: 10, longestMs: 10_000 }
  const vf: AnalysisPatch = { rhythm: { chaos, longestWithoutQrsMs: 10_000 } }

  it('is met by leads that swing without order for four seconds and no QRS', () => {
    expect(classOf('RHY-01', vf)).toBe('EMERGENT')
  })

  it('is not met where any lead shows QRS all the time', () => {
    expect(statusOf('RHY-01', { rhythm: { chaos, longestWithoutQrsMs: 900 } })).toBe('not_met')
  })

  it('is not met by a swing in five leads only', () => {
    const few = { rhythm: { chaos: { ...chaos, leadCount: 5 }, longestWithoutQrsMs: 10_000 } }
    expect(statusOf('RHY-01', few)).toBe('not_met')
  })

  it('is not asystole as well', () => {
    expect(statusOf('RHY-02', vf)).toBe('not_met')
  })
})

describe('RHY-02, asystole', () => {
  const still = (longestMs: number, isDeadFlat = false): AnalysisPatch => ({
    rhythm: { standstill: { longestMs, noiseUv: 5, isDeadFlat } },
  })

  it('is met by three seconds in which nothing moves', () => {
    expect(classOf('RHY-02', still(3000))).toBe('EMERGENT')
    expect(statusOf('RHY-02', still(2900))).toBe('not_met')
  })

  it('is met by four seconds without QRS', () => {
    expect(classOf('RHY-02', { rhythm: { longestWithoutQrsMs: 4000 } })).toBe('EMERGENT')
    expect(statusOf('RHY-02', { rhythm: { longestWithoutQrsMs: 3900 } })).toBe('not_met')
  })

  it('asks first for the patient where every lead is dead flat', () => {
    expect(findingOf('RHY-02', still(10_000, true))).toMatchObject({ class: 'URGENT', textKey: 'textDeadFlat' })
  })
})

describe('wide tachycardia, RHY-03 and RHY-06', () => {
  const widths = (...qrsSeriesMs: number[]): AnalysisPatch => ({
    measurements: { heartRateBpm: 140, qrsMs: 130 },
    rhythm: { rrCv: 0.2, shortestRrMs: 240, qrsSeriesMs },
  })

  it('is EMERGENT when regular, also with a little variation (H17)', () => {
    expect(classOf('RHY-03', wide(135, 0.09))).toBe('EMERGENT')
    expect(classOf('RHY-03', wide(105, 0.03))).toBe('URGENT')
    expect(statusOf('RHY-03', wide(90, 0.03))).toBe('not_met')
  })

  it('is called irregular when it is, and URGENT without symptoms (H17)', () => {
    const irregular = findingOf('RHY-03', wide(135, 0.15))
    expect(irregular).toMatchObject({ status: 'met', class: 'URGENT', textKey: 'textIrregular' })
    expect(classOf('RHY-03', wide(135, 0.15), { systolicMmHg: 95 })).toBe('EMERGENT')
  })

  it('is pre-excited fibrillation when the width changes and RR is short (H17)', () => {
    const patch = widths(100, 140, 150, 120, 160, 130)
    expect(classOf('RHY-06', patch)).toBe('EMERGENT')
    expect(findingOf('RHY-06', patch).textKey).toBe('textVeryShort')
    expect(statusOf('RHY-03', patch)).toBe('not_met')
    expect(statusOf('RHY-06', widths(140, 140, 140, 140, 140))).toBe('not_met')
  })

  it('knows that 95 ms are wide and 200/min fast at two years (H17)', () => {
    expect(classOf('RHY-03', wide(200, 0.02, 95), { ageYears: 2 })).toBe('EMERGENT')
    expect(statusOf('RHY-03', wide(140, 0.02, 95), { ageYears: 2 })).toBe('not_met')
  })
})

describe('ventricular beats', () => {
  const run = (count: number, stepMs: number): AnalysisPatch => ({
    analysis: {
      beats: beatsAt([
        { atMs: 300 },
        ...Array.from({ length: count }, (_, index) => ({
          atMs: 1000 + index * stepMs,
          class: 'ventricular' as const,
        })),
        { atMs: 1000 + count * stepMs + 600 },
      ]),
    },
  })

  it('three in a row and fast are a run, two are none (RHY-04)', () => {
    expect(classOf('RHY-04', run(3, 400))).toBe('URGENT')
    expect(classOf('RHY-04', run(3, 400), { hasSyncope: true })).toBe('EMERGENT')
    expect(statusOf('RHY-04', run(2, 400))).toBe('not_met')
    expect(statusOf('RHY-04', run(3, 700))).toBe('not_met')
  })

  it('whose axis turns from beat to beat are polymorphic (RHY-05)', () => {
    const turning = (stepDeg: number): AnalysisPatch => ({
      analysis: {
        beats: beatsAt(
          Array.from({ length: 6 }, (_, index) => ({
            atMs: 500 + index * 280,
            qrsOnsetMs: 430 + index * 280,
            qrsOffsetMs: 570 + index * 280,
            axisDeg: ((index * stepDeg + 180) % 360) - 180,
          })),
        ),
      },
    })
    expect(classOf('RHY-05', turning(40))).toBe('EMERGENT')
    expect(statusOf('RHY-05', turning(20))).toBe('not_met')
    const afterLongQt = { ...turning(40), measurements: { qtcMs: 520 } }
    expect(findingOf('RHY-05', afterLongQt).textKey).toBe('textTorsades')
  })
})

describe('RHY-07, atrial fibrillation', () => {
  const RR = [600, 900, 700, 1100, 650, 800, 950, 620, 760]
  const af = (heartRateBpm: number): AnalysisPatch => ({
    measurements: { heartRateBpm },
    rhythm: { rrMs: RR, rrCv: 0.2, nRmssd: 0.3, rrBinCount: 7, shareOfBeatsWithP: 0 },
  })

  it('has its class from the rate', () => {
    expect(classOf('RHY-07', af(80))).toBe('ROUTINE')
    expect(classOf('RHY-07', af(111))).toBe('URGENT')
    expect(classOf('RHY-07', af(155))).toBe('URGENT')
    expect(classOf('RHY-07', af(155), { systolicMmHg: 85 })).toBe('EMERGENT')
  })

  it('is not met with P waves, nor with regular RR', () => {
    expect(statusOf('RHY-07', { ...af(80), rhythm: { ...af(80).rhythm, shareOfBeatsWithP: 0.9 } })).toBe('not_met')
    expect(statusOf('RHY-07', { ...af(80), rhythm: { ...af(80).rhythm, nRmssd: 0.04 } })).toBe('not_met')
  })

  it('cannot be told from a few beats', () => {
    const few = { ...af(80), rhythm: { ...af(80).rhythm, rrMs: RR.slice(0, 4) } }
    expect(findingOf('RHY-07', few)).toMatchObject({ status: 'not_evaluable', limitations: ['strip-short'] })
  })

  it('slow and regular with waves between the beats may hide a complete block', () => {
    const blocked = { rrMs: [1600, 1600, 1600], rrCv: 0.01, nRmssd: 0.01, shareOfBeatsWithP: 0, fibrillatoryUv: 120 }
    const found = findingOf('RHY-07', { measurements: { heartRateBpm: 38 }, rhythm: blocked })
    expect(found).toMatchObject({ status: 'met', class: 'URGENT', textKey: 'textBlocked' })
  })
})

describe('RHY-07 and RHY-14 beside what imitates them', () => {
  it('leave PR alone behind flutter waves and behind a P of implausible length', () => {
    const flutter = { rateBpm: 300, periodicity: 0.9, lead: 'II' as const }
    const long = { measurements: { prMs: 328, pMs: 236 } }
    expect(statusOf('RHY-14', { ...long, rhythm: { flutter } })).toBe('not_evaluable')
    expect(statusOf('RHY-14', long)).toBe('not_evaluable')
    expect(statusOf('RHY-14', { measurements: { prMs: 328, pMs: 110 } })).toBe('met')
  })

  it('call a regular wide tachycardia no fibrillation', () => {
    const rhythm = { rrMs: Array(12).fill(340), rrCv: 0.06, nRmssd: 0.11, rrBinCount: 3, shareOfBeatsWithP: 0 }
    expect(statusOf('RHY-07', { measurements: { heartRateBpm: 178, qrsMs: 160 }, rhythm })).toBe('not_met')
  })
})

describe('RHY-08, flutter and regular narrow tachycardia', () => {
  it('is flutter by its waves', () => {
    const waves = { rateBpm: 300, periodicity: 0.8, lead: 'II' as const }
    const rhythm = { flutter: waves, shareOfBeatsWithP: 0 }
    expect(findingOf('RHY-08', { rhythm })).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('RHY-08', { rhythm: { ...rhythm, flutter: { ...waves, periodicity: 0.5 } } })).toBe('not_met')
  })

  it('is flutter by the steps of RR, where waves never rest', () => {
    const rrMs = [420, 418, 420, 612, 422, 420, 574, 420, 418, 598, 420, 414]
    const rhythm = { rrMs, rrCv: 0.14, nRmssd: 0.2, rrBinCount: 5, shareOfBeatsWithP: 0, steadyWavesUv: 230 }
    const found = findingOf('RHY-08', { rhythm, measurements: { heartRateBpm: 132 } })
    expect(found).toMatchObject({ status: 'met', class: 'URGENT', textKey: 'textSteps' })
    expect(statusOf('RHY-07', { rhythm, measurements: { heartRateBpm: 132 } })).toBe('not_met')
    const resting = { rhythm: { ...rhythm, steadyWavesUv: null }, measurements: { heartRateBpm: 132 } }
    expect([statusOf('RHY-08', resting), statusOf('RHY-07', resting)]).toEqual(['not_met', 'met'])
  })

  it('is not T, U and a steady P that follow each other evenly', () => {
    const rhythm = { flutter: { rateBpm: 304, periodicity: 0.7, lead: 'II' as const }, shareOfBeatsWithP: 1 }
    expect(statusOf('RHY-08', { rhythm, measurements: { pMs: 94 } })).toBe('not_met')
    expect(statusOf('RHY-08', { rhythm, measurements: { pMs: 236 } })).toBe('met')
  })

  it('is a regular narrow tachycardia from 150 on without P', () => {
    const svt = { measurements: { heartRateBpm: 150 }, rhythm: { rrCv: 0.03, shareOfBeatsWithP: 0 } }
    expect(findingOf('RHY-08', svt)).toMatchObject({ class: 'URGENT', textKey: 'textRegular' })
    expect(classOf('RHY-08', svt, { hasSyncope: true })).toBe('EMERGENT')
    expect(statusOf('RHY-08', { ...svt, rhythm: { rrCv: 0.03, shareOfBeatsWithP: 1 } })).toBe('not_met')
  })
})

describe('the rate alone', () => {
  it.each([
    [129, {}, 'borderline'],
    [125, {}, 'not_met'],
    [130, {}, 'URGENT'],
    [160, { ageYears: 40 }, 'URGENT'],
    [160, { ageYears: 40, hasChestPain: true }, 'EMERGENT'],
    [170, { ageYears: 60 }, 'EMERGENT'],
    [180, { ageYears: 20 }, 'EMERGENT'],
    [150, { ageYears: 2 }, 'not_met'],
    [200, { ageYears: 2 }, 'EMERGENT'],
  ] as const)('of %d with %o is %s (RHY-09)', (bpm, context, expected) => {
    expect(classOf('RHY-09', rate(bpm), context)).toBe(expected)
  })

  it.each([
    [52, {}, 'not_met'],
    [51, {}, 'borderline'],
    [49, {}, 'ROUTINE'],
    [39, {}, 'URGENT'],
    [29, {}, 'EMERGENT'],
    [45, { hasSyncope: true }, 'EMERGENT'],
    [45, { hasDyspnoea: true }, 'EMERGENT'],
    [70, { ageDays: 3, ageYears: 0 }, 'EMERGENT'],
    [85, { ageDays: 3, ageYears: 0 }, 'URGENT'],
    [55, { ageYears: 5 }, 'EMERGENT'],
    [62, { ageYears: 5 }, 'URGENT'],
    [62, { ageYears: 5, hasPalpitations: true }, 'EMERGENT'],
  ] as const)('of %d with %o is %s (RHY-11)', (bpm, context, expected) => {
    expect(classOf('RHY-11', rate(bpm), context)).toBe(expected)
  })
})

describe('RHY-15, a pause', () => {
  it.each([
    [1850, {}, 'not_met'],
    [1950, {}, 'borderline'],
    [2000, {}, 'ROUTINE'],
    [2999, {}, 'ROUTINE'],
    [3000, {}, 'URGENT'],
    [3000, { hasSyncope: true }, 'EMERGENT'],
    [3000, { hasPresyncope: true }, 'EMERGENT'],
    [4000, {}, 'EMERGENT'],
  ] as const)('of %d ms with %o is %s', (longestRrMs, context, expected) => {
    expect(classOf('RHY-15', { rhythm: { longestRrMs } }, context)).toBe(expected)
  })
})

describe('RHY-16, QT', () => {
  const qtc = (qtcMs: number, more: AnalysisPatch['measurements'] = {}): AnalysisPatch => ({
    measurements: { qtcMs, ...more },
  })

  it.each([
    [465, {}, 'not_met'],
    [475, {}, 'borderline'],
    [480, {}, 'ROUTINE'],
    [480, { hasSyncope: true }, 'URGENT'],
    [480, { takesQtDrug: true }, 'URGENT'],
    [480, { potassiumMmolL: 3.4 }, 'URGENT'],
    [500, {}, 'URGENT'],
    [500, { hasSyncope: true }, 'EMERGENT'],
    [500, { potassiumMmolL: 2.9 }, 'EMERGENT'],
    [360, {}, 'ROUTINE'],
    [320, {}, 'URGENT'],
    [361, {}, 'not_met'],
  ] as const)('QTc %d with %o is %s', (qtcMs, context, expected) => {
    expect(classOf('RHY-16', qtc(qtcMs), context)).toBe(expected)
  })

  it('of a wide QRS is judged without half of the QRS', () => {
    expect(statusOf('RHY-16', qtc(520, { qrsMs: 150, qtcBogossianMs: 440 }))).toBe('not_met')
  })

  it('at an extreme rate says that it is not to be relied upon', () => {
    const found = findingOf('RHY-16', qtc(530, { isQtcUnreliable: true, qtcHodgesMs: 510 }))
    expect(found).toMatchObject({ status: 'met', confidence: 'low', limitations: ['qtc-unreliable'] })
    expect(statusOf('RHY-16', qtc(530, { isQtcUnreliable: true, qtcHodgesMs: 420 }))).toBe('not_met')
    expect(statusOf('RHY-16', qtc(340, { isQtcUnreliable: true, qtcHodgesMs: 330 }))).toBe('not_met')
  })
})

describe('RHY-18, Brugada', () => {
  const coved = (jUv: number, tMinUv = -200): AnalysisPatch => ({
    leads: { V1: { jUv, j40Uv: jUv - 80, j80Uv: jUv - 160, tMinUv } },
  })

  it('is a coved fall from 0.2 mV into a negative T', () => {
    expect(classOf('RHY-18', coved(200))).toBe('URGENT')
    expect(statusOf('RHY-18', coved(180))).toBe('borderline')
    expect(statusOf('RHY-18', coved(150))).toBe('not_met')
    expect(statusOf('RHY-18', coved(200, -50))).toBe('not_met')
    expect(classOf('RHY-18', coved(200), { hasSyncope: true })).toBe('EMERGENT')
  })

  it('is not one that rises again', () => {
    expect(statusOf('RHY-18', { leads: { V1: { jUv: 220, j40Uv: 150, j80Uv: 230, tMinUv: -200 } } })).toBe('not_met')
  })

  it('cannot be judged without V1', () => {
    expect(findingOf('RHY-18', { leads: { V1: null } })).toMatchObject({ limitations: ['lead-missing'] })
  })
})

describe('RHY-19, pre-excitation', () => {
  const delta = { initialSlopeRatio: 0.3 }
  const wpw = (prMs: number): AnalysisPatch => ({
    measurements: { prMs, qrsMs: 130 },
    leads: { V4: delta, V5: delta },
  })

  it('is short PR, wide QRS and a delta wave in two leads', () => {
    expect(classOf('RHY-19', wpw(100))).toBe('ROUTINE')
    expect(classOf('RHY-19', wpw(100), { hasPalpitations: true })).toBe('URGENT')
    expect(statusOf('RHY-19', wpw(140))).toBe('not_met')
    expect(statusOf('RHY-19', { ...wpw(100), leads: { V4: delta } })).toBe('not_met')
  })

  it('keeps an infarct EMERGENT beside it (H16)', () => {
    const patch: AnalysisPatch = {
      ...wpw(100),
      leads: { V2: { jUv: 300 }, V3: { jUv: 300 }, V4: delta, V5: delta },
    }
    expect(findingOf('ISC-01', patch, PAIN_NOW)).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(statusOf('RHY-19', patch)).toBe('met')
  })
})
