/**
 * Writes a made ECG as an SCP-ECG file (EN 1064, protocol version 2.0), so that demo data goes
 * through the same reader as everything else. Sections 0 (pointers), 1 (who, when, device),
 * 2 (default Huffman table), 3 (leads), 6 (rhythm, second differences), 7 (measurements) and
 * 8 (statements). Texts are UTF-8.
 *
 * Only leads that are not derived are stored, as whole counts of 2.5 µV. The device's
 * manufacturer is always `YURAK SYNTHETIC`: the file cannot be taken for a patient's.
 * Not supported: recordings whose samples are no multiples of 2.5 µV (they are rounded).
 */
import type { DeviceTime, EcgRecording, Lead, Reported, ReportedDevice, ReportedPatient } from '../types'
import { LSB_UV } from './make-ecg'
import { SYNTHETIC_MANUFACTURER } from './mark'
import { bytesOf, crcCcitt, join, text, u8, u16, u32 } from './scp-bytes'
import { encodeDefaultHuffman, secondDifferences } from './scp-huffman'

export type ScpAbout = {
  readonly patient?: ReportedPatient
  readonly recordedAt?: DeviceTime
  readonly device?: ReportedDevice
}

export function writeScp(recording: EcgRecording, about: ScpAbout = {}): Uint8Array {
  const patient = about.patient ?? recording.patient
  const recordedAt = about.recordedAt ?? recording.recordedAt
  const device = about.device ?? recording.device
  const stored = recording.leads.filter((lead) => !lead.isDerived)
  const sections = [
    section(1, aboutSection(patient, recordedAt, device, recording.reported.statements)),
    section(2, u16(DEFAULT_HUFFMAN_TABLE)),
    section(3, leadsSection(stored)),
    section(6, rhythmSection(stored, recording.sampleRateHz)),
    section(7, measurementsSection(recording.reported)),
    section(8, statementsSection(recordedAt, recording.reported.statements)),
  ]
  const body = join([pointerSection(sections), ...sections.map(({ bytes }) => bytes)])
  const sized = join([u32(body.length + 6), body])
  return join([u16(crcCcitt(sized)), sized])
}

const PROTOCOL_VERSION = 20
const SECTION_IDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECTION_HEADER_BYTES = 16
const DEFAULT_HUFFMAN_TABLE = 19_999
const NOT_MEASURED = 29_999
const UTF_8 = 63
const MAINS_50_HZ = 1
const ALL_LEADS_TOGETHER = 4
const QRS_ONSET_IN_BEAT_MS = 400
const SEX_CODES = { unknown: 0, male: 1, female: 2 } as const
const YEARS = 1
const FORMULA_NOT_NAMED = 0

const LEAD_CODES: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  V1: 3,
  V2: 4,
  V3: 5,
  V4: 6,
  V5: 7,
  V6: 8,
  V7: 9,
  V3R: 11,
  V4R: 12,
  V5R: 13,
  V6R: 14,
  III: 61,
  aVR: 62,
  aVL: 63,
  aVF: 64,
  V8: 66,
  V9: 67,
}

type Section = { readonly id: number; readonly bytes: Uint8Array }

function section(id: number, contents: Uint8Array, reserved = ''): Section {
  const padded = contents.length % 2 === 0 ? contents : join([contents, u8(0)])
  const rest = join([
    u16(id),
    u32(padded.length + SECTION_HEADER_BYTES),
    u8(PROTOCOL_VERSION),
    u8(PROTOCOL_VERSION),
    text(reserved, 6),
    padded,
  ])
  return { id, bytes: join([u16(crcCcitt(rest)), rest]) }
}

/** Section 0 points at itself and at every section, absent ones with nothing but their number. */
function pointerSection(sections: readonly Section[]): Uint8Array {
  const ownBytes = SECTION_HEADER_BYTES + SECTION_IDS.length * 10
  let position = 7 + ownBytes
  const pointers = SECTION_IDS.map((id) => {
    if (id === 0) return join([u16(0), u32(ownBytes), u32(7)])
    const present = sections.find((candidate) => candidate.id === id)
    if (!present) return join([u16(id), u32(0), u32(0)])
    const pointer = join([u16(id), u32(present.bytes.length), u32(position)])
    position += present.bytes.length
    return pointer
  })
  return section(0, join(pointers), 'SCPECG').bytes
}

