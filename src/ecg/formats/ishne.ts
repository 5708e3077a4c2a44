/**
 * ISHNE Holter ECG (Badilini 1998, version 1.0): a header of 522 bytes, a free block, then 16-bit
 * counts, little-endian, lead after lead for every instant. Voltage = count × resolution (nanovolts).
 *
 * Not supported: annotation files (`ANN  1.0`), bipolar Holter leads that are none of the standard's
 * (they are left out, with a warning). −9 stands for "not known".
 */
import { assembleRecording, type Channel, checkSize, microvoltsOf, NO_DEVICE, NO_PATIENT } from '../assemble-recording'
import { asciiAt, ByteReader } from '../bytes'
import { EcgFormatError } from '../errors'
import { NOTHING_REPORTED } from '../reported'
import { dateOf, joinText, timeOf } from '../text'
import type { DeviceTime, EcgFormat, EcgReading, LeadName, ReportedPatient, Sex } from '../types'
import { crcCcitt } from './crc-ccitt'

const SIGNATURE = 'ISHNE1.0'
const CHECKED_FROM = 10
const SMALLEST_HEADER_BYTES = 522
const MAX_LEADS = 12
const UV_PER_NV = 0.001

const LEADS: Readonly<Record<number, LeadName>> = {
  2: 'X',
  3: 'Y',
  4: 'Z',
  5: 'I',
  6: 'II',
  7: 'III',
  8: 'aVR',
  9: 'aVL',
  10: 'aVF',
  11: 'V1',
  12: 'V2',
  13: 'V3',
  14: 'V4',
  15: 'V5',
  16: 'V6',
}
const SEXES: Readonly<Record<number, Sex>> = { 1: 'male', 2: 'female' }

export const ishne: EcgFormat = {
  id: 'ishne',
  label: 'ISHNE Holter',
  sniff: (bytes) => asciiAt(bytes, 0, SIGNATURE.length) === SIGNATURE,
  read,
}

export type IshneHeader = {
  readonly samplesPerLead: number
  readonly dataOffset: number
  readonly leads: readonly { readonly name: LeadName | null; readonly resolutionNv: number }[]
  readonly sampleRateHz: number
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly recorder: string | null
}

function read(bytes: Uint8Array): EcgReading {
  const header = readHeader(bytes)
  const warnings: string[] = []
  if (crcCcitt(bytes.subarray(CHECKED_FROM, header.dataOffset)) !== new ByteReader(ishne.id, bytes, 8).u16()) {
    warnings.push('The checksum of the header is wrong; it may have been altered.')
  }
  const sampleCount = countSamples(header, bytes.length - header.dataOffset, warnings)
  checkSize(ishne.id, header.leads.length, sampleCount, header.sampleRateHz)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: ishne.id,
      sampleRateHz: header.sampleRateHz,
      channels: readChannels(bytes.subarray(header.dataOffset), header, sampleCount),
      recordedAt: header.recordedAt,
      patient: header.patient,
      device: { ...NO_DEVICE, model: header.recorder },
      reported: NOTHING_REPORTED,
      warnings,
    }),
  }
}

/** The file may be longer than the bytes that are given of it. */
export function readHeader(bytes: Uint8Array, fileBytes = bytes.length): IshneHeader {
  const reader = new ByteReader(ishne.id, bytes, CHECKED_FROM)
  const numbers = (count: number) => Array.from({ length: count }, () => reader.i16())
  const text = (lengthBytes: number) => textOf(reader.take(lengthBytes))
  reader.skip(4)
  const samplesPerLead = reader.u32()
  reader.skip(4)
  const dataOffset = reader.u32()
  reader.skip(2)
  const [givenName, familyName, id] = [text(40), text(40), text(20)]
  const [sex = 0, , birthDay = 0, birthMonth = 0, birthYear = 0] = numbers(5)
  const [day = 0, month = 0, year = 0, , , , hour = 0, minute = 0, second = 0, leadCount = 0] = numbers(10)
  const specifications = numbers(MAX_LEADS)
  reader.skip(2 * MAX_LEADS)
  const resolutions = numbers(MAX_LEADS)
  reader.skip(2)
  const recorder = text(40)
  const sampleRateHz = reader.i16()
  if (!(leadCount >= 1 && leadCount <= MAX_LEADS)) throw malformed('the number of leads makes no sense')
  if (dataOffset < SMALLEST_HEADER_BYTES) throw malformed('the samples begin inside the header')
  if (dataOffset > fileBytes) throw truncated()
  const date = dateOf(year, month, day)
  const time = timeOf(hour, minute, second)
  return {
    samplesPerLead,
    dataOffset,
    leads: specifications.slice(0, leadCount).map((specification, index) => ({
      name: LEADS[specification] ?? null,
      resolutionNv: resolutions[index] ?? 0,
    })),
    sampleRateHz,
    recordedAt: date && time ? { local: `${date}T${time}`, utcOffsetMinutes: null } : null,
    patient: {
      ...NO_PATIENT,
      id,
      familyName,
      givenName,
      sex: SEXES[sex] ?? null,
      birthDate: dateOf(birthYear, birthMonth, birthDay),
    },
    recorder,
  }
}

/** Some writers give the samples of all leads together where the standard wants those of one. */
export function countSamples({ samplesPerLead, leads }: IshneHeader, dataBytes: number, warnings: string[]): number {
  const present = Math.floor(dataBytes / (2 * leads.length))
  const isTotal = samplesPerLead === present * leads.length
  const declared = isTotal ? present : samplesPerLead
  if (declared > present) throw truncated()
  if (declared < present) warnings.push('The file is longer than its header says.')
  return declared
}

export function readChannels(data: Uint8Array, { leads }: IshneHeader, sampleCount: number): Channel[] {
  return leads.map((_, place) => channelOf(data, leads, place, sampleCount))
}

function channelOf(data: Uint8Array, leads: IshneHeader['leads'], place: number, sampleCount: number): Channel {
  const { name, resolutionNv } = leads[place] ?? { name: null, resolutionNv: 0 }
  if (!name) return { name, samplesUv: new Float32Array(0) }
  if (resolutionNv <= 0) throw malformed('the resolution of a lead is missing')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const stepBytes = 2 * leads.length
  const counts = new Int32Array(sampleCount)
  for (let index = 0; index < sampleCount; index++) counts[index] = view.getInt16(index * stepBytes + place * 2, true)
  const stepUv = resolutionNv * UV_PER_NV
  return { name, samplesUv: microvoltsOf(counts, stepUv), stepUv }
}

/** Zero ends a text. */
function textOf(bytes: Uint8Array): string | null {
  const end = bytes.indexOf(0)
  return joinText([new TextDecoder('latin1').decode(bytes.subarray(0, end === -1 ? bytes.length : end))])
}

function malformed(reason: string): EcgFormatError {
  return new EcgFormatError(ishne.id, 'malformed', reason)
}

function truncated(): EcgFormatError {
  return new EcgFormatError(ishne.id, 'truncated', 'the file ends before its contents do')
}
