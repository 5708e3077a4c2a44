import { describe, expect, it } from 'vitest'
import { both, findingOf, LBBB, makeAnalysis, PAIN_NOW, RBBB, statusOf } from './testing/make-analysis'

const SWAPPED = { analysis: { swap: { kind: 'LA-RA', rule: 'LR-01', confidence: 'high', leads: [] } } } as const

describe('left bundle-branch block', () => {
  const lbbb = (patch: Parameters<typeof findingOf>[1] = {}) => statusOf('CON-01', both(LBBB, patch))

  it('needs 120 ms, QS or rS in V1, a broad R without q at the side, a late peak', () => {
    expect(findingOf('CON-01', LBBB)).toMatchObject({ status: 'met', class: 'ROUTINE', values: { qrsMs: 146 } })
    expect(lbbb({ measurements: { qrsMs: 120 } })).toBe('met')
    expect(lbbb({ measurements: { qrsMs: 119 } })).toBe('borderline')
    expect(lbbb({ measurements: { qrsMs: 109 } })).toBe('not_met')
    expect(lbbb({ leads: { V1: { rUv: 376, sUv: 1500 } } })).toBe('not_met')
    expect(lbbb({ leads: { V1: { rUv: 375, sUv: 1500 } } })).toBe('met')
    expect(lbbb({ leads: { V6: { qUv: 50 } } })).toBe('not_met')
    expect(lbbb({ leads: { aVL: { qUv: 80 } } })).toBe('met')
    expect(lbbb({ leads: { V5: { rPeakTimeMs: 60 }, V6: { rPeakTimeMs: 60 } } })).toBe('not_met')
  })

  it('may show its late peak in aVL when V5 and V6 still have RS', () => {
    const rs = { rPeakTimeMs: 50, sUv: 600 }
    expect(lbbb({ leads: { V5: { ...rs, sMs: 40 }, V6: { ...rs, sMs: 40 } } })).toBe('met')
    expect(lbbb({ leads: { V5: { ...rs, sMs: 40 }, V6: { ...rs, sMs: 39 } } })).toBe('not_met')
  })

  it('does not need P waves, but a PR that is not short', () => {
    expect(lbbb({ measurements: { prMs: null } })).toBe('met')
    expect(lbbb({ measurements: { prMs: 100 } })).toBe('not_met')
    expect(lbbb({ measurements: { prMs: 100, qrsMs: 160 } })).toBe('met')
  })

  it('is strict with notches and 140 ms in a man', () => {
    const notched = { leads: { I: { hasQrsNotch: true }, V6: { hasQrsNotch: true } } }
    expect(findingOf('CON-01', both(LBBB, notched)).textKey).toBe('textStrict')
    expect(findingOf('CON-01', both(both(LBBB, notched), { measurements: { qrsMs: 139 } })).textKey).toBe('text')
    expect(
      findingOf('CON-01', both(both(LBBB, notched), { measurements: { qrsMs: 130 } }), { sex: 'female' }).textKey,
    ).toBe('textStrict')
  })

  it('is not named above 120/min, nor judged without V6', () => {
    expect(lbbb({ measurements: { heartRateBpm: 123 } })).toBe('not_met')
    expect(statusOf('CON-01', { leads: { V6: null } })).toBe('not_evaluable')
  })
})

describe('right bundle-branch block', () => {
  it('needs 120 ms, a late R in front and a broad S at the side', () => {
    expect(findingOf('CON-02', RBBB)).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('CON-02', both(RBBB, { measurements: { qrsMs: 119 } }))).toBe('borderline')
    expect(statusOf('CON-02', both(RBBB, { leads: { V6: { sMs: 39 } } }))).toBe('not_met')
    expect(statusOf('CON-02', both(RBBB, { leads: { V6: { sMs: 30, rMs: 29 } } }))).toBe('met')
    expect(statusOf('CON-02', both(RBBB, { leads: { V1: { rPeakTimeMs: 50 } } }))).toBe('not_met')
    expect(statusOf('CON-02', { leads: { V1: null } })).toBe('not_evaluable')
  })

  it('is URGENT with chest pain, EMERGENT with pain now unless it is known', () => {
    const known = makeAnalysis(RBBB)
    expect(findingOf('CON-02', RBBB, { hasChestPain: true }).class).toBe('URGENT')
    expect(findingOf('CON-02', RBBB, PAIN_NOW).class).toBe('EMERGENT')
    expect(findingOf('CON-02', RBBB, { ...PAIN_NOW, previous: known }).class).toBe('URGENT')
    expect(findingOf('CON-02', RBBB, { ...PAIN_NOW, previous: makeAnalysis() })).toMatchObject({
      class: 'EMERGENT',
      textKey: 'textNew',
    })
  })
})

