import { deflateSync } from 'fflate'

export type DicomValue =
  | string
  | Uint8Array
  | { readonly u16: number }
  | { readonly u32: number }
  | readonly DicomData[]
/** `[tag, vr, value]` in ascending order of tags. */
export type DicomData = readonly (readonly [tag: number, vr: string, value: DicomValue])[]
export type DicomSyntax = 'explicit' | 'implicit' | 'big' | 'deflated'

const UID = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  big: '1.2.840.10008.1.2.2',
} as const
const LONG_FORM = ['OB', 'OW', 'SQ', 'UN', 'UT']

/** A DICOM file of these elements; `hasMeta` false leaves out preamble and group 2. */
export function makeDicom(data: DicomData, syntax: DicomSyntax = 'explicit', hasMeta = true): Uint8Array {
  const isLittleEndian = syntax !== 'big'
  const body = dataset(data, { isExplicit: syntax !== 'implicit', isLittleEndian })
  if (!hasMeta) return body
  const preamble = [...new Uint8Array(128), ...latin1('DICM')]
  const meta = dataset([[0x00020010, 'UI', UID[syntax]]], { isExplicit: true, isLittleEndian: true })
  return Uint8Array.from([...preamble, ...meta, ...(syntax === 'deflated' ? deflateSync(body) : body)])
}

export type MadeChannel = {
  readonly code?: string
  readonly label?: string
  readonly sensitivity?: string
  readonly unit?: string
  readonly correction?: string
  readonly baseline?: string
  readonly filterHigh?: string
}

export type MadeGroup = {
  readonly channels: readonly MadeChannel[]
  readonly sampleCount: number
  readonly rateHz?: string
  readonly label?: string
  readonly originality?: string
  readonly bits?: { readonly allocated: 8 | 16; readonly stored: number; readonly interpretation: string }
  readonly data: Uint8Array
}

/** One item of the waveform sequence. */
export function waveformGroup(group: MadeGroup): DicomData {
  const { allocated, stored, interpretation } = group.bits ?? { allocated: 16, stored: 16, interpretation: 'SS' }
  return [
    [0x003a0004, 'CS', group.originality ?? 'ORIGINAL'],
    [0x003a0005, 'US', { u16: group.channels.length }],
    [0x003a0010, 'UL', { u32: group.sampleCount }],
    [0x003a001a, 'DS', group.rateHz ?? '500'],
    [0x003a0020, 'SH', group.label ?? 'RHYTHM'],
    [0x003a0200, 'SQ', group.channels.map((channel) => channelItem(channel, stored))],
    [0x54001004, 'US', { u16: allocated }],
    [0x54001006, 'CS', interpretation],
    [0x54001010, 'OW', group.data],
  ]
}

/** Interleaved 16-bit samples: `frames[n]` holds sample n of every channel. */
export function interleaved(frames: readonly (readonly number[])[], isLittleEndian = true): Uint8Array {
  const counts = frames.flat()
  const view = new DataView(new ArrayBuffer(counts.length * 2))
  for (const [index, count] of counts.entries()) view.setInt16(index * 2, count, isLittleEndian)
  return new Uint8Array(view.buffer)
}

export function codeItem(value: string, meaning = value): DicomData {
  return [
    [0x00080100, 'SH', value],
    [0x00080104, 'LO', meaning],
  ]
}

function channelItem(channel: MadeChannel, bitsStored: number): DicomData {
  return [
    ...(channel.label === undefined ? [] : [[0x003a0203, 'SH', channel.label] as const]),
    ...(channel.code === undefined ? [] : [[0x003a0208, 'SQ', [codeItem(channel.code)]] as const]),
    [0x003a0210, 'DS', channel.sensitivity ?? '1'],
    [0x003a0211, 'SQ', [codeItem(channel.unit ?? 'uV')]],
    [0x003a0212, 'DS', channel.correction ?? '1'],
    [0x003a0213, 'DS', channel.baseline ?? '0'],
    [0x003a021a, 'US', { u16: bitsStored }],
    ...(channel.filterHigh === undefined ? [] : [[0x003a0221, 'DS', channel.filterHigh] as const]),
  ]
}

type Encoding = { readonly isExplicit: boolean; readonly isLittleEndian: boolean }

function dataset(data: DicomData, encoding: Encoding): Uint8Array {
  return Uint8Array.from(data.flatMap(([tag, vr, value]) => element(tag, vr, value, encoding)))
}

function element(tag: number, vr: string, value: DicomValue, encoding: Encoding): number[] {
  const bytes = valueBytes(value, encoding)
  const padded = bytes.length % 2 === 0 ? bytes : [...bytes, vr === 'UI' ? 0 : 0x20]
  const tagBytes = [...number(tag >>> 16, 2, encoding), ...number(tag & 0xffff, 2, encoding)]
  if (!encoding.isExplicit) return [...tagBytes, ...number(padded.length, 4, encoding), ...padded]
  const length = LONG_FORM.includes(vr)
    ? [0, 0, ...number(padded.length, 4, encoding)]
    : number(padded.length, 2, encoding)
  return [...tagBytes, ...latin1(vr), ...length, ...padded]
}

function valueBytes(value: DicomValue, encoding: Encoding): number[] {
  if (typeof value === 'string') return latin1(value)
  if (value instanceof Uint8Array) return [...value]
  if ('u16' in value) return number(value.u16, 2, encoding)
  if ('u32' in value) return number(value.u32, 4, encoding)
  return value.flatMap((item) => {
    const bytes = dataset(item, encoding)
    const mark = [...number(0xfffe, 2, encoding), ...number(0xe000, 2, encoding)]
    return [...mark, ...number(bytes.length, 4, encoding), ...bytes]
  })
}

function number(value: number, lengthBytes: number, { isLittleEndian }: Encoding): number[] {
  const bytes = Array.from({ length: lengthBytes }, (_, index) => (value >>> (8 * index)) & 255)
  return isLittleEndian ? bytes : bytes.reverse()
}

function latin1(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0))
}
