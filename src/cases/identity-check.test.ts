import { describe, expect, it } from 'vitest'
import type { ReportedPatient } from '@/ecg/types'
import { type EnteredPerson, findMismatches } from './identity-check'

const ENTERED: EnteredPerson = {
  pinfl: '31503705120012',
  passport: 'AA1234567',
  familyName: 'Boʻronov',
  givenName: 'Shavkat',
  sex: 'male',
  birthDate: '1970-03-15',
}
const NOTHING: ReportedPatient = {
  id: null,
  familyName: null,
  givenName: null,
  sex: null,
  birthDate: null,
  ageYears: null,
}
const fields = (inFile: Partial<ReportedPatient>, entered: Partial<EnteredPerson> = {}) =>
  findMismatches({ ...ENTERED, ...entered }, { ...NOTHING, ...inFile }).map((mismatch) => mismatch.field)

describe('the person of a file', () => {
  it('contradicts nobody when the file names nobody', () => {
    expect(fields({})).toEqual([])
  })

  it('contradicts nobody when the nurse knows nothing', () => {
    const unknown = { pinfl: null, passport: null, familyName: null, givenName: null, birthDate: null }
    const inFile = { id: '60512015120021', familyName: 'Karimova', sex: 'female', birthDate: '2001-12-05' } as const
    expect(fields(inFile, { ...unknown, sex: 'unknown' })).toEqual([])
  })

  it('is shown side by side wherever it differs', () => {
    const inFile = { id: '60512015120021', familyName: 'Karimova', givenName: 'Zilola', sex: 'female' as const }
    expect(findMismatches(ENTERED, { ...NOTHING, ...inFile, birthDate: '2001-12-05' })).toEqual([
      { field: 'id', entered: '31503705120012', inFile: '60512015120021' },
      { field: 'name', entered: 'Boʻronov Shavkat', inFile: 'Karimova Zilola' },
      { field: 'sex', entered: 'male', inFile: 'female' },
      { field: 'birthDate', entered: '1970-03-15', inFile: '2001-12-05' },
    ])
  })

  it.each([
    ['the same', 'Boʻronov', 'Shavkat'],
    ['another apostrophe', 'Bo‘ronov', 'Shavkat'],
    ['no apostrophe, capitals', 'BORONOV', 'SHAVKAT'],
    ['the names changed about', 'Shavkat', 'Boʻronov'],
    ['both in one field', 'BORONOV SHAVKAT', null],
    ['the DICOM caret', 'BORONOV^SHAVKAT', null],
    ['cut off by the device', 'BORO', null],
    ['the family name only', 'Boronov', null],
    ['a title more', 'Boronov', 'Shavkat Dr'],
  ])('has the same name with %s', (_, familyName, givenName) => {
    expect(fields({ familyName, givenName })).toEqual([])
  })

  it.each([
    ['another family name', 'Karimov', 'Shavkat'],
    ['another given name', 'Boronov', 'Zilola'],
    ['three letters only', 'Bor', null],
    ['no letters at all', '12345', null],
  ])('has another name with %s', (_, familyName, givenName) => {
    expect(fields({ familyName, givenName })).toEqual(['name'])
  })

  it('takes no notice of a number that the device made up', () => {
    expect(fields({ id: '20260115-0007' })).toEqual([])
  })

  it.each([
    ['the same PINFL with spaces', '3150370 5120012', []],
    ['another PINFL', '60512015120021', ['id']],
    ['the same passport, written otherwise', 'AA 1234567', []],
    ['another passport', 'AB7654321', ['id']],
  ])('has %s', (_, id, expected) => {
    expect(fields({ id })).toEqual(expected)
  })

  it('has no id to compare with when the nurse entered the other kind', () => {
    expect(fields({ id: '60512015120021' }, { pinfl: null })).toEqual([])
    expect(fields({ id: 'AB7654321' }, { passport: null })).toEqual([])
  })

  it.each(['unknown', null] as const)('has no sex to compare when the file says %s', (sex) => {
    expect(fields({ sex })).toEqual([])
  })
})
