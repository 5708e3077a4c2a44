/**
 * GE CardioSoft XML (`CardiologyXML`): the strip of a resting ECG, one `WaveformData` a lead, whole numbers
 * between commas.
 *
 * Voltage = count × Resolution (microvolts); rate in hertz. Element names from public readers of these files.
 * Not supported: the full disclosure of an exercise test, the median beat as a recording.
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../reported'
import { type AgeUnit, ageInYears, dateOf, joinText } from '../text'
import type { DeviceTime, EcgFormat, EcgReading, Reported, ReportedPatient, Sex } from '../types'
import { deviceTimeOn, numberAt, textAt } from './xml-fields'
import { declaredCounts, listedCounts } from './xml-samples'
import { decodeXml, descend, findAll, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const MICROVOLTS = 'UVPERLSB'
const SEXES: Readonly<Record<string, Sex>> = { MALE: 'male', FEMALE: 'female', UNKNOWN: 'unknown' }
const AGE_UNITS: Readonly<Record<string, AgeUnit>> = { YEARS: 'year', MONTHS: 'month', WEEKS: 'week', DAYS: 'day' }
const ELEMENT_OF: ReadonlyArray<readonly [ReportedKey, string]> = [
  ['heartRateBpm', 'VentricularRate'],
  ['rrMs', 'RRInterval'],
  ['pMs', 'PDuration'],
  ['prMs', 'PQInterval'],
  ['qrsMs', 'QRSDuration'],
  ['qtMs', 'QTInterval'],
  ['qtcMs', 'QTCInterval'],
  ['pAxisDeg', 'PAxis'],
  ['qrsAxisDeg', 'RAxis'],
  ['tAxisDeg', 'TAxis'],
]

export const cardiosoftXml: EcgFormat = {
  id: 'cardiosoft-xml',
  label: 'GE CardioSoft XML',
  sniff: (bytes) => rootNameOf(bytes) === 'CardiologyXML',
  read,
}

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(cardiosoftXml.id, decodeXml(bytes))
  const strip = stripOf(root)
  const sampleRateHz = numberAt(strip, 'SampleRate') ?? Number.NaN
  const stepUv = stepOf(strip)
  const declared = numberAt(strip, 'ChannelSampleCountTotal')
  const waveforms = descend(strip, 'WaveformData')
  if (declared !== null) checkSize(cardiosoftXml.id, waveforms.length, declared, sampleRateHz)
  const channels: Channel[] = waveforms.map(({ attributes, text }) => {
    const counts = declaredCounts(cardiosoftXml.id, listedCounts(cardiosoftXml.id, text), declared)
    return { name: leadOfLabel(attributes.lead ?? ''), samplesUv: microvoltsOf(counts, stepUv), stepUv }
  })
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: cardiosoftXml.id,
      sampleRateHz,
      channels,
      recordedAt: readRecordedAt(root),
      patient: readPatient(root),
      device: { ...NO_DEVICE, manufacturer: 'GE', model: textAt(findAll(root, 'DeviceInfo')[0], 'Desc') },
      reported: readReported(root),
      warnings: [],
    }),
  }
}

function stripOf(root: XmlElement): XmlElement {
  const strip = descend(root, 'StripData')[0]
  if (strip) return strip
  if (descend(root, 'FullDisclosure').length > 0) {
    throw new EcgFormatError(cardiosoftXml.id, 'unsupported', 'the file holds an exercise test')
  }
  throw new EcgFormatError(cardiosoftXml.id, 'no_waveform', 'the file holds no strip of an ECG')
}

function stepOf(strip: XmlElement): number {
  const unit = descend(strip, 'Resolution')[0]?.attributes.units ?? MICROVOLTS
  const stepUv = numberAt(strip, 'Resolution') ?? 0
  if (!(stepUv > 0) || unit.toUpperCase() !== MICROVOLTS) {
    throw new EcgFormatError(cardiosoftXml.id, 'malformed', 'the voltage scale is missing or makes no sense')
  }
  return stepUv
}

function readPatient(root: XmlElement): ReportedPatient {
  const person = findAll(root, 'PatientInfo')[0]
  const ageElement = person && descend(person, 'Age')[0]
  const ageUnit = AGE_UNITS[(ageElement?.attributes.units ?? 'YEARS').toUpperCase()]
  const age = numberAt(person, 'Age')
  return {
    id: textAt(person, 'PID'),
    familyName: textAt(person, 'Name', 'FamilyName'),
    givenName: textAt(person, 'Name', 'GivenName'),
    sex: SEXES[textAt(person, 'Gender')?.toUpperCase() ?? ''] ?? null,
    birthDate: dayOf(person && descend(person, 'BirthDateTime')[0]),
    ageYears: ageUnit && age !== null ? ageInYears(age, ageUnit) : null,
  }
}

function readRecordedAt(root: XmlElement): DeviceTime | null {
  const at = descend(root, 'ObservationDateTime')[0]
  const time = ['Hour', 'Minute', 'Second'].map((part) => (textAt(at, part) ?? '').padStart(2, '0'))
  return deviceTimeOn(dayOf(at), time.join(':'))
}

function dayOf(element: XmlElement | undefined): string | null {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => numberAt(element, part) ?? 0)
  return dateOf(year ?? 0, month ?? 0, day ?? 0)
}

function readReported(root: XmlElement): Reported {
  const measurements = descend(root, 'RestingECGMeasurements')[0]
  const values = ELEMENT_OF.map(([key, name]) => [key, reportedNumber(key, measurementOf(measurements, key, name))])
  const interpretation = descend(root, 'Interpretation')[0]
  const texts = interpretation
    ? ['DiagnosisText', 'Statement']
        .flatMap((name) => findAll(interpretation, name))
        .map(({ text }) => joinText([text]))
    : []
  const statements = texts.filter((text) => text !== null)
  return { ...NOTHING_REPORTED, ...Object.fromEntries(values), statements: [...new Set(statements)] }
}

/** A time in another unit than milliseconds is left out. */
function measurementOf(measurements: XmlElement | undefined, key: ReportedKey, name: string): number | null {
  const unit = measurements && descend(measurements, name)[0]?.attributes.units
  return key.endsWith('Ms') && unit && unit.toLowerCase() !== 'ms' ? null : numberAt(measurements, name)
}
