/** Who, when, with what device, and the device's own values and words, of an HL7 aECG. */
import { NO_PATIENT } from '../../assemble-recording'
import { NOTHING_REPORTED, type ReportedKey, reportedKeyOfMdc, reportedNumber } from '../../reported'
import { dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, Sex } from '../../types'
import { descend, findAll, type XmlElement } from '../xml-tree'

const SEXES: Readonly<Record<string, Sex>> = { M: 'male', F: 'female', UN: 'unknown' }
const BEAT_CODE = 'MDC_ECG_BEAT'
const STATEMENT_CODES = /^MDC_ECG_INTERPRETATION/

export function readPatient(root: XmlElement): ReportedPatient {
  const subject = findAll(root, 'trialSubject')[0]
  if (!subject) return NO_PATIENT
  const person = descend(subject, 'subjectDemographicPerson')[0]
  const name = person && descend(person, 'name')[0]
  const family = name && descend(name, 'family')[0]
  const given = name && descend(name, 'given')[0]
  const sex = person && descend(person, 'administrativeGenderCode')[0]?.attributes.code
  const birth = person && descend(person, 'birthTime')[0]?.attributes.value
  return {
    ...NO_PATIENT,
    id: joinText([descend(subject, 'id')[0]?.attributes.extension]),
    familyName: joinText([family?.text ?? name?.text]),
    givenName: joinText([given?.text]),
    sex: SEXES[sex ?? ''] ?? null,
    birthDate: dateIn(birth),
  }
}

export function readDevice(root: XmlElement, series: XmlElement): ReportedDevice {
  const author = descend(series, 'author', 'seriesAuthor')[0]
  const device = author && descend(author, 'manufacturedSeriesDevice')[0]
  const textOf = (parent: XmlElement | undefined, ...path: string[]) =>
    joinText([parent && descend(parent, ...path)[0]?.text])
  return {
    manufacturer: textOf(author, 'manufacturerOrganization', 'name'),
    model: textOf(device, 'manufacturerModelName'),
    serial: joinText([device && descend(device, 'id')[0]?.attributes.extension]),
    institution:
      textOf(root, 'location', 'testingSite', 'location', 'name') ??
      textOf(findAll(root, 'trialSite')[0], 'location', 'name'),
  }
}

export function readRecordedAt(root: XmlElement, series: XmlElement): DeviceTime | null {
  const times = [series, root].flatMap((element) => descend(element, 'effectiveTime'))
  const values = times.flatMap((time) => [...descend(time, 'low'), ...descend(time, 'center'), time])
  for (const { attributes } of values) {
    const time = timeIn(attributes.value)
    if (time) return time
  }
  return null
}

/** Values of the whole series; those inside a beat are measurements of that beat alone. */
export function readReported(series: XmlElement): Reported {
  const values: { [key in ReportedKey]?: number | null } = {}
  const statements: string[] = []
  for (const annotation of wholeAnnotations(series)) {
    const code = descend(annotation, 'code')[0]?.attributes.code ?? ''
    const value = descend(annotation, 'value')[0]
    const key = reportedKeyOfMdc(code)
    if (key && values[key] === undefined) values[key] = measurementOf(value, key)
    if (STATEMENT_CODES.test(code)) {
      statements.push(...[joinText([value?.text, value?.attributes.displayName])].filter((text) => text !== null))
    }
  }
  return { ...NOTHING_REPORTED, ...values, statements }
}

function wholeAnnotations(series: XmlElement): readonly XmlElement[] {
  const topLevel = descend(series, 'subjectOf', 'annotationSet', 'component', 'annotation')
  return topLevel.flatMap(withNested)
}

function withNested(annotation: XmlElement): XmlElement[] {
  if (descend(annotation, 'code')[0]?.attributes.code === BEAT_CODE) return []
  return [annotation, ...descend(annotation, 'component', 'annotation').flatMap(withNested)]
}

function measurementOf(value: XmlElement | undefined, key: ReportedKey): number | null {
  const number = Number(value?.attributes.value || Number.NaN)
  return reportedNumber(key, value?.attributes.unit === 's' ? number * 1000 : number)
}

function dateIn(value: string | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(value ?? '')
  return match ? dateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

function timeIn(value: string | undefined): DeviceTime | null {
  const match = /^\d{8}(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(?:([+-])(\d{2})(\d{2}))?/.exec(value ?? '')
  const date = dateIn(value)
  const time = match && timeOf(Number(match[1]), Number(match[2]), Number(match[3] ?? 0))
  if (!date || !time) return null
  const sign = match[4] === '-' ? -1 : 1
  return {
    local: `${date}T${time}`,
    utcOffsetMinutes: match[4] ? sign * (Number(match[5]) * 60 + Number(match[6])) : null,
  }
}
