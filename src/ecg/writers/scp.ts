/**
 * Writes SCP-ECG (EN 1064, protocol version 2.0): sections 0 (pointers), 1 (who, when, device), 2 (default Huffman
 * table), 3 (leads), 6 (rhythm, second differences where they fit), 7 (measurements) and 8 (statements), with their
 * checksums. Texts are ASCII where that is enough, else UTF-8.
 *
 * The format has one step for all leads, a whole number of nanovolts, and a sampling interval in whole
 * microseconds. Leads that are derived are not stored; any reader computes them.
 * Not supported: missing samples (the format has no mark for them), leads of more than 65 535 coded bytes, names of
 * models longer than five bytes (they are cut), rates that no whole microsecond gives within 0.1 %.
 */
import { scpNumberOf } from '../leads'
import type { DeviceTime, EcgRecording, Reported, ReportedDevice, ReportedPatient } from '../types'
import {
  type CountedLead,
  countLeadsAt,
  exactStepUv,
  finestStepUv,
  HIGHEST_COUNT,
  hasSamples,
  highestMagnitudeUv,
  roundingOf,
} from './counts'
import { bytesOf, crcCcitt, join, text, u8, u16, u32 } from './scp-bytes'
import { differences, encodeDefaultHuffman, isEncodable } from './scp-huffman'
import { deviceOf, EcgWriteError, singleFile } from './writer'

export const scpWriter = singleFile({ id: 'scp-ecg', label: 'SCP-ECG', extension: 'scp' }, writeScp)

