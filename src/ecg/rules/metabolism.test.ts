import { describe, expect, it } from 'vitest'
import type { LeadMeasurements } from '../measure/types'
import { type AnalysisPatch, both, findingOf, LBBB, makeAnalysis, statusOf } from './testing/make-analysis'

const TALL: Partial<LeadMeasurements> = { tMaxUv: 1000, tHalfWidthMs: 90, tSymmetry: 1 }
const tallT = (lead: Partial<LeadMeasurements> = {}): AnalysisPatch => ({
  leads: { V2: { ...TALL, ...lead }, V3: { ...TALL, ...lead } },
})
const NO_P: AnalysisPatch = { measurements: { pMs: null, prMs: null }, rhythm: { shareOfBeatsWithP: 0 } }

describe('tall narrow T', () => {
  it('is two of V2–V5, narrow and even', () => {
    expect(findingOf('MET-01', tallT())).toMatchObject({ status: 'met', class: 'URGENT', leads: ['V2', 'V3'] })
    expect(statusOf('MET-01', tallT({ tMaxUv: 999, rUv: 1200 }))).toBe('not_met')
    expect(statusOf('MET-01', tallT({ tMaxUv: 601, rUv: 600 }))).toBe('met')
    expect(statusOf('MET-01', tallT({ tMaxUv: 599, rUv: 300 }))).toBe('not_met')
    expect(statusOf('MET-01', tallT({ tHalfWidthMs: 121 }))).toBe('borderline')
    expect(statusOf('MET-01', tallT({ tHalfWidthMs: 131 }))).toBe('not_met')
    expect(statusOf('MET-01', tallT({ tSymmetry: 1.31 }))).toBe('not_met')
    expect(statusOf('MET-01', tallT({ jUv: -100 }))).toBe('not_met')
    expect(statusOf('MET-01', { leads: { V2: TALL } })).toBe('not_met')
    expect(statusOf('MET-01', { leads: { V4: null } })).toBe('not_evaluable')
  })

  it('is not the T that stands against a deep S in a broad QRS', () => {
    expect(statusOf('MET-01', both(LBBB, tallT({ sUv: 2500, rUv: 100 })))).toBe('not_met')
    expect(statusOf('MET-01', both(LBBB, tallT({ sUv: 1900, rUv: 100 })))).toBe('met')
  })

  it('is judged in children too', () => {
    expect(statusOf('MET-01', tallT(), { ageYears: 8 })).toBe('met')
  })
})

