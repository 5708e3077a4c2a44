import { describe, expect, it } from 'vitest'
import type { LeadMeasurements } from '../measure/types'
import type { LeadName } from '../types'
import { findingOf, makeAnalysis, PAIN_NOW, statusOf, withSt } from './testing/make-analysis'

const each = (leads: readonly LeadName[], lead: Partial<LeadMeasurements>) =>
  Object.fromEntries(leads.map((name) => [name, lead]))
const LOW_RATE = [{ reason: 'sampling-rate-low', severity: 'warn', leads: [], value: 100, limit: 250 }] as const
const quality = { ...makeAnalysis().quality, notes: LOW_RATE }

describe('pericarditis', () => {
  const raised: readonly LeadName[] = ['I', 'II', 'aVF', 'V4', 'V5', 'V6']
  const pattern = (lead: Partial<LeadMeasurements> = {}, others = {}) =>
    findingOf('ISC-15', { leads: { ...each(raised, { jUv: 50, prSegmentUv: -50, ...lead }), ...others } })

  it('is elevation in six leads, a depressed PR segment and no mirror image', () => {
    expect(pattern()).toMatchObject({ status: 'met', class: 'URGENT' })
    expect(pattern({ jUv: 49 }).status).toBe('borderline')
    expect(pattern({ prSegmentUv: -49 }).status).toBe('not_met')
    expect(pattern({}, { aVL: { jUv: -50 } }).status).toBe('not_met')
    expect(pattern({}, { aVR: { jUv: -90 }, V1: { jUv: -60 } }).status).toBe('met')
    expect(pattern({}, { III: { jUv: 60 } }).status).toBe('not_met')
  })

  it('is not judged without a lead or without its PR segment', () => {
    expect(pattern({}, { V2: null }).status).toBe('not_evaluable')
    expect(statusOf('ISC-15', { leads: { V2: null } })).toBe('not_evaluable')
    expect(pattern({ prSegmentUv: null }).status).toBe('not_evaluable')
  })
})

describe('early repolarisation', () => {
  const notched = each(['II', 'aVF'], { jPeakUv: 100 })

  it('is a notch in two neighbours, or hollow elevation in V2–V4', () => {
    expect(findingOf('ISC-16', { leads: notched })).toMatchObject({
      status: 'met',
      class: 'ROUTINE',
      confidence: 'low',
    })
    expect(statusOf('ISC-16', { leads: each(['II', 'aVF'], { jPeakUv: 99 }) })).toBe('not_met')
    const hollow = each(['V3', 'V4'], { jUv: 110, j40Uv: 130, j80Uv: 190 })
    expect(statusOf('ISC-16', { leads: hollow })).toBe('met')
    expect(statusOf('ISC-16', { leads: each(['V3', 'V4'], { ...hollow.V3, rUv: 0 }) })).toBe('not_met')
    expect(statusOf('ISC-16', { leads: each(['V3', 'V4'], { jUv: 110, j40Uv: 190, j80Uv: 200 }) })).toBe('not_met')
    expect(statusOf('ISC-16', { leads: notched, measurements: { qrsMs: 130 } })).toBe('not_met')
  })

  it('is more urgent with pain and a high four-variable value, or none', () => {
    const front = { V3: { j60Uv: 250, jUv: 110, j40Uv: 130, j80Uv: 200 }, V4: { jUv: 110, j40Uv: 130, j80Uv: 200 } }
    const small = { ...front, V2: { qrsPeakToPeakUv: 1200 }, V4: { ...front.V4, rUv: 500 } }
    expect(findingOf('ISC-16', { leads: small }, PAIN_NOW).class).toBe('EMERGENT')
    expect(findingOf('ISC-16', { leads: small }).class).toBe('ROUTINE')
    const large = { ...front, V2: { qrsPeakToPeakUv: 2600 }, V4: { ...front.V4, rUv: 2600 } }
    expect(findingOf('ISC-16', { leads: large }, PAIN_NOW).class).toBe('ROUTINE')
    expect(findingOf('ISC-16', { leads: notched }, PAIN_NOW)).toMatchObject({
      class: 'URGENT',
      limitations: ['lad-formula-not-computable'],
    })
    expect(findingOf('ISC-16', { leads: notched }, { hasChestPain: true, hoursSincePainOnset: 25 }).class).toBe(
      'ROUTINE',
    )
  })

  it('computes the value as it was published, with the plain QT below 60/min', () => {
    const leads = { V2: { qrsPeakToPeakUv: 1500 }, V3: { j60Uv: 200 }, V4: { rUv: 1000 }, ...notched }
    const valueAt = (measurements: object) =>
      findingOf('ISC-16', { leads, measurements }).evidence.find(({ name }) => name === 'ladFormula')?.value
    expect(valueAt({ qtcBazettMs: 400, heartRateBpm: 60 })).toBeCloseTo(17.98, 2)
    expect(valueAt({ qtMs: 430, qtcBazettMs: 400, heartRateBpm: 59 })).toBeCloseTo(19.54, 2)
  })

  it('is not judged from slow samples', () => {
    expect(findingOf('ISC-16', { analysis: { quality } }).limitations).toEqual(['sampling-rate-low'])
  })
})