export function writeScp(recording: EcgRecording): Uint8Array {
  const { patient, recordedAt, reported, sampleRateHz } = recording
  const leads = countedLeads(recording)
  const sections = [
    section(1, aboutSection(patient, recordedAt, deviceOf(recording), languageOf(recording))),
    section(2, u16(DEFAULT_HUFFMAN_TABLE)),
    section(3, leadsSection(leads)),
    section(6, rhythmSection(leads, sampleRateHz)),
    section(7, measurementsSection(reported)),
    section(8, statementsSection(recordedAt, reported.statements)),
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
const ASCII = 0
const UTF_8 = 63
const CATEGORY_I = 0x90
const MAKER_IN_TEXT = 255
const MODEL_BYTES = 6
const ALL_LEADS_TOGETHER = 4
const QRS_ONSET_IN_BEAT_MS = 400
const SEX_CODES = { unknown: 0, male: 1, female: 2 } as const
const YEARS = 1
const FORMULA_NOT_NAMED = 0
const HIGHEST_U16 = 65_535
const MAX_STATEMENTS = 255
const MAX_RATE_ERROR = 0.001

function countedLeads({ leads }: EcgRecording): readonly CountedLead[] {
  const stored = leads.filter((lead) => !lead.isDerived && hasSamples(lead))
  const counted = stored.length === 0 ? [] : countLeadsAt(stored, commonStepUv(stored))
  if (counted.length === 0) throw new EcgWriteError('scp-ecg', 'the recording has no samples to write')
  if (counted.some(({ hasMissing }) => hasMissing)) {
    throw new EcgWriteError('scp-ecg', 'samples are missing in this recording, and SCP-ECG has no mark for them')
  }
  return counted
}

/** The coarsest whole number of nanovolts that every lead's own step is a multiple of, else the finest that holds all. */
function commonStepUv(leads: EcgRecording['leads']): number {
  const roundingUv = roundingOf(leads)
  const steps = leads.map((lead) => exactStepUv(lead, roundingUv))
  const stepsNv = steps.map((stepUv) => (stepUv === null ? Number.NaN : stepUv * 1000))
  const areWhole = stepsNv.every((stepNv) => Math.abs(stepNv - Math.round(stepNv)) < 1e-6 && Math.round(stepNv) >= 1)
  const commonNv = areWhole ? stepsNv.map(Math.round).reduce(greatestCommonDivisor) : Number.NaN
  const finestUv = Math.ceil(finestStepUv(leads) * 1000) / 1000
  const isUsable = commonNv <= HIGHEST_U16 && commonNv / 1000 >= highestMagnitudeUv(leads) / HIGHEST_COUNT
  return isUsable ? commonNv / 1000 : finestUv
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
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

/** Older readers know ASCII only, so UTF-8 is announced where a text needs it. */
function languageOf({ patient, device, reported }: EcgRecording): number {
  const texts = [patient.familyName, patient.givenName, patient.id, ...Object.values(device), ...reported.statements]
  return texts.every((value) => value === null || /^[\0-\x7f]*$/.test(value)) ? ASCII : UTF_8
}

function aboutSection(
  patient: ReportedPatient,
  recordedAt: DeviceTime | null,
  device: ReportedDevice,
  language: number,
): Uint8Array {
  const tag = (id: number, value: Uint8Array | null) => (value ? join([u8(id), u16(value.length), value]) : u8())
  const tagText = (id: number, value: string | null) => tag(id, value === null ? null : text(value))
  const [date, clock] = recordedAt?.local.split('T') ?? []
  const offset = recordedAt?.utcOffsetMinutes ?? null
  return join([
    tagText(0, patient.familyName),
    tagText(1, patient.givenName),
    tagText(2, patient.id ?? ''),
    tag(4, patient.ageYears === null ? null : join([u16(patient.ageYears), u8(YEARS)])),
    tag(5, patient.birthDate === null ? null : dateBytes(patient.birthDate)),
    tag(8, patient.sex === null ? null : u8(SEX_CODES[patient.sex])),
    tag(14, deviceBytes(device, language)),
    tagText(16, device.institution),
    tag(25, date ? dateBytes(date) : null),
    tag(26, clock ? u8(...clock.split(':').map(Number)) : null),
    tag(34, offset === null ? null : join([u16(offset), u16(0), text('')])),
    u8(255),
    u16(0),
  ])
}

function dateBytes(date: string): Uint8Array {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return join([u16(year), u8(month, day)])
}

function deviceBytes(device: ReportedDevice, language: number): Uint8Array {
  const program = text('YURAK')
  const model = text(device.model ?? '').slice(0, MODEL_BYTES)
  return join([
    bytesOf(7),
    u8(MAKER_IN_TEXT),
    wholeCharacters(model, MODEL_BYTES),
    u8(PROTOCOL_VERSION, CATEGORY_I, language, 0, 0),
    bytesOf(16),
    u8(program.length),
    program,
    text(device.serial ?? ''),
    text(''),
    text(''),
    text(device.manufacturer ?? ''),
  ])
}

/** Cut where a character begins, with a closing zero. */
function wholeCharacters(encoded: Uint8Array, lengthBytes: number): Uint8Array {
  let end = Math.min(encoded.length, lengthBytes - 1)
  while (end > 0 && ((encoded[end] ?? 0) & 0xc0) === 0x80) end -= 1
  const bytes = bytesOf(lengthBytes)
  bytes.set(encoded.subarray(0, end))
  return bytes
}

function leadsSection(leads: readonly CountedLead[]): Uint8Array {
  return join([
    u8(leads.length, ((leads.length & 31) << 3) | ALL_LEADS_TOGETHER),
    ...leads.map(({ name, counts }) => join([u32(1), u32(counts.length), u8(scpNumberOf(name))])),
  ])
}

function rhythmSection(leads: readonly CountedLead[], sampleRateHz: number): Uint8Array {
  const order = ([2, 1, 0] as const).find((candidate) =>
    leads.every(({ counts }) => isEncodable(differences(counts, candidate))),
  )
  const encoded = leads.map(({ counts }) => encodeDefaultHuffman(differences(counts, order ?? 0)))
  if (encoded.some(({ length }) => length > HIGHEST_U16)) {
    throw new EcgWriteError('scp-ecg', 'the recording is longer than SCP-ECG can hold in one rhythm section')
  }
  return join([
    u16(Math.round((leads[0]?.stepUv ?? 1) * 1000)),
    u16(intervalUs(sampleRateHz)),
    u8(order ?? 0, 0),
    ...encoded.map((bytes) => u16(bytes.length)),
    ...encoded,
  ])
}

function intervalUs(sampleRateHz: number): number {
  const wholeUs = Math.round(1_000_000 / sampleRateHz)
  const isNear = Math.abs(1_000_000 / wholeUs / sampleRateHz - 1) <= MAX_RATE_ERROR
  if (isNear && wholeUs <= HIGHEST_U16) return wholeUs
  throw new EcgWriteError('scp-ecg', 'SCP-ECG cannot say this sampling rate: its interval is no whole microsecond')
}

function measurementsSection(reported: Reported): Uint8Array {
  const { prMs, pMs, qrsMs, qtMs } = reported
  const onsetMs = Math.max(QRS_ONSET_IN_BEAT_MS, Math.ceil(prMs ?? 0) + 1)
  const after = (startMs: number, lengthMs: number | null) => (lengthMs === null ? NOT_MEASURED : startMs + lengthMs)
  const pOnsetMs = prMs === null ? NOT_MEASURED : onsetMs - prMs
  const hasBeat = [prMs, qrsMs, qtMs].some((interval) => interval !== null)
  return join([
    u8(1, 0),
    whole(reported.rrMs ?? NOT_MEASURED),
    u16(NOT_MEASURED),
    whole(pOnsetMs),
    whole(prMs === null ? NOT_MEASURED : after(pOnsetMs, pMs)),
    whole(hasBeat ? onsetMs : NOT_MEASURED),
    whole(after(onsetMs, qrsMs)),
    whole(after(onsetMs, qtMs)),
    ...[reported.pAxisDeg, reported.qrsAxisDeg, reported.tAxisDeg].map((axis) => whole(axis ?? NOT_MEASURED)),
    u16(0),
    whole(reported.heartRateBpm ?? NOT_MEASURED),
    u16(NOT_MEASURED),
    whole(reported.qtcMs ?? NOT_MEASURED),
    u8(FORMULA_NOT_NAMED),
    u16(0),
  ])
}

const whole = (value: number): Uint8Array => u16(Math.round(value))

function statementsSection(recordedAt: DeviceTime | null, statements: readonly string[]): Uint8Array {
  const [date, clock] = recordedAt?.local.split('T') ?? []
  const written = statements.slice(0, MAX_STATEMENTS)
  return join([
    u8(0),
    date ? dateBytes(date) : bytesOf(4),
    clock ? u8(...clock.split(':').map(Number)) : bytesOf(3),
    u8(written.length),
    ...written.map((statement, index) => join([u8(index + 1), u16(text(statement).length), text(statement)])),
  ])
}
