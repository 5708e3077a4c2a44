import { describe, expect, it } from 'vitest'
import { CHEST_LEADS, LIMB_LEADS } from './support/reading'
import { both, findingOf, LBBB, statusOf } from './testing/make-analysis'

describe('left ventricular hypertrophy', () => {
  it('is any of five voltages', () => {
    expect(findingOf('HYP-01', { measurements: { sokolowLyonUv: 3500 } })).toMatchObject({
      status: 'met',
      class: 'ROUTINE',
      textKey: 'text',
    })
    expect(statusOf('HYP-01', { measurements: { sokolowLyonUv: 3499 } })).toBe('not_met')
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2801 } })).toBe('met')
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2400, qrsMs: 92 } })).toBe('not_met')
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2700, qrsMs: 91 } })).toBe('met')
    expect(statusOf('HYP-01', { leads: { aVL: { rUv: 1101 } } })).toBe('met')
    expect(statusOf('HYP-01', { measurements: { peguero: 2800 } })).toBe('met')
  })

  it('has other limits for women, the young, and people of unknown sex', () => {
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2001 } }, { sex: 'female' })).toBe('met')
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2001 } }, { sex: null })).toBe('met')
    expect(statusOf('HYP-01', { measurements: { cornellUv: 2001 } })).toBe('not_met')
    expect(statusOf('HYP-01', { measurements: { sokolowLyonUv: 4499 } }, { ageYears: 34 })).toBe('not_met')
    expect(statusOf('HYP-01', { measurements: { sokolowLyonUv: 4500 } }, { ageYears: 34 })).toBe('met')
  })

  it('comes with strain where ST and T go along', () => {
    const strain = { leads: { V6: { jUv: -50, tMinUv: -200, tMaxUv: 0 } }, measurements: { sokolowLyonUv: 4000 } }
    expect(findingOf('HYP-01', strain).textKey).toBe('textStrain')
  })

  it('is trusted less in left bundle-branch block, and not judged without a voltage', () => {
    expect(findingOf('HYP-01', both(LBBB, { measurements: { sokolowLyonUv: 4000 } })).confidence).toBe('low')
    expect(statusOf('HYP-01', { leads: { V5: null }, measurements: { sokolowLyonUv: null } })).toBe('not_evaluable')
  })
})

describe('right ventricle and atria', () => {
  it('is right hypertrophy with a tall R in V1 and the axis to the right', () => {
    const rvh = (rUv: number, qrsAxisDeg: number) => ({
      measurements: { qrsAxisDeg },
      leads: { V1: { rUv, sUv: 600 } },
    })
    expect(statusOf('HYP-02-RVH', rvh(700, 91))).toBe('met')
    expect(statusOf('HYP-02-RVH', rvh(699, 91))).toBe('not_met')
    expect(statusOf('HYP-02-RVH', rvh(700, 90))).toBe('not_met')
    const sum = { measurements: { qrsAxisDeg: 100 }, leads: { V1: { rUv: 400 }, V6: { sUv: 651 } } }
    expect(statusOf('HYP-02-RVH', sum)).toBe('met')
    expect(statusOf('HYP-02-RVH', { leads: { V1: null } })).toBe('not_evaluable')
  })

  it('is the left atrium from its terminal force or its length, the right one from its height', () => {
    expect(statusOf('HYP-02-LAE', { leads: { V1: { pTerminalForceUvMs: 4000 } } })).toBe('met')
    expect(statusOf('HYP-02-LAE', { leads: { V1: { pTerminalForceUvMs: 3999 } } })).toBe('not_met')
    expect(statusOf('HYP-02-LAE', { measurements: { pMs: 135 } })).toBe('met')
    expect(statusOf('HYP-02-LAE', { measurements: { pMs: 134 } })).toBe('not_met')
    expect(statusOf('HYP-02-LAE', { measurements: { pMs: 160, prMs: 165 } })).toBe('not_met')
    expect(statusOf('HYP-02-RAE', { leads: { II: { pMaxUv: 250 } } })).toBe('met')
    expect(statusOf('HYP-02-RAE', { leads: { II: { pMaxUv: 249 } } })).toBe('not_met')
    expect(statusOf('HYP-02-RAE', { leads: { V1: { pMaxUv: null } } })).toBe('not_evaluable')
  })
})

describe('voltage, axis and R', () => {
  const low = { leads: Object.fromEntries(LIMB_LEADS.map((lead) => [lead, { qrsPeakToPeakUv: 499 }])) }

  it('is low in all limb leads or all chest leads', () => {
    expect(findingOf('HYP-02-LOWV', low)).toMatchObject({ status: 'met', class: 'ROUTINE', textKey: 'textLimb' })
    expect(statusOf('HYP-02-LOWV', both(low, { leads: { II: { qrsPeakToPeakUv: 500 } } }))).toBe('not_met')
    const chest = { leads: Object.fromEntries(CHEST_LEADS.map((lead) => [lead, { qrsPeakToPeakUv: 999 }])) }
    expect(findingOf('HYP-02-LOWV', chest).textKey).toBe('text')
  })

  it('is perhaps tamponade when it alternates at a fast rate', () => {
    const alternans = (heartRateBpm: number) =>
      findingOf('HYP-02-LOWV', {
        ...low,
        measurements: { heartRateBpm },
        rhythm: { alternans: { differenceUv: 100, share: 0.2, lead: 'II' } },
      })
    expect(alternans(101)).toMatchObject({ class: 'URGENT', textKey: 'textTamponade' })
    expect(alternans(100).class).toBe('ROUTINE')
  })

  it.each([
    [-30, 'not_met', null],
    [-31, 'met', 'textLeft'],
    [-46, 'met', 'textMarkedLeft'],
    [90, 'not_met', null],
    [91, 'met', 'textRight'],
    [121, 'met', 'textMarkedRight'],
    [-100, 'met', 'textExtreme'],
  ])('names an axis of %i°', (qrsAxisDeg, status, textKey) => {
    const finding = findingOf('HYP-02-AXIS', { measurements: { qrsAxisDeg } })
    expect(finding.status).toBe(status)
    expect(status === 'met' ? finding.textKey : null).toBe(textKey)
  })

  it('finds an R that does not grow', () => {
    expect(statusOf('HYP-02-RPROG', { leads: { V3: { rUv: 300 }, V4: { rUv: 600 } } })).toBe('met')
    expect(statusOf('HYP-02-RPROG', { leads: { V3: { rUv: 301 }, V4: { rUv: 600 } } })).toBe('not_met')
    expect(statusOf('HYP-02-RPROG', { leads: { V3: { rUv: 200 } } })).toBe('not_met')
    expect(statusOf('HYP-02-RPROG', { leads: { V3: null } })).toBe('not_evaluable')
  })
})
