/**
 * Writes a DICOM ECG (PS3.3, A.34): 12-Lead ECG Waveform Storage where the recording is one (the twelve leads or some
 * of them, 200–1000 Hz, at most 16 384 samples), else General, else Ambulatory ECG. Explicit little endian, UTF-8.
 *
 * The device's own values and words are waveform annotations. Leads that were computed are stored too, since viewers
 * do not compute them, and say so. The same recording gives the same identifiers.
 * Not supported: median beats. Where the device gave no time, the time attributes are empty, which the standard does
 * not allow; nothing is made up.
 */
import { TAG } from '../formats/dicom/tags'
import { type DeviceTime, type EcgRecording, type ReportedPatient, STANDARD_LEADS } from '../types'
import { contentUuid, oidOfUuid } from './content-id'
import { countLeads } from './counts'
import { codeItem, MEASURED_KEYS, measurementCode } from './dicom/codes'
import {
  bytesElement,
  dataset,
  decimalElement,
  sequence,
  textElement,
  u16ListElement,
  u32Element,
  type WrittenElement,
} from './dicom/elements'
import { waveformItem } from './dicom/waveform'
import { bytesOf, join } from './scp-bytes'
import { deviceOf, EcgWriteError, singleFile } from './writer'

export const dicomWriter = singleFile({ id: 'dicom', label: 'DICOM', extension: 'dcm' }, writeDicom)

function writeDicom(recording: EcgRecording): Uint8Array {
  const leads = countLeads(recording.leads, { hasOffset: true })
  if (leads.length === 0) throw new EcgWriteError('dicom', 'the recording has no samples to write')
  const sopClass = sopClassOf(recording)
  const instance = oidOfUuid(contentUuid(recording, 'object'))
  const contents = dataset([
    textElement(TAG.characterSet, 'CS', 'ISO_IR 192', 16),
    textElement(TAG.sopClass, 'UI', sopClass, 64),
    textElement(SOP_INSTANCE, 'UI', instance, 64),
    ...timeElements(recording.recordedAt),
    ...studyElements(recording),
    ...deviceElements(recording),
    ...patientElements(recording.patient),
    sequence(ACQUISITION_CONTEXT, []),
    sequence(TAG.waveforms, [waveformItem(leads, recording.sampleRateHz)]),
    ...annotationElements(recording),
  ])
  return join([bytesOf(128), ascii('DICM'), metaInformation(sopClass, instance), contents])
}

const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1'
const TWELVE_LEAD_ECG = '1.2.840.10008.5.1.4.1.1.9.1.1'
const GENERAL_ECG = '1.2.840.10008.5.1.4.1.1.9.1.2'
const AMBULATORY_ECG = '1.2.840.10008.5.1.4.1.1.9.1.3'
/** A UUID of this program, as an object identifier. */
const IMPLEMENTATION_CLASS = '2.25.158587434099324677446582539338294074173'
const SOP_INSTANCE = 0x00080018
const ACQUISITION_CONTEXT = 0x00400555
const MOST_SAMPLES_OF_TWELVE_LEAD = 16_384
const SEX_CODES = { male: 'M', female: 'F', unknown: 'O' } as const

function sopClassOf({ leads, sampleRateHz }: EcgRecording): string {
  const isResting = sampleRateHz >= 200 && sampleRateHz <= 1000
  const areStandard = leads.every(({ name }) => (STANDARD_LEADS as readonly string[]).includes(name))
  const isShort = (leads[0]?.samplesUv.length ?? 0) <= MOST_SAMPLES_OF_TWELVE_LEAD
  if (isResting && areStandard && isShort) return TWELVE_LEAD_ECG
  return isResting || leads.length > 12 ? GENERAL_ECG : AMBULATORY_ECG
}

/** Group 2, whose first element is the length of the others. */
function metaInformation(sopClass: string, instance: string): Uint8Array {
  const others = dataset([
    bytesElement(0x00020001, 'OB', Uint8Array.of(0, 1)),
    textElement(0x00020002, 'UI', sopClass, 64),
    textElement(0x00020003, 'UI', instance, 64),
    textElement(TAG.transferSyntax, 'UI', EXPLICIT_LITTLE_ENDIAN, 64),
    textElement(0x00020012, 'UI', IMPLEMENTATION_CLASS, 64),
    textElement(0x00020013, 'SH', 'YURAK', 16),
  ])
  return join([u32Element(0x00020000, others.length).bytes, others])
}

