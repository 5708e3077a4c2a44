/**
 * Values of DICOM elements: texts in the character set of (0008,0005), numbers as text or binary.
 * Supported sets: the single-byte ones, UTF-8, GB18030, and ISO 2022 escapes of Japanese and Korean.
 */
import { joinText } from '../../text'
import type { Dataset } from './dataset'
import { TAG } from './tags'

const LONGEST_VALUE_BYTES = 10_240

const DECODER_OF_SET: Readonly<Record<string, string>> = {
  'IR 6': 'windows-1252',
  'IR 100': 'windows-1252',
  'IR 101': 'iso-8859-2',
  'IR 109': 'iso-8859-3',
  'IR 110': 'iso-8859-4',
  'IR 126': 'iso-8859-7',
  'IR 127': 'iso-8859-6',
  'IR 138': 'iso-8859-8',
  'IR 144': 'iso-8859-5',
  'IR 148': 'windows-1254',
  'IR 166': 'windows-874',
  'IR 203': 'iso-8859-15',
  'IR 13': 'shift_jis',
  'IR 87': 'iso-2022-jp',
  'IR 159': 'iso-2022-jp',
  'IR 149': 'euc-kr',
  'IR 58': 'gb18030',
  'IR 192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gb18030',
}

/** Texts of one data set; nested items use the character set of the whole file. */
export type TextOf = (dataset: Dataset, tag: number) => string | null

export function textReaderOf(root: Dataset): TextOf {
  const names = (asciiText(root, TAG.characterSet) ?? '').split('\\').map((name) => name.trim().toUpperCase())
  const labels = names.map((name) => DECODER_OF_SET[name.replace(/^ISO[_ ]?(2022 )?/, '')] ?? 'windows-1252')
  const multiByte = labels.find((label) => label === 'iso-2022-jp' || label === 'euc-kr' || label === 'gb18030')
  const single = new TextDecoder(labels[0])
  const multi = multiByte ? new TextDecoder(multiByte) : single
  return (dataset, tag) => {
    const bytes = valueBytes(dataset, tag)
    if (!bytes) return null
    const isEscaped = bytes.includes(0x1b)
    const text = isEscaped ? multi.decode(bytes).replace(ESCAPE_SEQUENCE, '') : single.decode(bytes)
    return text.replace(/\0+$/, '').trim() || null
  }
}

export function asciiText(dataset: Dataset, tag: number): string | null {
  const bytes = valueBytes(dataset, tag)
  return bytes ? joinText([String.fromCharCode(...bytes)]) : null
}

/** A decimal string, or a binary number of the element's VR and length; the first of several. */
export function numberOf(dataset: Dataset, tag: number): number | null {
  const element = dataset.elements.get(tag)
  if (!element || element.end <= element.start) return null
  const view = new DataView(dataset.bytes.buffer, dataset.bytes.byteOffset + element.start, element.end - element.start)
  const binary = binaryNumber(view, element.vr, tag, dataset.isLittleEndian)
  if (binary !== null) return binary
  const first = asciiText(dataset, tag)?.split('\\')[0]?.trim()
  const value = first ? Number(first) : Number.NaN
  return Number.isFinite(value) ? value : null
}

export function itemsOf(dataset: Dataset, tag: number): readonly Dataset[] {
  return dataset.elements.get(tag)?.items ?? []
}

function valueBytes(dataset: Dataset, tag: number): Uint8Array | null {
  const element = dataset.elements.get(tag)
  if (!element || element.items.length > 0) return null
  return dataset.bytes.subarray(element.start, Math.min(element.end, element.start + LONGEST_VALUE_BYTES))
}

const ESCAPE_SEQUENCE = new RegExp(`${String.fromCharCode(0x1b)}[ -/]*[0-~]`, 'g')

/** Implicit VR gives no type; these are the binary ones among the numbers that are read. */
const BINARY_TAGS: Readonly<Record<number, 'US' | 'UL'>> = {
  [TAG.channelCount]: 'US',
  [TAG.sampleCount]: 'UL',
  [TAG.bitsStored]: 'US',
  [TAG.bitsAllocated]: 'US',
}

function binaryNumber(view: DataView, vr: string, tag: number, isLittleEndian: boolean): number | null {
  const type = vr === 'UN' ? BINARY_TAGS[tag] : vr
  const size = view.byteLength
  if (type === 'US' && size >= 2) return view.getUint16(0, isLittleEndian)
  if (type === 'SS' && size >= 2) return view.getInt16(0, isLittleEndian)
  if (type === 'UL' && size >= 4) return view.getUint32(0, isLittleEndian)
  if (type === 'SL' && size >= 4) return view.getInt32(0, isLittleEndian)
  if (type === 'FL' && size >= 4) return view.getFloat32(0, isLittleEndian)
  if (type === 'FD' && size >= 8) return view.getFloat64(0, isLittleEndian)
  return null
}