describe('severe hyperkalaemia', () => {
  it('is tall T with one sign of conduction', () => {
    expect(statusOf('MET-02', tallT())).toBe('not_met')
    expect(findingOf('MET-02', both(tallT(), { measurements: { prMs: 201 } }))).toMatchObject({
      status: 'met',
      class: 'EMERGENT',
    })
    expect(statusOf('MET-02', both(tallT(), { measurements: { qrsMs: 120 } }))).toBe('met')
    expect(statusOf('MET-02', both(tallT(), { measurements: { heartRateBpm: 49 } }))).toBe('met')
    expect(statusOf('MET-02', both(tallT(), NO_P))).toBe('met')
    expect(findingOf('MET-02', both(tallT(), { measurements: { prMs: 200 } }))).toMatchObject({
      status: 'borderline',
      class: 'URGENT',
    })
  })

  it('is three signs, or two with kidney disease or potassium above 6.0', () => {
    const two = both(NO_P, { measurements: { heartRateBpm: 45 } })
    expect(statusOf('MET-02', two)).toBe('not_met')
    expect(statusOf('MET-02', two, { hasKidneyDisease: true })).toBe('met')
    expect(statusOf('MET-02', two, { potassiumMmolL: 6.1 })).toBe('met')
    expect(statusOf('MET-02', two, { potassiumMmolL: 6 })).toBe('not_met')
    expect(statusOf('MET-02', both(two, { measurements: { qrsMs: 130 } }))).toBe('met')
  })

  it('is potassium of 6.5 whatever the trace', () => {
    expect(findingOf('MET-02', {}, { potassiumMmolL: 6.5 })).toMatchObject({ status: 'met', class: 'EMERGENT' })
    expect(statusOf('MET-02', {}, { potassiumMmolL: 6.4 })).toBe('not_met')
  })

  it('does not take fibrillation for a lost P', () => {
    const slow = { measurements: { heartRateBpm: 45, qrsMs: 140, pMs: null, prMs: null } }
    expect(statusOf('MET-02', both(LBBB, { ...slow, rhythm: { nRmssd: 0.2 } }))).toBe('not_met')
    expect(statusOf('MET-02', both(LBBB, { ...slow, rhythm: { fibrillatoryUv: 80 } }))).toBe('not_met')
    const flutter = { rateBpm: 300, periodicity: 0.8, lead: 'II' } as const
    expect(statusOf('MET-02', both(LBBB, { ...slow, rhythm: { flutter } }))).toBe('not_met')
  })

  it('does not take a complete block for a lost P', () => {
    const slowBeat = both(NO_P, { measurements: { heartRateBpm: 36, qrsMs: 150 } })
    expect(statusOf('MET-02', slowBeat)).toBe('met')
    const pWaves = [0, 700, 1400].map((onsetMs) => ({
      onsetMs,
      peakMs: onsetMs + 50,
      offsetMs: onsetMs + 100,
      beatIndex: null,
    }))
    expect(statusOf('MET-02', both(slowBeat, { analysis: { pWaves } }))).toBe('not_met')
  })

  it('is a QRS that runs into T', () => {
    const merged = Object.fromEntries(
      (['I', 'II', 'III', 'aVF', 'V2', 'V3'] as const).map((lead) => [lead, { j40Uv: 300, tMaxUv: 600 }]),
    )
    const sine = both(NO_P, { leads: merged, measurements: { qrsMs: 161 } })
    expect(statusOf('MET-02', sine)).toBe('met')
    expect(statusOf('MET-02', both(sine, { measurements: { qrsMs: 160 } }))).toBe('not_met')
  })

  it('takes QRS that grew by 30 ms for wide', () => {
    const patch = both(tallT(), { measurements: { qrsMs: 115 } })
    expect(statusOf('MET-02', patch, { previous: makeAnalysis({ measurements: { qrsMs: 85 } }) })).toBe('met')
    expect(statusOf('MET-02', patch, { previous: makeAnalysis({ measurements: { qrsMs: 86 } }) })).toBe('borderline')
  })

  it('judges a child by the limits of its age', () => {
    const child = { ageYears: 8, ageDays: 3000 }
    expect(statusOf('MET-02', both(tallT(), { measurements: { prMs: 176, qrsMs: 80, heartRateBpm: 90 } }), child)).toBe(
      'met',
    )
    const healthy = { measurements: { prMs: 150, qrsMs: 80, heartRateBpm: 90 } }
    expect(statusOf('MET-02', both(tallT(), healthy), child)).toBe('not_met')
  })
})

describe('hypokalaemia', () => {
  const low: AnalysisPatch = {
    leads: {
      V3: { uUv: 100, tMaxUv: 80, jUv: -60 },
      V4: { uUv: 60, tMaxUv: 80, jUv: -60 },
    },
  }

  it('is a large U with two of depressed ST, flat T and long QT', () => {
    expect(findingOf('MET-03', low)).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('MET-03', both(low, { leads: { V3: { uUv: 49 }, V4: { uUv: 49 } } }))).toBe('not_met')
    expect(statusOf('MET-03', both(low, { leads: { V3: { jUv: 0 }, V4: { jUv: 0 } } }))).toBe('not_met')
    expect(findingOf('MET-03', both(low, { measurements: { qtcMs: 500 } })).class).toBe('URGENT')
    expect(statusOf('MET-03', both(low, { leads: { V3: { uUv: null }, V4: { uUv: null } } }))).toBe('not_evaluable')
  })
})

describe('U that has swallowed T', () => {
  const fused = (tMaxAtMs: number, qtcMs: number): AnalysisPatch => ({
    leads: { V3: { jUv: -60, uUv: null, tMaxAtMs }, V4: { jUv: -60, uUv: null, tMaxAtMs } },
    measurements: { qtcMs, rrMs: 1000 },
  })

  it('is a late T behind depressed ST with a very long QT', () => {
    expect(findingOf('MET-03', fused(700, 500))).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(statusOf('MET-03', fused(700, 499))).not.toBe('met')
    expect(statusOf('MET-03', fused(660, 500))).not.toBe('met')
  })
})