describe('fascicular blocks', () => {
  const lafb = { measurements: { qrsAxisDeg: -45 }, leads: { aVL: { qUv: 100, rPeakTimeMs: 45 } } }
  const rs = { rUv: 200, sUv: 700 }
  const qr = { qUv: 100, rUv: 800 }
  const lpfb = { measurements: { qrsAxisDeg: 90 }, leads: { I: rs, aVL: rs, III: qr, aVF: qr } }

  it('are left anterior from −45°, with qR and a late peak in aVL', () => {
    expect(findingOf('CON-03-LAFB', lafb)).toMatchObject({ status: 'met', class: 'ROUTINE', textKey: 'text' })
    expect(statusOf('CON-03-LAFB', both(lafb, { measurements: { qrsAxisDeg: -44 } }))).toBe('not_met')
    expect(statusOf('CON-03-LAFB', both(lafb, { leads: { aVL: { rPeakTimeMs: 44 } } }))).toBe('not_met')
    expect(statusOf('CON-03-LAFB', both(lafb, { measurements: { qrsMs: 140 } }))).toBe('not_met')
    expect(findingOf('CON-03-LAFB', both(lafb, RBBB)).textKey).toBe('textBifascicular')
  })

  it('are left posterior from +90°, with rS at the left and qR below', () => {
    expect(statusOf('CON-03-LPFB', lpfb)).toBe('met')
    expect(statusOf('CON-03-LPFB', both(lpfb, { measurements: { qrsAxisDeg: 89 } }))).toBe('not_met')
    expect(statusOf('CON-03-LPFB', both(lpfb, { leads: { III: { qUv: 0 } } }))).toBe('not_met')
  })

  it('are not judged with swapped limb leads or an axis that is not known', () => {
    expect(findingOf('CON-03-LAFB', both(lafb, SWAPPED)).limitations).toEqual(['swap-suspected'])
    expect(findingOf('HYP-02-AXIS', both(lafb, SWAPPED)).limitations).toEqual(['swap-suspected'])
    expect(statusOf('CON-03-LAFB', both(lafb, { measurements: { qrsAxisDeg: null } }))).toBe('not_evaluable')
  })
})

describe('other delay', () => {
  const rSr = { leads: { V1: { rPrimeUv: 200, rPeakTimeMs: 70 } } }

  it('is incomplete right block from 110 to 119 ms with r′ in V1', () => {
    expect(statusOf('CON-03-IRBBB', both(rSr, { measurements: { qrsMs: 110 } }))).toBe('met')
    expect(statusOf('CON-03-IRBBB', both(rSr, { measurements: { qrsMs: 119 } }))).toBe('met')
    expect(statusOf('CON-03-IRBBB', both(rSr, { measurements: { qrsMs: 109 } }))).toBe('borderline')
    expect(statusOf('CON-03-IRBBB', both(rSr, { measurements: { qrsMs: 99 } }))).toBe('not_met')
    expect(statusOf('CON-03-IRBBB', { measurements: { qrsMs: 114 } })).toBe('not_met')
  })

  it('is unspecific where no bundle explains it', () => {
    expect(statusOf('CON-03-IVCD', { measurements: { qrsMs: 110 } })).toBe('met')
    expect(statusOf('CON-03-IVCD', { measurements: { qrsMs: 109 } })).toBe('not_met')
    expect(statusOf('CON-03-IVCD', LBBB)).toBe('not_met')
    expect(statusOf('CON-03-IVCD', RBBB)).toBe('not_met')
    expect(statusOf('CON-03-IVCD', { measurements: { qrsMs: null } })).toBe('not_evaluable')
  })
})
