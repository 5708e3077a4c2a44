/**
 * The chain of definitions of an MFER file. A definition holds until it is given again; inside the
 * attributes of a channel it holds for that channel alone. Text is ASCII or UTF-8 unless the file names another.
 */
import { NO_DEVICE, NO_PATIENT } from '../../assemble-recording'
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { ageInYears, dateOf, joinText, timeOf } from '../../text'
import type { DeviceTime, ReportedDevice, ReportedPatient, Sex } from '../../types'
import { bytesOfType, countAt, type MferChannel, type MferFrame } from './frames'

const TAG = {
  byteOrder: 0x01,
  characters: 0x03,
  blockLength: 0x04,
  channelCount: 0x05,
  sequenceCount: 0x06,
  waveformType: 0x08,
  lead: 0x09,
  dataType: 0x0a,
  interval: 0x0b,
  resolution: 0x0c,
  offset: 0x0d,
  compression: 0x0e,
  nullValue: 0x12,
  manufacturer: 0x17,
  waveform: 0x1e,
  attributes: 0x3f,
  set: 0x67,
  end: 0x80,
  patientName: 0x81,
  patientId: 0x82,
  age: 0x83,
  sex: 0x84,
  time: 0x85,
} as const

const MAX_CHANNELS = 64
const MAX_FRAMES = 10_000
const MAX_DEPTH = 4
const SEXES: Readonly<Record<number, Sex>> = { 1: 'male', 2: 'female' }
/** Units of the sampling interval and of the resolution. */
const HERTZ = 0
const SECONDS = 1
const VOLTS = 0
const UV_PER_V = 1_000_000

type Values = ReadonlyMap<number, Uint8Array>
type Definition = { readonly tag: number; readonly channel: number; readonly value: Uint8Array }

type MferFile = {
  readonly frames: readonly MferFrame[]
  readonly recordedAt: DeviceTime | null
  readonly patient: ReportedPatient
  readonly device: ReportedDevice
}

export function readDefinitions(formatId: string, bytes: Uint8Array): MferFile {
  const common = new Map<number, Uint8Array>()
  let ofChannel: Map<number, Uint8Array>[] = []
  const frames: MferFrame[] = []
  for (const { tag, channel, value } of definitionsIn(new ByteReader(formatId, bytes))) {
    if (tag === TAG.waveform) {
      if (frames.length >= MAX_FRAMES) throw malformed(formatId, 'the file has too many parts')
      frames.push(frameOf(formatId, common, ofChannel, value))
    } else if (tag === TAG.attributes) {
      ofChannel[channel] = new Map([...(ofChannel[channel] ?? []), ...attributesIn(formatId, value)])
    } else {
      common.set(tag, value)
      if (tag === TAG.channelCount) ofChannel = []
    }
  }
  return { frames, ...aboutPatient(common) }
}

function attributesIn(formatId: string, value: Uint8Array): [number, Uint8Array][] {
  return Array.from(definitionsIn(new ByteReader(formatId, value)), ({ tag, value: inner }) => [tag, inner])
}

/** Zero bytes between definitions are filling. */
function* definitionsIn(reader: ByteReader, depth = 0): Generator<Definition> {
  if (depth > MAX_DEPTH) throw malformed(reader.formatId, 'the file is nested too deeply')
  while (reader.remainingBytes > 0) {
    const tag = reader.u8()
    if (tag === TAG.end) return
    if (tag === 0) continue
    const channel = tag === TAG.attributes ? reader.u8() : 0
    const value = reader.take(lengthIn(reader))
    if (tag === TAG.set) yield* definitionsIn(new ByteReader(reader.formatId, value), depth + 1)
    else yield { tag, channel, value }
  }
}

/** Lengths over 127 bytes are written in the one to four bytes that follow. */
function lengthIn(reader: ByteReader): number {
  const first = reader.u8()
  if (first < 0x80) return first
  if (first === 0x80 || first > 0x84) {
    throw unsupported(reader.formatId, 'a part of the file does not say how long it is')
  }
  let length = 0
  for (let count = first & 0x7f; count > 0; count--) length = length * 256 + reader.u8()
  return length
}

function frameOf(formatId: string, common: Values, ofChannel: readonly Values[], data: Uint8Array): MferFrame {
  const isLittleEndian = common.get(TAG.byteOrder)?.[0] === 1
  const number = (tag: number) => unsigned(common.get(tag), isLittleEndian)
  if (number(TAG.compression)) throw unsupported(formatId, 'the samples are compressed in a way that is not read here')
  const channelCount = number(TAG.channelCount) ?? 1
  if (channelCount < 1 || channelCount > MAX_CHANNELS)
    throw malformed(formatId, 'the number of channels makes no sense')
  const channels = Array.from({ length: channelCount }, (_, place) =>
    channelOf(formatId, (tag) => definitionOf(tag, place, common, ofChannel), isLittleEndian),
  )
  const [first] = channels
  const blockLength = first?.blockLength ?? 1
  if (channels.some((channel) => channel.blockLength !== blockLength)) {
    throw unsupported(formatId, 'the leads have different sampling rates')
  }
  const sequenceBytes = channels.reduce((sum, { dataType }) => sum + blockLength * (bytesOfType(dataType) ?? 0), 0)
  const sequenceCount = number(TAG.sequenceCount) ?? Math.ceil(data.length / sequenceBytes)
  if (sequenceBytes < 1 || sequenceCount * sequenceBytes > data.length) {
    throw new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do')
  }
  const samplesPerChannel = sequenceCount * blockLength
  const waveformType = unsigned(common.get(TAG.waveformType)?.subarray(0, 2), isLittleEndian)
  return { waveformType, isLittleEndian, channels, samplesPerChannel, sequenceCount, data }
}