describe('calcium, digitalis and cold', () => {
  it('is low calcium with a long ST before an ordinary T', () => {
    const marks = { ...makeAnalysis().representative?.marks, qrsOffsetMs: 402, tPeakMs: 685 }
    const representative = { ...makeAnalysis().representative, marks }
    const patch = { analysis: { representative }, measurements: { qtcMs: 470, rrMs: 1000 } } as AnalysisPatch
    expect(findingOf('MET-04-LOWCA', patch)).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('MET-04-LOWCA', both(patch, { measurements: { qtcMs: 449 } }))).toBe('not_met')
    expect(statusOf('MET-04-LOWCA', { measurements: { qtcMs: 470 } })).toBe('not_met')
  })

  it('is high calcium with a QTc of 360 ms', () => {
    expect(statusOf('MET-04-HIGHCA', { measurements: { qtcMs: 360 } })).toBe('met')
    expect(statusOf('MET-04-HIGHCA', { measurements: { qtcMs: 361 } })).toBe('not_met')
    expect(statusOf('MET-04-HIGHCA', { measurements: { qtcMs: null } })).toBe('not_evaluable')
  })

  it('is digitalis with a sagging ST before an upright T', () => {
    const sagging = { jUv: -10, j40Uv: -50, j60Uv: -40, j80Uv: 0, tMaxUv: 150 }
    const patch = (lead = {}) => ({
      leads: { V5: { ...sagging, ...lead }, V6: { ...sagging, ...lead } },
      measurements: { qtcMs: 380 },
    })
    expect(findingOf('MET-04-DIGITALIS', patch())).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('MET-04-DIGITALIS', patch({ jUv: -11 }))).toBe('not_met')
    expect(statusOf('MET-04-DIGITALIS', patch({ tMaxUv: 24 }))).toBe('not_met')
    expect(statusOf('MET-04-DIGITALIS', both(patch(), { measurements: { qtcMs: 421 } }))).toBe('not_met')
  })

  it('is the wave of cold below 60/min when cold, below 50/min when nobody measured', () => {
    const waves = (heartRateBpm: number) => ({
      leads: { V5: { jPeakUv: 100 }, V6: { jPeakUv: 100 } },
      measurements: { heartRateBpm },
    })
    expect(findingOf('MET-04-OSBORN', waves(59), { temperatureC: 31.9 })).toMatchObject({
      status: 'met',
      class: 'URGENT',
    })
    expect(findingOf('MET-04-OSBORN', waves(59), { temperatureC: 32 }).class).toBe('ROUTINE')
    expect(statusOf('MET-04-OSBORN', waves(60), { temperatureC: 31 })).toBe('not_met')
    expect(statusOf('MET-04-OSBORN', waves(49))).toBe('met')
    expect(statusOf('MET-04-OSBORN', waves(50))).toBe('not_met')
    expect(statusOf('MET-04-OSBORN', waves(45), { temperatureC: 36.6 })).toBe('not_met')
  })
})

describe('load of the right heart', () => {
  const s1q3 = { I: { sUv: 150 }, III: { qUv: 150, tMinUv: -300, tMaxUv: 0 } }
  const fast = { measurements: { heartRateBpm: 101 }, leads: s1q3 }

  it('is two signs in a patient with dyspnoea, syncope or low SpO₂', () => {
    expect(findingOf('OTH-02', fast, { hasDyspnoea: true })).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(statusOf('OTH-02', fast, { spo2Percent: 93 })).toBe('met')
    expect(statusOf('OTH-02', fast, { spo2Percent: 94 })).toBe('not_met')
    expect(statusOf('OTH-02', both(fast, { measurements: { heartRateBpm: 100 } }), { hasDyspnoea: true })).toBe(
      'borderline',
    )
    expect(findingOf('OTH-02', fast, { hasDyspnoea: true, systolicMmHg: 89 }).class).toBe('EMERGENT')
  })

  it('is three signs without symptoms', () => {
    expect(statusOf('OTH-02', both(fast, { measurements: { qrsAxisDeg: 91 } }))).toBe('met')
    expect(statusOf('OTH-02', both(fast, { measurements: { qrsAxisDeg: 90 } }))).toBe('not_met')
    expect(statusOf('OTH-02', { leads: { III: null } })).toBe('not_evaluable')
  })
})
