/**
 * Mortara / Welch Allyn ELI XML (`ECG`): one `CHANNEL` a lead, all of it in attributes, base64 of 16-bit
 * little-endian counts.
 *
 * Voltage = count ÷ UNITS_PER_MV millivolts, given here in microvolts; DURATION is in samples.
 * Element names from public readers of ELI files.
 * Not supported: other bit widths, an offset, leads of different rates, the typical beat as a recording.
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { leadOfLabel } from '../leads'
import { NOTHING_REPORTED, type ReportedKey, reportedNumber } from '../reported'
import { type AgeUnit, ageInYears, joinText } from '../text'
import type { EcgFormat, EcgReading, Reported, ReportedDevice, ReportedPatient, Sex } from '../types'
import { dayIn, deviceTimeOn, numberIn } from './xml-fields'
import { bytesOfBase64, declaredCounts, int16Counts } from './xml-samples'
import { decodeXml, descend, parseXml, rootNameOf, type XmlElement } from './xml-tree'

const BEGINNING_BYTES = 16_384
const OWN_WORDS = /ACQUISITION_TIME|UNITS_PER_MV/
const SEXES: Readonly<Record<string, Sex>> = { MALE: 'male', FEMALE: 'female', M: 'male', F: 'female' }
const AGE_UNITS: Readonly<Record<string, AgeUnit>> = { Y: 'year', M: 'month', W: 'week', D: 'day' }
const ATTRIBUTE_OF: ReadonlyArray<readonly [ReportedKey, string]> = [
  ['heartRateBpm', 'VENT_RATE'],
  ['rrMs', 'AVERAGE_RR'],
  ['pMs', 'P_DURATION'],
  ['prMs', 'PR_DURATION'],
  ['qrsMs', 'QRS_DURATION'],
  ['qtMs', 'QT'],
  ['qtcMs', 'QTC'],
  ['pAxisDeg', 'P_AXIS'],
  ['qrsAxisDeg', 'QRS_AXIS'],
  ['tAxisDeg', 'T_AXIS'],
]

export const mortaraXml: EcgFormat = {
  id: 'mortara-xml',
  label: 'Mortara ELI XML',
  sniff: (bytes) => rootNameOf(bytes) === 'ECG' && OWN_WORDS.test(decodeXml(bytes.subarray(0, BEGINNING_BYTES))),
  read,
}

type Attributes = Readonly<Record<string, string>>

function read(bytes: Uint8Array): EcgReading {
  const root = parseXml(mortaraXml.id, decodeXml(bytes))
  const stored = descend(root, 'CHANNEL').map(({ attributes }) => attributes)
  if (stored.length === 0) throw new EcgFormatError(mortaraXml.id, 'no_waveform', 'the file holds no ECG samples')
  const rates = new Set(stored.map((attributes) => numberIn(attributes.SAMPLE_FREQ) ?? Number.NaN))
  if (rates.size > 1) throw unsupported('the leads have different sampling rates')
  const sampleRateHz = [...rates][0] ?? Number.NaN
  const { ACQUISITION_TIME = '' } = root.attributes
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: mortaraXml.id,
      sampleRateHz,
      channels: stored.map((attributes) => readChannel(attributes, stored.length, sampleRateHz)),
      recordedAt: deviceTimeOn(dayIn(ACQUISITION_TIME), ACQUISITION_TIME.trim().slice('YYYYMMDD'.length)),
      patient: readPatient(root),
      device: readDevice(root),
      reported: readReported(root),
      warnings: [],
    }),
  }
}

function readChannel(attributes: Attributes, channelCount: number, sampleRateHz: number): Channel {
  const declared = numberIn(attributes.DURATION)
  if (declared !== null) checkSize(mortaraXml.id, channelCount, declared, sampleRateHz)
  checkCoding(attributes)
  const stepUv = 1000 / (numberIn(attributes.UNITS_PER_MV) ?? Number.NaN)
  if (!(stepUv > 0 && Number.isFinite(stepUv))) {
    throw new EcgFormatError(mortaraXml.id, 'malformed', 'the voltage scale of a lead is missing or makes no sense')
  }
  const counts = int16Counts(bytesOfBase64(mortaraXml.id, attributes.DATA ?? ''))
  const samplesUv = microvoltsOf(declaredCounts(mortaraXml.id, counts, declared), stepUv)
  return { name: leadOfLabel(attributes.NAME ?? ''), samplesUv, stepUv }
}

function checkCoding({ BITS = '16', FORMAT = 'SIGNED', ENCODING = 'BASE64', OFFSET = '0' }: Attributes): void {
  const isCounts = Number(BITS) === 16 && FORMAT.toUpperCase() === 'SIGNED' && Number(OFFSET) === 0
  if (!isCounts || ENCODING.toUpperCase() !== 'BASE64')
    throw unsupported('the samples are coded in a way not read here')
}

function readPatient(root: XmlElement): ReportedPatient {
  const { ID, LAST_NAME, FIRST_NAME, GENDER = '', DOB } = descend(root, 'SUBJECT')[0]?.attributes ?? {}
  const age = numberIn(root.attributes.AGE)
  const ageUnit = AGE_UNITS[(root.attributes.AGE_UNITS ?? 'Y').toUpperCase().slice(0, 1)]
  return {
    id: joinText([ID]),
    familyName: joinText([LAST_NAME]),
    givenName: joinText([FIRST_NAME]),
    sex: SEXES[GENDER.trim().toUpperCase()] ?? null,
    birthDate: dayIn(DOB),
    ageYears: ageUnit && age !== null ? ageInYears(age, ageUnit) : null,
  }
}

function readDevice(root: XmlElement): ReportedDevice {
  const source = descend(root, 'SOURCE')[0]?.attributes ?? {}
  return {
    ...NO_DEVICE,
    manufacturer: joinText([source.MANUFACTURER]),
    model: joinText([source.MODEL]),
    serial: joinText([source.ACQUIRING_DEVICE_SERIAL_NUMBER]),
    institution: joinText([source.ACQUIRING_DEVICE_SITE_NAME]),
  }
}

function readReported(root: XmlElement): Reported {
  const attributes: Attributes = { ...descend(root, 'TYPICAL_CYCLE')[0]?.attributes, ...root.attributes }
  const values = ATTRIBUTE_OF.map(([key, name]) => [key, reportedNumber(key, numberIn(attributes[name]))])
  const statements = descend(root, 'AUTOMATIC_INTERPRETATION', 'STATEMENT').map(({ attributes: { TEXT, REASON } }) =>
    [joinText([TEXT]), joinText([REASON])].filter((text) => text !== null).join(': '),
  )
  const said = statements.filter((statement) => statement !== '')
  return { ...NOTHING_REPORTED, ...Object.fromEntries(values), statements: said }
}

function unsupported(reason: string): EcgFormatError {
  return new EcgFormatError(mortaraXml.id, 'unsupported', reason)
}