describe('an aneurysm', () => {
  const scar = { qUv: 0, rUv: 0, sUv: 1500, qrsPeakToPeakUv: 1500, jUv: 250, tMaxUv: 300 }

  it('is elevation over QS with a T that is low for its QRS', () => {
    const flat = { V1: { tMaxUv: 100 }, V4: { tMaxUv: 300, qrsPeakToPeakUv: 1850 } }
    expect(findingOf('ISC-17', { leads: { ...flat, ...each(['V2', 'V3'], scar) } })).toMatchObject({
      status: 'met',
      class: 'ROUTINE',
    })
    expect(statusOf('ISC-17', { leads: { ...flat, ...each(['V2', 'V3'], { ...scar, tMaxUv: 540 }) } })).toBe('not_met')
    expect(statusOf('ISC-17', { leads: { ...flat, ...each(['V2', 'V3'], { ...scar, jUv: 170 }) } })).toBe('not_met')
    expect(statusOf('ISC-17', { leads: { V4: null } })).toBe('not_evaluable')
  })
})

describe('an old infarct', () => {
  const q = { qMs: 30, qUv: 100 }

  it('is Q in two leads of a wall, any Q in V2–V3, or a broad R in front', () => {
    expect(findingOf('ISC-19', { leads: each(['II', 'aVF'], q) })).toMatchObject({ status: 'met', class: 'ROUTINE' })
    expect(statusOf('ISC-19', { leads: each(['II', 'aVF'], { ...q, qMs: 29 }) })).toBe('not_met')
    expect(statusOf('ISC-19', { leads: each(['II', 'aVF'], { ...q, qUv: 99 }) })).toBe('not_met')
    expect(statusOf('ISC-19', { leads: { II: q, I: q } })).toBe('not_met')
    expect(statusOf('ISC-19', { leads: { V2: { qMs: 20, qUv: 50 } } })).toBe('met')
    expect(statusOf('ISC-19', { leads: { V3: { rUv: 0, sUv: 900 } } })).toBe('met')
    expect(statusOf('ISC-19', { leads: { V1: { rMs: 40, rUv: 600, sUv: 600 } } })).toBe('met')
  })

  it('is URGENT when the earlier ECG did not show it', () => {
    const leads = each(['II', 'aVF'], q)
    expect(findingOf('ISC-19', { leads }, { previous: makeAnalysis() })).toMatchObject({
      class: 'URGENT',
      textKey: 'textNew',
    })
    expect(findingOf('ISC-19', { leads }, { previous: makeAnalysis({ leads }) }).class).toBe('ROUTINE')
  })

  it('is URGENT under ST that is still raised', () => {
    const scar = (jUv: number) => each(['V3', 'V4'], { rUv: 0, sUv: 900, jUv })
    expect(findingOf('ISC-19', { leads: scar(100) })).toMatchObject({ class: 'URGENT', textKey: 'textRecent' })
    expect(findingOf('ISC-19', { leads: scar(99) })).toMatchObject({ class: 'ROUTINE', textKey: 'text' })
  })

  it('does not trust limb leads that seem swapped, nor slow samples', () => {
    const swap = { kind: 'LA-RA', rule: 'LR-01', confidence: 'high', leads: [] } as const
    const leads = each(['II', 'aVF'], q)
    expect(findingOf('ISC-19', { leads, analysis: { swap } })).toMatchObject({
      status: 'not_evaluable',
      limitations: ['swap-suspected'],
    })
    expect(statusOf('ISC-19', { leads: { V2: { qMs: 25, qUv: 60 } }, analysis: { swap } })).toBe('met')
    expect(statusOf('ISC-19', { leads, analysis: { quality } })).toBe('not_evaluable')
    expect(statusOf('ISC-01', { leads: withSt({ II: 100, aVF: 100 }), analysis: { swap } })).toBe('met')
  })
})
