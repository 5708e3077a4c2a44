import { describe, expect, it } from 'vitest'
import { Clinical } from './clinical'
import { type RulePatient, ruleContextOf } from './rule-context'

const NOON = new Date('2026-11-22T12:00:00Z')
const MAN: RulePatient = { sex: 'male', birthDate: null, ageYears: 58 }
const context = (clinical: Partial<Clinical>, patient: RulePatient = MAN) =>
  ruleContextOf(Clinical.parse({ reasons: ['screening'], ...clinical }), patient, null, NOON)

describe('what the rules may know', () => {
  it('counts chest pain as pain now until somebody says that it is gone', () => {
    expect(context({ reasons: ['chest_pain'] }).hasPainNow).toBe(true)
    expect(context({ reasons: ['chest_pain'], painNow: 0 }).hasPainNow).toBe(false)
    expect(context({ painNow: 4 }).hasPainNow).toBe(true)
    expect(context({}).hasPainNow).toBe(false)
  })

  it('leaves unknown what nobody entered', () => {
    const known = context({})
    expect([known.systolicMmHg, known.killip, known.potassiumMmolL, known.isTroponinRaised, known.ageDays]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(context({}, { ...MAN, sex: 'unknown' }).sex).toBeNull()
  })

  it('knows the age of a child in days', () => {
    const newborn = context({}, { sex: 'female', birthDate: new Date('2026-11-19T00:00:00Z'), ageYears: null })
    expect(newborn.ageDays).toBe(3)
    expect(newborn.ageYears).toBe(0)
  })

  it('counts the hours since the pain began', () => {
    expect(context({ painOnsetAt: '2026-11-22T10:30:00Z' }).hoursSincePainOnset).toBe(1.5)
  })

  it('takes an arrest as a lost consciousness and any other letter than A as an altered one', () => {
    expect(context({ reasons: ['cardiac_arrest'] }).hasSyncope).toBe(true)
    expect(context({ consciousness: 'C' }).isConsciousnessAltered).toBe(true)
    expect(context({ consciousness: 'A' }).isConsciousnessAltered).toBe(false)
  })
})