function timeElements(recordedAt: DeviceTime | null): (WrittenElement | null)[] {
  const [date = '', clock = ''] = recordedAt?.local.split('T').map((part) => part.replace(/[-:]/g, '')) ?? []
  const offset = recordedAt?.utcOffsetMinutes ?? null
  return [
    textElement(TAG.studyDate, 'DA', date, 8),
    textElement(TAG.contentDate, 'DA', date, 8),
    textElement(TAG.acquisitionDateTime, 'DT', `${date}${clock}${offsetText(offset)}`, 26),
    textElement(TAG.studyTime, 'TM', clock, 14),
    textElement(TAG.contentTime, 'TM', clock, 14),
    offset === null ? null : textElement(TAG.timezoneOffset, 'SH', offsetText(offset), 16),
  ]
}

/** `+0500`. */
function offsetText(offsetMinutes: number | null): string {
  if (offsetMinutes === null) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  const magnitude = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(magnitude / 60))}${two(magnitude % 60)}`
}

function studyElements(recording: EcgRecording): WrittenElement[] {
  return [
    textElement(0x00080050, 'SH', '', 16),
    textElement(0x00080060, 'CS', 'ECG', 16),
    textElement(0x00080090, 'PN', '', 64),
    textElement(0x0020000d, 'UI', oidOfUuid(contentUuid(recording, 'study')), 64),
    textElement(0x0020000e, 'UI', oidOfUuid(contentUuid(recording, 'series')), 64),
    textElement(0x00200010, 'SH', '', 16),
    textElement(0x00200011, 'IS', '1', 12),
    textElement(0x00200013, 'IS', '1', 12),
  ]
}

function deviceElements(recording: EcgRecording): (WrittenElement | null)[] {
  const { manufacturer, model, serial, institution } = deviceOf(recording)
  const optional = (tag: number, value: string | null) => (value === null ? null : textElement(tag, 'LO', value, 64))
  return [
    textElement(TAG.manufacturer, 'LO', manufacturer, 64),
    optional(TAG.institution, institution),
    optional(TAG.model, model),
    optional(TAG.serial, serial),
  ]
}

function patientElements(patient: ReportedPatient): (WrittenElement | null)[] {
  const { familyName, givenName, id, birthDate, sex, ageYears } = patient
  const bare = (name: string | null) => (name ?? '').replace(/[\^=]/g, ' ')
  const name = givenName === null ? bare(familyName) : `${bare(familyName)}^${bare(givenName)}`
  return [
    textElement(TAG.patientName, 'PN', name, 64),
    textElement(TAG.patientId, 'LO', id, 64),
    textElement(TAG.birthDate, 'DA', birthDate?.replaceAll('-', '') ?? '', 8),
    textElement(TAG.sex, 'CS', sex === null ? '' : SEX_CODES[sex], 16),
    ageYears === null ? null : textElement(TAG.age, 'AS', `${String(ageYears).padStart(3, '0')}Y`, 4),
  ]
}

/** Every annotation is about all channels of the only group. */
function annotationElements({ reported }: EcgRecording): WrittenElement[] {
  const about = u16ListElement(0x0040a0b0, [1, 0])
  const texts = reported.statements.map((statement) =>
    dataset([about, textElement(TAG.annotationText, 'ST', statement, 1024)]),
  )
  const values = MEASURED_KEYS.flatMap((key) => {
    const value = reported[key]
    if (value === null) return []
    const { code, unit } = measurementCode(key)
    return dataset([
      about,
      sequence(TAG.conceptName, [codeItem(code)]),
      decimalElement(TAG.numericValue, value),
      sequence(TAG.measurementUnits, [codeItem(unit)]),
    ])
  })
  const items = [...texts, ...values]
  return items.length === 0 ? [] : [sequence(TAG.annotations, items)]
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
