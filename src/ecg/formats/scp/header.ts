/**
 * Who, when and with what (section 1) and the device's statements (section 8) of SCP-ECG (EN 1064).
 * Texts in the character set that tag 14 names.
 */
import { NO_DEVICE, NO_PATIENT } from '../../assemble-recording'
import type { ByteReader } from '../../bytes'
import { ageInYears, dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, Reported, ReportedDevice, ReportedPatient, Sex, StatedFilters } from '../../types'
import { readMeasurements } from './measurements'
import { openSection, type ScpRecord } from './sections'

const END_TAG = 255
const NO_ZONE_MINUTES = 0x7fff
const MAX_STATEMENTS = 100
const AGE_UNITS = ['none', 'year', 'month', 'week', 'day', 'hour'] as const
const SEXES: readonly Sex[] = ['unknown', 'male', 'female']
const MODEL_OFFSET = 8
const MODEL_BYTES = 6
const LANGUAGE_OFFSET = 16
const DEVICE_STRINGS_OFFSET = 36

/** Tag 14, byte 17: low bits in ones choose the table. */
const CHARACTER_SETS: Readonly<Record<number, string>> = {
  1: 'iso-8859-1',
  3: 'iso-8859-2',
  7: 'iso-8859-4',
  15: 'iso-8859-5',
  23: 'iso-8859-6',
  31: 'iso-8859-7',
  39: 'iso-8859-8',
  47: 'windows-874',
  55: 'iso-8859-15',
  63: 'utf-8',
  87: 'euc-kr',
  95: 'gb18030',
}

export type ScpHeader = {
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
  readonly recordedAt: DeviceTime | null
  readonly filters: StatedFilters
}

export function readHeader(record: ScpRecord): ScpHeader {
  const reader = openSection(record, 1)
  const tags = reader ? readTags(reader) : new Map<number, Uint8Array>()
  const device = tags.get(14)
  const text = textDecoderOf(device?.[LANGUAGE_OFFSET] ?? 0)
  return {
    patient: readPatient(tags, text),
    device: readDevice(device, tags.get(16), text),
    recordedAt: readRecordedAt(tags),
    filters: { highPassHz: hertz(tags.get(27), 100), lowPassHz: hertz(tags.get(28), 1) },
  }
}

export function readReported(record: ScpRecord): Reported {
  return { ...readMeasurements(record), statements: readStatements(record) }
}

type Decode = (bytes: Uint8Array | undefined) => string | null

function readTags(reader: ByteReader): Map<number, Uint8Array> {
  const tags = new Map<number, Uint8Array>()
  while (reader.remainingBytes >= 3) {
    const tag = reader.u8()
    const lengthBytes = reader.u16()
    if (tag === END_TAG || lengthBytes > reader.remainingBytes) break
    const value = reader.take(lengthBytes)
    if (!tags.has(tag)) tags.set(tag, value)
  }
  return tags
}

function readPatient(tags: ReadonlyMap<number, Uint8Array>, text: Decode): ReportedPatient {
  return {
    ...NO_PATIENT,
    id: text(tags.get(2)),
    familyName: joinText([text(tags.get(0)), text(tags.get(3))]),
    givenName: text(tags.get(1)),
    sex: SEXES[tags.get(8)?.[0] ?? -1] ?? null,
    birthDate: readDate(tags.get(5)),
    ageYears: readAge(tags.get(4)),
  }
}

function readDevice(device: Uint8Array | undefined, institution: Uint8Array | undefined, text: Decode): ReportedDevice {
  if (!device) return { ...NO_DEVICE, institution: text(institution) }
  const program = nullTerminated(device, DEVICE_STRINGS_OFFSET)
  const serial = nullTerminated(device, program.next)
  const software = nullTerminated(device, serial.next)
  const implementation = nullTerminated(device, software.next)
  const manufacturer = nullTerminated(device, implementation.next)
  return {
    manufacturer: text(manufacturer.bytes),
    model: text(device.subarray(MODEL_OFFSET, MODEL_OFFSET + MODEL_BYTES)),
    serial: text(serial.bytes),
    institution: text(institution),
  }
}

/** Two bytes, in hundredths for the high-pass; 0 is "not said". */
function hertz(value: Uint8Array | undefined, perHertz: number): number | null {
  const [low = 0, high = 0] = value ?? []
  return low + high === 0 ? null : (low + 256 * high) / perHertz
}

function nullTerminated(bytes: Uint8Array, start: number): { bytes: Uint8Array; next: number } {
  const found = bytes.indexOf(0, start)
  const end = found === -1 ? bytes.length : found
  return { bytes: bytes.subarray(start, end), next: end + 1 }
}

function readRecordedAt(tags: ReadonlyMap<number, Uint8Array>): DeviceTime | null {
  const date = readDate(tags.get(25))
  const time = tags.get(26)
  if (!date || !time || time.length < 3) return null
  const clock = timeOf(time[0] ?? 0, time[1] ?? 0, time[2] ?? 0)
  const zone = tags.get(34)
  const offset = zone && zone.length >= 2 ? i16At(zone, 0) : NO_ZONE_MINUTES
  const isZoneKnown = Math.abs(offset) <= 14 * 60
  return clock ? { local: `${date}T${clock}`, utcOffsetMinutes: isZoneKnown ? offset : null } : null
}

function readDate(bytes: Uint8Array | undefined): string | null {
  if (!bytes || bytes.length < 4) return null
  return dateOf((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), bytes[2] ?? 0, bytes[3] ?? 0)
}

function readAge(bytes: Uint8Array | undefined): number | null {
  if (!bytes || bytes.length < 3) return null
  const unit = AGE_UNITS[bytes[2] ?? 0] ?? 'none'
  return unit === 'none' ? null : ageInYears((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), unit)
}

function i16At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt16(offset, true)
}

function readStatements(record: ScpRecord): readonly string[] {
  const reader = openSection(record, 8)
  if (!reader || reader.remainingBytes < 9) return []
  reader.skip(8)
  const text = textDecoderOf(languageOf(record))
  const statementCount = Math.min(reader.u8(), MAX_STATEMENTS)
  const statements: string[] = []
  while (statements.length < statementCount && reader.remainingBytes >= 3) {
    reader.skip(1)
    const lengthBytes = reader.u16()
    if (lengthBytes > reader.remainingBytes) break
    statements.push(text(reader.take(lengthBytes)) ?? '')
  }
  return statements.filter((statement) => statement !== '')
}

function languageOf(record: ScpRecord): number {
  const reader = openSection(record, 1)
  return (reader ? readTags(reader).get(14)?.[LANGUAGE_OFFSET] : undefined) ?? 0
}

function textDecoderOf(language: number): Decode {
  const decoder = new TextDecoder(CHARACTER_SETS[language] ?? 'iso-8859-1')
  return (bytes) => {
    if (!bytes) return null
    const end = bytes.indexOf(0)
    return joinText([decoder.decode(end === -1 ? bytes : bytes.subarray(0, end))])
  }
}
