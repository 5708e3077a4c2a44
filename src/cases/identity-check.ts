/**
 * Does the ECG file name the person whom the nurse entered? A difference never refuses a case: it is shown
 * side by side, asks for a second confirmation, and stays on the case as a warning.
 */
import type { ReportedPatient } from '@/ecg/types'
import { isUzbekPassport, normalisePassport, parsePinfl } from './patient-id'
import type { Sex } from './values'

export type EnteredPerson = {
  readonly pinfl: string | null
  readonly passport: string | null
  readonly familyName: string | null
  readonly givenName: string | null
  readonly sex: Sex
  readonly birthDate: string | null
}

export type Mismatch = {
  readonly field: 'id' | 'name' | 'sex' | 'birthDate'
  readonly entered: string
  readonly inFile: string
}

export const OLD_ECG_MS = 24 * 3_600_000

export function findMismatches(entered: EnteredPerson, inFile: ReportedPatient): readonly Mismatch[] {
  return [
    ...idMismatch(entered, inFile),
    ...nameMismatch(entered, inFile),
    ...sexMismatch(entered, inFile),
    ...birthMismatch(entered, inFile),
  ]
}

/** Only an id of the same kind can contradict: a number that the device made up says nothing about a person. */
function idMismatch(entered: EnteredPerson, inFile: ReportedPatient): Mismatch[] {
  if (inFile.id === null) return []
  const filePinfl = parsePinfl(inFile.id)?.digits ?? null
  const filePassport = normalisePassport(inFile.id)
  if (filePinfl !== null) return idsMismatch(entered.pinfl, filePinfl)
  return filePassport !== null && isUzbekPassport(filePassport) ? idsMismatch(entered.passport, filePassport) : []
}

function idsMismatch(entered: string | null, inFile: string): Mismatch[] {
  return entered === null || entered === inFile ? [] : [{ field: 'id', entered, inFile }]
}

function nameMismatch(entered: EnteredPerson, inFile: ReportedPatient): Mismatch[] {
  const ours = [entered.familyName, entered.givenName].filter((name) => name !== null)
  const theirs = [inFile.familyName, inFile.givenName].filter((name) => name !== null)
  if (ours.length === 0 || theirs.length === 0) return []
  const ourWords = words(ours)
  const theirWords = words(theirs)
  const [few, many] = ourWords.length <= theirWords.length ? [ourWords, theirWords] : [theirWords, ourWords]
  // Devices truncate names, so a beginning of at least four letters counts as the same word.
  const isKnown = (word: string) =>
    many.some((other) => other === word || isBeginning(word, other) || isBeginning(other, word))
  return few.length > 0 && few.every(isKnown)
    ? []
    : [{ field: 'name', entered: ours.join(' '), inFile: theirs.join(' ') }]
}

function sexMismatch(entered: EnteredPerson, inFile: ReportedPatient): Mismatch[] {
  const isDifferent =
    inFile.sex !== null && inFile.sex !== 'unknown' && entered.sex !== 'unknown' && inFile.sex !== entered.sex
  return isDifferent ? [{ field: 'sex', entered: entered.sex, inFile: inFile.sex }] : []
}

function birthMismatch(entered: EnteredPerson, inFile: ReportedPatient): Mismatch[] {
  if (entered.birthDate === null || inFile.birthDate === null || entered.birthDate === inFile.birthDate) return []
  return [{ field: 'birthDate', entered: entered.birthDate, inFile: inFile.birthDate }]
}

function words(names: readonly string[]): string[] {
  return names
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[\u02bb\u02bc\u2018\u2019'`´]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
}

function isBeginning(short: string, long: string): boolean {
  return short.length >= 4 && long.startsWith(short)
}
