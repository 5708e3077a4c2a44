/**
 * Who, when, with what device, and the device's own values and words, of a GE MUSE XML.
 * Days are written month first (`01-23-1971`), as restecg.dtd has them.
 */
import { NO_DEVICE } from '../../assemble-recording'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../../reported'
import { type AgeUnit, ageInYears, joinText } from '../../text'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, Sex } from '../../types'
import { americanDayIn, deviceTimeOn, numberAt, textAt } from '../xml-fields'
import { descend, type XmlElement } from '../xml-tree'

const SEXES: Readonly<Record<string, Sex>> = {
  MALE: 'male',
  FEMALE: 'female',
  M: 'male',
  F: 'female',
  UNKNOWN: 'unknown',
}
const AGE_UNITS: Readonly<Record<string, AgeUnit>> = {
  YEARS: 'year',
  MONTHS: 'month',
  WEEKS: 'week',
  DAYS: 'day',
  HOURS: 'hour',
}
const ELEMENT_OF: ReadonlyArray<readonly [ReportedKey, string]> = [
  ['heartRateBpm', 'VentricularRate'],
  ['prMs', 'PRInterval'],
  ['qrsMs', 'QRSDuration'],
  ['qtMs', 'QTInterval'],
  ['qtcMs', 'QTCorrected'],
  ['pAxisDeg', 'PAxis'],
  ['qrsAxisDeg', 'RAxis'],
  ['tAxisDeg', 'TAxis'],
]
const END_OF_LINE = 'ENDSLINE'

export function readPatient(root: XmlElement): ReportedPatient {
  const person = descend(root, 'PatientDemographics')[0]
  const ageUnit = AGE_UNITS[(textAt(person, 'AgeUnits') ?? 'YEARS').toUpperCase()]
  const age = numberAt(person, 'PatientAge')
  return {
    id: textAt(person, 'PatientID'),
    familyName: textAt(person, 'PatientLastName'),
    givenName: textAt(person, 'PatientFirstName'),
    sex: SEXES[textAt(person, 'Gender')?.toUpperCase() ?? ''] ?? null,
    birthDate: americanDayIn(textAt(person, 'DateofBirth')),
    ageYears: ageUnit && age !== null ? ageInYears(age, ageUnit) : null,
  }
}

export function readDevice(root: XmlElement): ReportedDevice {
  const test = descend(root, 'TestDemographics')[0]
  return {
    ...NO_DEVICE,
    manufacturer: 'GE',
    model: textAt(test, 'AcquisitionDevice'),
    institution: textAt(test, 'SiteName') ?? textAt(test, 'LocationName'),
  }
}

export function readRecordedAt(root: XmlElement): DeviceTime | null {
  const test = descend(root, 'TestDemographics')[0]
  return deviceTimeOn(americanDayIn(textAt(test, 'AcquisitionDate')), textAt(test, 'AcquisitionTime'))
}

/** What a person changed later stands in the elements without "Original"; numbers are taken as they stand last. */
export function readReported(root: XmlElement): Reported {
  const current = descend(root, 'RestingECGMeasurements')[0]
  const original = descend(root, 'OriginalRestingECGMeasurements')[0]
  const values = ELEMENT_OF.map(([key, name]) => [
    key,
    reportedNumber(key, numberAt(current, name) ?? numberAt(original, name)),
  ])
  return {
    ...NOTHING_REPORTED,
    ...Object.fromEntries(values),
    rrMs: reportedNumber('rrMs', numberAt(root, 'QRSTimesTypes', 'GlobalRR')),
    statements: readStatements(root),
  }
}

/** The device's own words first: `Diagnosis` is what a doctor may have written over them. */
function readStatements(root: XmlElement): string[] {
  const original = linesOf(descend(root, 'OriginalDiagnosis')[0])
  return original.length > 0 ? original : linesOf(descend(root, 'Diagnosis')[0])
}

/** A sentence is several statements, the last of which is flagged as the end of its line. */
function linesOf(diagnosis: XmlElement | undefined): string[] {
  const statements = diagnosis ? descend(diagnosis, 'DiagnosisStatement') : []
  const isFlagged = (statement: XmlElement) =>
    descend(statement, 'StmtFlag').some(({ text }) => text.trim() === END_OF_LINE)
  const hasFlags = statements.some(isFlagged)
  const lines: string[] = []
  let parts: (string | null)[] = []
  for (const [index, statement] of statements.entries()) {
    parts.push(textAt(statement, 'StmtText'))
    if (hasFlags && !isFlagged(statement) && index < statements.length - 1) continue
    const line = joinText(parts)
    if (line) lines.push(line)
    parts = []
  }
  return lines
}