function aboutSection(
  patient: ReportedPatient,
  recordedAt: DeviceTime | null,
  device: ReportedDevice,
  statements: readonly string[],
): Uint8Array {
  const tag = (id: number, value: Uint8Array | null) => (value ? join([u8(id), u16(value.length), value]) : u8())
  const tagText = (id: number, value: string | null) => tag(id, value === null ? null : text(value))
  const [date, clock] = recordedAt?.local.split('T') ?? []
  const offset = recordedAt?.utcOffsetMinutes ?? null
  return join([
    tagText(0, patient.familyName),
    tagText(1, patient.givenName),
    tagText(2, patient.id),
    tag(4, patient.ageYears === null ? null : join([u16(patient.ageYears), u8(YEARS)])),
    tag(5, patient.birthDate === null ? null : dateBytes(patient.birthDate)),
    tag(8, u8(SEX_CODES[patient.sex ?? 'unknown'])),
    tag(14, deviceBytes(device)),
    tagText(16, device.institution),
    tag(25, date ? dateBytes(date) : null),
    tag(26, clock ? u8(...clock.split(':').map(Number)) : null),
    tagText(30, statements.join('; ') || SYNTHETIC_MANUFACTURER),
    tag(34, offset === null ? null : join([u16(offset), u16(0), text('')])),
    u8(255),
    u16(0),
  ])
}

function dateBytes(date: string): Uint8Array {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return join([u16(year), u8(month, day)])
}

function deviceBytes(device: ReportedDevice): Uint8Array {
  const program = text('YURAK')
  return join([
    bytesOf(7),
    u8(255),
    text((device.model ?? '').slice(0, 5), 6),
    u8(PROTOCOL_VERSION, 0xa0, UTF_8, 0, MAINS_50_HZ),
    bytesOf(16),
    u8(program.length),
    program,
    text(device.serial ?? ''),
    text('SYNTHETIC'),
    text('DEMO'),
    text(SYNTHETIC_MANUFACTURER),
  ])
}

function leadsSection(leads: readonly Lead[]): Uint8Array {
  return join([
    u8(leads.length, (leads.length << 3) | ALL_LEADS_TOGETHER),
    ...leads.map(({ name, samplesUv }) => join([u32(1), u32(samplesUv.length), u8(LEAD_CODES[name] ?? 0)])),
  ])
}

function rhythmSection(leads: readonly Lead[], sampleRateHz: number): Uint8Array {
  const encoded = leads.map(({ samplesUv }) => {
    const counts = Int32Array.from(samplesUv, (sampleUv) => Math.round(sampleUv / LSB_UV))
    return encodeDefaultHuffman(secondDifferences(counts))
  })
  return join([
    u16(LSB_UV * 1000),
    u16(Math.round(1_000_000 / sampleRateHz)),
    u8(2, 0),
    ...encoded.map((bytes) => u16(bytes.length)),
    ...encoded,
  ])
}

function measurementsSection(reported: Reported): Uint8Array {
  const after = (startMs: number, lengthMs: number | null) => (lengthMs === null ? NOT_MEASURED : startMs + lengthMs)
  const pOnsetMs = reported.prMs === null ? NOT_MEASURED : QRS_ONSET_IN_BEAT_MS - reported.prMs
  const hasBeat = reported.qrsMs !== null
  return join([
    u8(1, 0),
    u16(reported.rrMs ?? NOT_MEASURED),
    u16(NOT_MEASURED),
    u16(pOnsetMs),
    u16(pOnsetMs === NOT_MEASURED ? NOT_MEASURED : after(pOnsetMs, reported.pMs)),
    u16(hasBeat ? QRS_ONSET_IN_BEAT_MS : NOT_MEASURED),
    u16(after(QRS_ONSET_IN_BEAT_MS, reported.qrsMs)),
    u16(after(QRS_ONSET_IN_BEAT_MS, reported.qtMs)),
    ...[reported.pAxisDeg, reported.qrsAxisDeg, reported.tAxisDeg].map((axis) => u16(axis ?? NOT_MEASURED)),
    u16(0),
    u16(reported.heartRateBpm ?? NOT_MEASURED),
    u16(NOT_MEASURED),
    u16(reported.qtcMs ?? NOT_MEASURED),
    u8(FORMULA_NOT_NAMED),
    u16(0),
  ])
}

function statementsSection(recordedAt: DeviceTime | null, statements: readonly string[]): Uint8Array {
  const [date, clock] = recordedAt?.local.split('T') ?? []
  return join([
    u8(0),
    date ? dateBytes(date) : bytesOf(4),
    clock ? u8(...clock.split(':').map(Number)) : bytesOf(3),
    u8(statements.length),
    ...statements.map((statement, index) => join([u8(index + 1), u16(text(statement).length), text(statement)])),
  ])
}
