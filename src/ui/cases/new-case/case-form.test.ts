import { describe, expect, it } from 'vitest'
import { CaseForm, EMPTY_FORM, isTouched } from './case-form'
import { readClinical, readClinicalChange, reasonsOf } from './clinical-input'
import { enteredPerson, readPatient, wholeId } from './patient-input'

const form = (change: Partial<CaseForm>): CaseForm => ({ ...EMPTY_FORM, ...change })
const TODAY = '2026-11-22'
const NOW = new Date('2026-11-22T10:00:00Z')

describe('a kept form', () => {
  it('comes back as it was, and an older one without new fields still opens', () => {
    const filled = form({ familyName: 'Boʻriyev', painNow: '7', notMeasured: ['pressure'] })
    expect(CaseForm.parse(JSON.parse(JSON.stringify(filled)))).toEqual(filled)
    expect(CaseForm.parse({ familyName: 'A', sex: 'other' })).toEqual(form({ familyName: 'A' }))
  })

  it('is not worth keeping when only the emergency button was pressed', () => {
    expect(isTouched(form({ isEmergency: true }))).toBe(false)
    expect(isTouched(form({ note: 'x' }))).toBe(true)
  })
})

describe('the card', () => {
  it('takes its reasons from the taps and from the list', () => {
    expect(
      reasonsOf(form({ painNow: '3', dyspnoea: 'yes', fainted: 'no', reasons: ['palpitations', 'dyspnoea'] })),
    ).toEqual(['chest_pain', 'dyspnoea', 'palpitations'])
    expect(reasonsOf(form({ painNow: '0' }))).toEqual([])
  })

  it('needs a reason and nothing else', () => {
    expect(readClinical(EMPTY_FORM, NOW).problems).toEqual({ reasons: { code: 'reason_missing' } })
    expect(readClinical(form({ reasons: ['screening'] }), NOW)).toEqual({
      value: { reasons: ['screening'] },
      problems: {},
    })
    expect(readClinicalChange(EMPTY_FORM, NOW).problems).toEqual({})
  })

  it('reads numbers with a comma and says which limit is crossed', () => {
    expect(readClinical(form({ reasons: ['screening'], temperatureC: '36,6' }), NOW).value).toMatchObject({
      temperatureC: 36.6,
    })
    expect(
      readClinical(form({ reasons: ['screening'], systolicMmHg: '400', spo2Percent: '9x' }), NOW).problems,
    ).toEqual({
      systolicMmHg: { code: 'too_big', max: 300 },
      spo2Percent: { code: 'number' },
    })
  })

  it('sends "not measured" instead of what stands in the field', () => {
    const { value } = readClinical(
      form({ reasons: ['screening'], systolicMmHg: '400', notMeasured: ['pressure'] }),
      NOW,
    )
    expect(value).toEqual({ reasons: ['screening'], notMeasured: ['systolicMmHg', 'diastolicMmHg'] })
  })

  it('takes no troponin without its limit', () => {
    expect(readClinical(form({ reasons: ['screening'], troponinValue: '40' }), NOW).problems).toEqual({
      troponinLimit: { code: 'troponin_limit' },
    })
  })
})

describe('the onset of pain', () => {
  const at = (change: Partial<CaseForm>) => readClinical(form({ reasons: ['chest_pain'], ...change }), NOW)

  it('without a day is the last such time: today, or yesterday', () => {
    expect(at({ painOnsetTime: '14:30' }).value?.painOnsetAt).toBe('2026-11-22T09:30:00.000Z')
    expect(at({ painOnsetTime: '2330' }).value?.painOnsetAt).toBe('2026-11-21T18:30:00.000Z')
    expect(at({ painOnsetTime: '1:00', painOnsetDay: '2026-11-20' }).value?.painOnsetAt).toBe(
      '2026-11-19T20:00:00.000Z',
    )
  })

  it('is a time, of the last seven days', () => {
    expect(at({ painOnsetTime: 'noon' }).problems).toEqual({ painOnsetTime: { code: 'time' } })
    expect(at({ painOnsetTime: '1:00', painOnsetDay: '2026-11-10' }).problems).toEqual({
      painOnsetTime: { code: 'out_of_range' },
    })
    expect(at({ painOnsetTime: 'noon', notMeasured: ['painOnsetAt'] }).problems).toEqual({})
  })
})

describe('the person', () => {
  const known = form({ familyName: 'Bozorov', givenName: 'Shavkat', sex: 'male', birthDate: '01.03.1968' })

  it('needs an id, names, sex and birth date, all named at once', () => {
    expect(Object.keys(readPatient(EMPTY_FORM, TODAY).problems).toSorted()).toEqual([
      'birthDate',
      'familyName',
      'givenName',
      'pinfl',
      'sex',
    ])
  })

  it('may have a PINFL with a wrong check digit when the reason is given', () => {
    const wrong = { ...known, pinfl: '30103680010019' }
    const right = [...'0123456789']
      .map((digit) => `3010368001001${digit}`)
      .find((pinfl) => readPatient({ ...known, pinfl }, TODAY).value !== null)
    expect(right).toBeDefined()
    const other = right === wrong.pinfl ? '30103680010018' : wrong.pinfl
    expect(readPatient({ ...known, pinfl: other }, TODAY).problems).toEqual({
      pinflOverrideReason: { code: 'pinfl_check_digit' },
    })
    expect(readPatient({ ...known, pinfl: other, pinflOverrideReason: 'old paper' }, TODAY).value).toMatchObject({
      pinflOverrideReason: 'old paper',
    })
  })

  it('was not born tomorrow, nor 122 years ago', () => {
    const passport = { ...known, idKind: 'passport' as const, passport: 'AB 1234567' }
    expect(readPatient(passport, TODAY).problems).toEqual({})
    expect(readPatient({ ...passport, birthDate: '23.11.2026' }, TODAY).problems).toEqual({
      birthDate: { code: 'birth_date' },
    })
    expect(readPatient({ ...passport, birthDate: '22.11.1904' }, TODAY).problems).toEqual({
      birthDate: { code: 'birth_date' },
    })
  })

  it('may be unknown, with sex and an estimated age', () => {
    const unknown = form({ idKind: 'unknown', sex: 'male', ageYears: '60' })
    expect(readPatient(unknown, TODAY).value).toEqual({ unknown: true, sex: 'male', ageYears: 60 })
    expect(readPatient({ ...unknown, ageYears: '' }, TODAY).problems).toEqual({ ageYears: { code: 'age' } })
    expect(enteredPerson({ ...unknown, familyName: 'left over' }).familyName).toBeNull()
  })

  it('is looked up only by a whole number', () => {
    expect(wholeId(form({ pinfl: '3010368' }))).toBeNull()
    expect(wholeId(form({ pinfl: '3 010368 001001 9' }))).toBe('30103680010019')
    expect(wholeId(form({ idKind: 'passport', passport: 'ab 123-4567' }))).toBe('AB1234567')
  })
})
