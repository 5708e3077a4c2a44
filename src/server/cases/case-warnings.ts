import 'server-only'
import { z } from 'zod'
import type { PatientInput } from '@/cases/api/inputs'
import { CaseWarning } from '@/cases/api/views'
import { type EnteredPerson, findMismatches, type Mismatch, OLD_ECG_MS } from '@/cases/identity-check'
import { normalisePassport, parsePinfl } from '@/cases/patient-id'
import { inFileOf } from '../recordings/recording-row'
import type { CaseFileFacts } from './case-files'

const CODE = {
  id: 'id_differs',
  name: 'name_differs',
  sex: 'sex_differs',
  birthDate: 'birth_date_differs',
} as const satisfies Record<Mismatch['field'], string>

/** What stays on the case for everybody to see: it never refuses a case. */
export function warningsOf(input: {
  readonly entered: EnteredPerson
  readonly hasWrongCheckDigit: boolean
  readonly files: readonly CaseFileFacts[]
  readonly filesExpected: number
  readonly isConfirmed: boolean
  readonly now: Date
}): CaseWarning[] {
  const fromFiles = input.files.flatMap((file): CaseWarning[] => {
    if (file.problemCode !== null) return [{ code: 'file_not_readable', fileId: file.id }]
    if (!file.recording) return []
    const inFile = inFileOf(file.recording.inFile)
    const mismatches = findMismatches(input.entered, inFile.patient).map((mismatch) => ({
      code: CODE[mismatch.field],
      entered: masked(mismatch, mismatch.entered),
      inFile: masked(mismatch, mismatch.inFile),
      fileId: file.id,
      isConfirmed: input.isConfirmed,
    }))
    const isOld =
      file.recording.recordedAt !== null && input.now.getTime() - file.recording.recordedAt.getTime() > OLD_ECG_MS
    return [
      ...mismatches,
      ...(isOld
        ? [{ code: 'ecg_older_than_24h' as const, fileId: file.id, inFile: file.recording.recordedLocal ?? '' }]
        : []),
    ]
  })
  return [
    ...fromFiles,
    ...(input.hasWrongCheckDigit ? [{ code: 'pinfl_check_digit' as const }] : []),
    ...(input.filesExpected > 0 && input.files.length === 0 ? [{ code: 'ecg_on_its_way' as const }] : []),
  ]
}

/** A person's numbers as typed, for the comparison with the file. */
export function enteredPerson(patient: PatientInput): EnteredPerson {
  if (patient.unknown === true)
    return { pinfl: null, passport: null, familyName: null, givenName: null, sex: patient.sex, birthDate: null }
  return {
    pinfl: patient.pinfl ? (parsePinfl(patient.pinfl)?.digits ?? null) : null,
    passport: patient.passport ? normalisePassport(patient.passport) : null,
    familyName: patient.familyName,
    givenName: patient.givenName,
    sex: patient.sex,
    birthDate: patient.birthDate,
  }
}

export function hasWrongCheckDigit(patient: PatientInput): boolean {
  return (
    patient.unknown !== true && patient.pinfl !== undefined && parsePinfl(patient.pinfl)?.isCheckDigitRight === false
  )
}

export function storedWarnings(value: unknown): CaseWarning[] {
  return z.array(CaseWarning).parse(value)
}

/** Whole PINFLs do not travel: the last three digits are enough to see the difference. */
function masked(mismatch: Mismatch, text: string): string {
  return mismatch.field === 'id' ? `•••${text.slice(-3)}` : text
}
