import { describe, expect, it } from 'vitest'
import type { AssessmentView } from '@/cases/api/assessment-views'
import { numberCells, type Person } from './number-cells'

const MAN: Person = { sex: 'male', ageDays: null, ageYears: 58 }
const MEASURED = {
  heartRateBpm: 91.6,
  pMs: 104,
  prMs: 211.4,
  qrsMs: 86,
  qtMs: 382,
  qtcMs: 440,
  qrsAxisDeg: -41.2,
} as AssessmentView['measurements']
const assessment = (more: Partial<AssessmentView> = {}) =>
  ({ measurements: MEASURED, stExtreme: { lead: 'V3', jUv: 420 }, ...more }) as AssessmentView
const cell = (key: string, of = numberCells(assessment(), MAN, null)) => of.cells.find((one) => one.key === key)

describe('the strip of numbers', () => {
  it('shows whole numbers with the usual range', () => {
    expect(cell('heartRateBpm')).toMatchObject({ value: '92', limit: '60–100', judgement: 'within' })
    expect(cell('prMs')).toMatchObject({ value: '211', limit: '120–200', judgement: 'high', segment: 'pr' })
    expect(cell('qrsAxisDeg')).toMatchObject({ value: '−41', limit: '−30–90', judgement: 'low' })
  })

  it('names the lead of the largest ST deviation, in millimetres', () => {
    expect(cell('st')).toMatchObject({ value: '+4.2', unit: 'mm', lead: 'V3' })
    const down = numberCells(assessment({ stExtreme: { lead: 'V5', jUv: -180 } }), MAN, null)
    expect(cell('st', down)?.value).toBe('−1.8')
  })

  it('says how much a number changed', () => {
    const before = { ...MEASURED, prMs: 180, qrsMs: 90 } as AssessmentView['measurements']
    const strip = numberCells(assessment(), MAN, before)
    expect([cell('prMs', strip)?.change, cell('qrsMs', strip)?.change]).toEqual(['+31', '−4'])
  })

  it('leaves empty what could not be measured', () => {
    const strip = numberCells(assessment({ measurements: { ...MEASURED, prMs: null } as never }), MAN, null)
    expect(cell('prMs', strip)).toMatchObject({ value: null, judgement: null, change: null })
  })

  it('uses the limits of the age for a child', () => {
    const strip = numberCells(assessment(), { sex: 'female', ageDays: 800, ageYears: 2 }, null)
    expect(strip.childAge).toBe('2')
    expect(cell('heartRateBpm', strip)?.limit).toBe('90–165')
  })
})
