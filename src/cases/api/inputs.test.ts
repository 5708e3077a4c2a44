import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { AcknowledgeInput, ListCasesQuery, PatientInput, QueueQuery, SubmitCaseInput } from './inputs'

const PERSON = {
  pinfl: '31503705120012',
  familyName: 'Sinov',
  givenName: 'Bemor',
  sex: 'male',
  birthDate: '1970-03-15',
}
const WRONG_CHECK_DIGIT = '31503705120013'
const FILE_ID = '01936f6e-0000-7000-8000-000000000001'

/** `path code` of each complaint. */
function faults(schema: z.ZodType, value: unknown): string[] {
  const issues = schema.safeParse(value).error?.issues ?? []
  return issues.map((issue) => `${issue.path.join('.')} ${issue.code === 'custom' ? issue.params?.code : issue.code}`)
}

describe('the person of a case', () => {
  it('is known by a PINFL', () => {
    expect(faults(PatientInput, PERSON)).toEqual([])
  })

  it('is known by a passport', () => {
    const { pinfl: _, ...person } = PERSON
    expect(faults(PatientInput, { ...person, passport: 'AA1234567' })).toEqual([])
  })

  it('is not known without either', () => {
    const { pinfl: _, ...person } = PERSON
    expect(faults(PatientInput, person)).toEqual(['pinfl id_missing'])
  })

  it('may have a PINFL with a wrong check digit when somebody says why', () => {
    const person = { ...PERSON, pinfl: WRONG_CHECK_DIGIT }
    expect(faults(PatientInput, person)).toEqual(['pinfl pinfl_check_digit'])
    expect(faults(PatientInput, { ...person, pinflOverrideReason: '  ' })).not.toEqual([])
    expect(faults(PatientInput, { ...person, pinflOverrideReason: 'an old paper' })).toEqual([])
  })

  it('never has a PINFL of the wrong length, whatever the reason', () => {
    const person = { ...PERSON, pinfl: '3150370512001', pinflOverrideReason: 'an old paper' }
    expect(faults(PatientInput, person)).toEqual(['pinfl pinfl_length'])
  })

  it('never has a passport of nothing but signs', () => {
    expect(faults(PatientInput, { ...PERSON, passport: '№ -' })).toEqual(['passport passport_form'])
  })

  it('is unknown with a sex and an age', () => {
    expect(faults(PatientInput, { unknown: true, sex: 'male', ageYears: 60 })).toEqual([])
    expect(faults(PatientInput, { unknown: true, sex: 'unknown', ageYears: 0 })).toEqual([])
  })

  it.each([
    { unknown: true, sex: 'male' },
    { unknown: true, sex: 'male', ageYears: 121 },
    { unknown: true, sex: 'male', ageYears: -1 },
    { unknown: true, sex: 'male', ageYears: 60, familyName: 'Sinov' },
    { ...PERSON, birthDate: '1970-02-30' },
    { ...PERSON, familyName: ' ' },
    { ...PERSON, nickname: 'B' },
  ])('is refused: %o', (patient) => {
    expect(PatientInput.safeParse(patient).success).toBe(false)
  })
})

describe('a case', () => {
  const CASE = { patient: PERSON, clinical: { reasons: ['chest_pain'] }, fileIds: [FILE_ID] }

  it('is no emergency and unconfirmed unless it says so', () => {
    expect(SubmitCaseInput.parse(CASE)).toMatchObject({ emergency: false, mismatchConfirmed: false, filesExpected: 0 })
  })

  it('needs a file, or the promise of one', () => {
    expect(faults(SubmitCaseInput, { ...CASE, fileIds: [] })).toEqual(['fileIds file_missing'])
    expect(faults(SubmitCaseInput, { ...CASE, fileIds: [], filesExpected: 1 })).toEqual([])
  })

  it('names the field that is wrong', () => {
    const clinical = { reasons: ['chest_pain'], systolicMmHg: 400 }
    expect(faults(SubmitCaseInput, { ...CASE, clinical })).toEqual(['clinical.systolicMmHg too_big'])
  })
})

describe('reading back', () => {
  it('says why when it cannot', () => {
    expect(faults(AcknowledgeInput, { response: 'understood' })).toEqual([])
    expect(faults(AcknowledgeInput, { response: 'cannot' })).toEqual(['reason reason_missing'])
    expect(faults(AcknowledgeInput, { response: 'cannot', reason: '  ' })).toEqual(['reason reason_missing'])
    expect(faults(AcknowledgeInput, { response: 'cannot', reason: 'the road is closed' })).toEqual([])
  })
})

describe('queries', () => {
  it('have the limits of the contract', () => {
    expect(QueueQuery.parse({}).limit).toBe(500)
    expect(QueueQuery.parse({ limit: '1000' }).limit).toBe(1000)
    expect(QueueQuery.safeParse({ limit: '1001' }).success).toBe(false)
    expect(ListCasesQuery.parse({})).toEqual({ limit: 50, show: 'all' })
  })
})
