/**
 * The frame of an SCP-ECG record (EN 1064, 5.2–5.3): a CRC, the record size, then section 0
 * with one pointer a section: id, length and the position counted from 1.
 */
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'
import { crcCcitt } from '../crc-ccitt'

const RECORD_HEADER_BYTES = 6
const SECTION_HEADER_BYTES = 16
const POINTER_BYTES = 10
const HIGHEST_STANDARD_SECTION = 12
const SAMPLE_SECTIONS = [2, 3, 4, 5, 6]

export type ScpRecord = {
  readonly bytes: Uint8Array
  readonly sections: ReadonlyMap<number, ScpSection>
  /** 10 is version 1.0, 13 is 1.3, 30 is 3.0. */
  readonly protocolVersion: number
  readonly warnings: string[]
}

export type ScpSection = {
  readonly id: number
  readonly start: number
  readonly end: number
  readonly isCrcRight: boolean
}

export function readSections(bytes: Uint8Array): ScpRecord {
  const reader = new ByteReader('scp-ecg', bytes)
  const recordCrc = reader.u16()
  const recordBytes = reader.u32()
  const warnings: string[] = []
  const sections = new Map<number, ScpSection>()
  const { pointers, protocolVersion } = readPointers(bytes)
  for (const { id, lengthBytes, position } of pointers) {
    if (lengthBytes <= SECTION_HEADER_BYTES || id === 0) continue
    sections.set(id, sectionAt(bytes, id, position - 1, lengthBytes, warnings))
  }
  if (recordBytes !== bytes.length) warnings.push('The record size in the file is not the size of the file.')
  else if (crcCcitt(bytes.subarray(2)) !== recordCrc) warnings.push('The checksum of the file is wrong.')
  return { bytes, sections, protocolVersion, warnings }
}

/** The contents of a section, its header skipped; null where the file has no such section. */
export function openSection(record: ScpRecord, id: number): ByteReader | null {
  const section = record.sections.get(id)
  return section ? new ByteReader('scp-ecg', record.bytes, section.start + SECTION_HEADER_BYTES, section.end) : null
}

type Pointer = { readonly id: number; readonly lengthBytes: number; readonly position: number }

function readPointers(bytes: Uint8Array): { pointers: Pointer[]; protocolVersion: number } {
  const header = new ByteReader('scp-ecg', bytes, RECORD_HEADER_BYTES)
  header.skip(4)
  const lengthBytes = header.u32()
  header.skip(1)
  const protocolVersion = header.u8()
  header.skip(6)
  const end = RECORD_HEADER_BYTES + lengthBytes
  const reader = new ByteReader('scp-ecg', bytes, header.offset, Math.min(end, bytes.length))
  const pointers: Pointer[] = []
  while (reader.remainingBytes >= POINTER_BYTES) {
    const pointer = { id: reader.u16(), lengthBytes: reader.u32(), position: reader.u32() }
    if (pointer.id === 0 && pointer.position !== RECORD_HEADER_BYTES + 1) {
      throw new EcgFormatError(
        'scp-ecg',
        'unsupported',
        'the section positions do not follow the SCP-ECG standard, as some devices write them',
      )
    }
    pointers.push(pointer)
  }
  if (pointers.length === 0) throw new EcgFormatError('scp-ecg', 'malformed', 'the list of sections is missing')
  return { pointers, protocolVersion }
}

function sectionAt(bytes: Uint8Array, id: number, start: number, lengthBytes: number, warnings: string[]): ScpSection {
  const end = start + lengthBytes
  if (start < RECORD_HEADER_BYTES || end > bytes.length) {
    throw new EcgFormatError('scp-ecg', 'truncated', `section ${id} lies beyond the end of the file`, start)
  }
  const reader = new ByteReader('scp-ecg', bytes, start, end)
  const crc = reader.u16()
  const foundId = reader.u16()
  if (foundId !== id && id <= HIGHEST_STANDARD_SECTION) {
    throw new EcgFormatError('scp-ecg', 'malformed', `section ${id} is not where the file says`, start)
  }
  const isCrcRight = crcCcitt(bytes.subarray(start + 2, end)) === crc
  if (!isCrcRight)
    warnings.push(
      `The checksum of section ${id} is wrong${SAMPLE_SECTIONS.includes(id) ? ': the trace may be distorted' : ''}.`,
    )
  return { id, start, end, isCrcRight }
}
