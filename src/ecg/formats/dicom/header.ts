/** Who, when, with what device, and the device's own values and words, of a DICOM ECG (PS3.3, C.7 and C.10.10). */
import { NOTHING_REPORTED, type ReportedKey, reportedKeyOfMdc, reportedNumber } from '../../reported'
import { type AgeUnit, ageInYears, dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, Sex } from '../../types'
import type { Dataset } from './dataset'
import { TAG } from './tags'
import { asciiText, itemsOf, numberOf, type TextOf } from './values'

const SEXES: Readonly<Record<string, Sex>> = { M: 'male', F: 'female', O: 'unknown' }
const AGE_UNITS: Readonly<Record<string, AgeUnit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }

/** SCP-ECG and LOINC codes, else the words of the code meaning. */
const KEY_OF_CODE: Readonly<Record<string, ReportedKey>> = {
  '8867-4': 'heartRateBpm',
  '5.10.2.1-3': 'rrMs',
  '5.13.5-7': 'prMs',
  '5.13.5-9': 'qrsMs',
  '5.13.5-11': 'qtMs',
  '5.10.2.5-5': 'qtcMs',
  '5.10.3-11': 'pAxisDeg',
  '5.10.3-13': 'qrsAxisDeg',
  '5.10.3-15': 'tAxisDeg',
}

const KEY_OF_MEANING: ReadonlyArray<readonly [RegExp, ReportedKey]> = [
  [/^(heart|ventricular) rate$/, 'heartRateBpm'],
  [/^rr interval( global)?$/, 'rrMs'],
  [/^p( wave)? duration( global)?$/, 'pMs'],
  [/^p[rq] interval( global)?$/, 'prMs'],
  [/^qrs duration( global)?$/, 'qrsMs'],
  [/^qt interval( global)?$/, 'qtMs'],
  [/^qtc interval( global)?$/, 'qtcMs'],
  [/^p axis$/, 'pAxisDeg'],
  [/^qrs axis$/, 'qrsAxisDeg'],
  [/^t axis$/, 'tAxisDeg'],
]

export function readPatient(root: Dataset, text: TextOf): ReportedPatient {
  const [familyName, givenName, middleName] = (text(root, TAG.patientName) ?? '').split('=')[0]?.split('^') ?? []
  const age = /^(\d{3})([DWMY])$/.exec(asciiText(root, TAG.age) ?? '')
  const unit = AGE_UNITS[age?.[2] ?? '']
  return {
    id: joinText([text(root, TAG.patientId)]),
    familyName: joinText([familyName]),
    givenName: joinText([givenName, middleName]),
    sex: SEXES[asciiText(root, TAG.sex) ?? ''] ?? null,
    birthDate: dateIn(asciiText(root, TAG.birthDate)),
    ageYears: age && unit ? ageInYears(Number(age[1]), unit) : null,
  }
}

export function readDevice(root: Dataset, text: TextOf): ReportedDevice {
  return {
    manufacturer: joinText([text(root, TAG.manufacturer)]),
    model: joinText([text(root, TAG.model)]),
    serial: joinText([text(root, TAG.serial)]),
    institution: joinText([text(root, TAG.institution)]),
  }
}

export function readRecordedAt(root: Dataset): DeviceTime | null {
  const pairs = [
    asciiText(root, TAG.acquisitionDateTime),
    dateTime(root, TAG.acquisitionDate, TAG.acquisitionTime),
    dateTime(root, TAG.contentDate, TAG.contentTime),
    dateTime(root, TAG.studyDate, TAG.studyTime),
  ]
  for (const pair of pairs) {
    const local = localTimeIn(pair)
    if (local) return { local, utcOffsetMinutes: offsetIn(pair) ?? offsetIn(asciiText(root, TAG.timezoneOffset)) }
  }
  return null
}

export function readReported(root: Dataset, text: TextOf): Reported {
  const values: { [key in ReportedKey]?: number | null } = {}
  const statements: string[] = []
  for (const annotation of itemsOf(root, TAG.annotations)) {
    const words = text(annotation, TAG.annotationText)
    if (words) statements.push(...words.split(/[\r\n]+/).flatMap((line) => joinText([line]) ?? []))
    const key = annotation.elements.has(TAG.samplePositions) ? null : keyOf(annotation)
    if (key && values[key] === undefined) values[key] = measurementOf(annotation, key)
  }
  return { ...NOTHING_REPORTED, ...values, statements }
}

function keyOf(annotation: Dataset): ReportedKey | null {
  const concept = itemsOf(annotation, TAG.conceptName)[0]
  if (!concept) return null
  const code = asciiText(concept, TAG.codeValue) ?? ''
  const meaning = (asciiText(concept, TAG.codeMeaning) ?? '').toLowerCase()
  const byMeaning = KEY_OF_MEANING.find(([pattern]) => pattern.test(meaning))?.[1]
  return KEY_OF_CODE[code] ?? reportedKeyOfMdc(code) ?? reportedKeyOfMdc(meaning) ?? byMeaning ?? null
}

function measurementOf(annotation: Dataset, key: ReportedKey): number | null {
  const value = numberOf(annotation, TAG.numericValue)
  const unit = itemsOf(annotation, TAG.measurementUnits)[0]
  const isSeconds = unit ? asciiText(unit, TAG.codeValue) === 's' : false
  return reportedNumber(key, isSeconds && value !== null ? value * 1000 : value)
}

function dateTime(root: Dataset, dateTag: number, timeTag: number): string | null {
  const date = asciiText(root, dateTag)
  const time = asciiText(root, timeTag)
  return date && time ? `${date.replace(/[.]/g, '')}${time.replace(/:/g, '')}` : null
}

function localTimeIn(value: string | null): string | null {
  const match = /^(\d{8})(\d{2})(\d{2})(\d{2})?/.exec(value ?? '')
  const date = dateIn(match?.[1] ?? null)
  const time = match ? timeOf(Number(match[2]), Number(match[3]), Number(match[4] ?? 0)) : null
  return date && time ? `${date}T${time}` : null
}

function offsetIn(value: string | null): number | null {
  const match = /([+-])(\d{2})(\d{2})$/.exec(value ?? '')
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) : null
}

function dateIn(value: string | null): string | null {
  const match = /^(\d{4})[.]?(\d{2})[.]?(\d{2})$/.exec(value ?? '')
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}
