/** From the typed person to the one that is sent, and which fields stand in the way. */
import { PatientInput } from '@/cases/api/inputs'
import type { EnteredPerson } from '@/cases/identity-check'
import { normalisePassport, parsePinfl } from '@/cases/patient-id'
import { typedDate } from '@/i18n/format'
import type { CaseForm } from './case-form'
import type { FieldProblem, FieldProblems } from './clinical-input'

export type PatientResult = { readonly value: PatientInput | null; readonly problems: FieldProblems }

export function readPatient(form: CaseForm, today: string): PatientResult {
  const problems = form.idKind === 'unknown' ? unknownProblems(form) : knownProblems(form, today)
  if (Object.keys(problems).length > 0) return { value: null, problems }
  const parsed = PatientInput.safeParse(form.idKind === 'unknown' ? unknownPerson(form) : knownPerson(form))
  return parsed.success
    ? { value: parsed.data, problems }
    : { value: null, problems: { familyName: { code: 'too_long' } } }
}

/** The same person for the comparison with the file; what is not typed yet cannot contradict. */
export function enteredPerson(form: CaseForm): EnteredPerson {
  const isUnknown = form.idKind === 'unknown'
  const orNull = (text: string) => (isUnknown || text.trim() === '' ? null : text.trim())
  return {
    pinfl: form.idKind === 'pinfl' ? (parsePinfl(form.pinfl)?.digits ?? null) : null,
    passport: form.idKind === 'passport' ? normalisePassport(form.passport) : null,
    familyName: orNull(form.familyName),
    givenName: orNull(form.givenName),
    sex: form.sex ?? 'unknown',
    birthDate: isUnknown ? null : typedDate(form.birthDate),
  }
}

/** The number by which a person can be looked up, once it is whole. */
export function wholeId(form: CaseForm): string | null {
  if (form.idKind === 'pinfl') return parsePinfl(form.pinfl)?.digits ?? null
  if (form.idKind === 'passport') return normalisePassport(form.passport)
  return null
}

const OLDEST_YEARS = 120

function knownProblems(form: CaseForm, today: string): FieldProblems {
  return {
    ...(form.idKind === 'pinfl' ? pinflProblem(form) : passportProblem(form)),
    ...required(form, 'familyName'),
    ...required(form, 'givenName'),
    ...(form.sex === null ? { sex: MISSING } : {}),
    ...birthProblem(form, today),
  }
}

const MISSING: FieldProblem = { code: 'required' }

function required(form: CaseForm, field: 'familyName' | 'givenName'): FieldProblems {
  return form[field].trim() === '' ? { [field]: MISSING } : {}
}

function pinflProblem(form: CaseForm): FieldProblems {
  if (form.pinfl.trim() === '') return { pinfl: { code: 'id_missing' } }
  const pinfl = parsePinfl(form.pinfl)
  if (!pinfl) return { pinfl: { code: 'pinfl_length' } }
  return pinfl.isCheckDigitRight || form.pinflOverrideReason.trim() !== ''
    ? {}
    : { pinflOverrideReason: { code: 'pinfl_check_digit' } }
}

function passportProblem(form: CaseForm): FieldProblems {
  if (form.passport.trim() === '') return { passport: { code: 'id_missing' } }
  return normalisePassport(form.passport) ? {} : { passport: { code: 'passport_form' } }
}

function birthProblem(form: CaseForm, today: string): FieldProblems {
  if (form.birthDate.trim() === '') return { birthDate: MISSING }
  const birthDate = typedDate(form.birthDate)
  if (birthDate === null) return { birthDate: { code: 'date' } }
  const oldest = `${Number(today.slice(0, 4)) - OLDEST_YEARS - 1}${today.slice(4)}`
  return birthDate > today || birthDate < oldest ? { birthDate: { code: 'birth_date' } } : {}
}

function unknownProblems(form: CaseForm): FieldProblems {
  const age = Number(form.ageYears)
  const isAge = form.ageYears.trim() !== '' && Number.isInteger(age) && age >= 0 && age <= OLDEST_YEARS
  return { ...(form.sex === null ? { sex: MISSING } : {}), ...(isAge ? {} : { ageYears: { code: 'age' } }) }
}

function unknownPerson(form: CaseForm) {
  return { unknown: true, sex: form.sex, ageYears: Number(form.ageYears), ...optional('description', form.description) }
}

function knownPerson(form: CaseForm) {
  const pinfl = parsePinfl(form.pinfl)
  const id =
    form.idKind === 'passport'
      ? { passport: form.passport }
      : {
          pinfl: form.pinfl,
          ...(pinfl?.isCheckDigitRight ? {} : optional('pinflOverrideReason', form.pinflOverrideReason)),
        }
  return {
    ...id,
    familyName: form.familyName,
    givenName: form.givenName,
    ...optional('patronymic', form.patronymic),
    sex: form.sex,
    birthDate: typedDate(form.birthDate),
  }
}

function optional(key: string, text: string): Record<string, string> {
  return text.trim() === '' ? {} : { [key]: text.trim() }
}