/** A lead that is named for all channels is that of the first. */
function definitionOf(
  tag: number,
  place: number,
  common: Values,
  ofChannel: readonly Values[],
): Uint8Array | undefined {
  const own = ofChannel[place]?.get(tag)
  return own ?? (tag === TAG.lead && place > 0 ? undefined : common.get(tag))
}

function channelOf(
  formatId: string,
  valueOfTag: (tag: number) => Uint8Array | undefined,
  isLittleEndian: boolean,
): MferChannel {
  const dataType = valueOfTag(TAG.dataType)?.[0] ?? 0
  if (bytesOfType(dataType) === null)
    throw unsupported(formatId, 'the samples are stored in a form that is not read here')
  const countOf = (tag: number) => countAt(dataType, valueOfTag(tag) ?? new Uint8Array(0), isLittleEndian)
  if (countOf(TAG.offset)) throw unsupported(formatId, 'the voltages are stored with an offset, which is not read here')
  return {
    leadCode: unsigned(valueOfTag(TAG.lead)?.subarray(0, 2), isLittleEndian),
    dataType,
    blockLength: unsigned(valueOfTag(TAG.blockLength), isLittleEndian) ?? 1,
    rateHz: rateIn(valueOfTag(TAG.interval), isLittleEndian),
    stepUv: stepIn(valueOfTag(TAG.resolution), isLittleEndian),
    nullCount: countOf(TAG.nullValue),
  }
}

function rateIn(value: Uint8Array | undefined, isLittleEndian: boolean): number | null {
  const scaled = scaledIn(value, isLittleEndian)
  if (value?.[0] === HERTZ) return scaled
  return value?.[0] === SECONDS && scaled ? Math.round(1e6 / scaled) / 1e6 : null
}

function stepIn(value: Uint8Array | undefined, isLittleEndian: boolean): number | null {
  const scaled = scaledIn(value, isLittleEndian)
  return value?.[0] === VOLTS && scaled ? Number((scaled * UV_PER_V).toPrecision(12)) : null
}

/** Unit, power of ten, whole number. */
function scaledIn(value: Uint8Array | undefined, isLittleEndian: boolean): number | null {
  if (!value || value.length < 3) return null
  const exponent = ((value[1] ?? 0) << 24) >> 24
  return Number(`${unsigned(value.subarray(2), isLittleEndian) ?? 0}e${exponent}`)
}

function unsigned(value: Uint8Array | undefined, isLittleEndian: boolean): number | null {
  if (!value || value.length === 0 || value.length > 4) return null
  const bigEndian = isLittleEndian ? value.slice().reverse() : value
  return bigEndian.reduce((sum, byte) => sum * 256 + byte, 0)
}

function aboutPatient(common: Values): Omit<MferFile, 'frames'> {
  const isLittleEndian = common.get(TAG.byteOrder)?.[0] === 1
  const parts = (tag: number) => textIn(common, common.get(tag)).split('^')
  const [familyName, , givenName] = parts(TAG.patientName)
  const [manufacturer, model, , serial] = parts(TAG.manufacturer)
  const born = (common.get(TAG.age) ?? new Uint8Array(0)).subarray(3)
  const at = common.get(TAG.time) ?? new Uint8Array(0)
  const dayIn = (value: Uint8Array) =>
    dateOf(unsigned(value.subarray(0, 2), isLittleEndian) ?? 0, value[2] ?? 0, value[3] ?? 0)
  const date = dayIn(at)
  const time = at.length >= 7 ? timeOf(at[4] ?? 0, at[5] ?? 0, at[6] ?? 0) : null
  return {
    recordedAt: date && time ? { local: `${date}T${time}`, utcOffsetMinutes: null } : null,
    patient: {
      ...NO_PATIENT,
      id: joinText([parts(TAG.patientId)[0]]),
      familyName: joinText([familyName]),
      givenName: joinText([givenName]),
      sex: SEXES[common.get(TAG.sex)?.[0] ?? 0] ?? null,
      birthDate: dayIn(born),
      ageYears: ageInYears(common.get(TAG.age)?.[0] ?? 0, 'year'),
    },
    device: {
      ...NO_DEVICE,
      manufacturer: joinText([manufacturer]),
      model: joinText([model]),
      serial: joinText([serial]),
    },
  }
}

function textIn(common: Values, value: Uint8Array | undefined): string {
  const named = new TextDecoder('latin1').decode(common.get(TAG.characters) ?? new Uint8Array(0)).trim()
  try {
    return new TextDecoder(named || 'utf-8').decode(value)
  } catch {
    return new TextDecoder('utf-8').decode(value)
  }
}

function malformed(formatId: string, reason: string): EcgFormatError {
  return new EcgFormatError(formatId, 'malformed', reason)
}

function unsupported(formatId: string, reason: string): EcgFormatError {
  return new EcgFormatError(formatId, 'unsupported', reason)
}
