/**
 * A ZIP archive as the envelope of one recording (APPNOTE 6.3): stored and deflated entries, found through the central
 * directory, checksums verified. Not supported: encryption, ZIP64, several volumes, other compressions.
 * Nothing is ever written under the names in it; they only tell the parts of a recording apart.
 */
import { asciiAt, ByteReader } from '../bytes'
import { EcgFormatError } from '../errors'
import { crc32 } from './crc32'
import { inflateUpTo } from './inflate'
import type { NamedFile } from './wfdb'

const ID = 'zip'
const MAX_ENTRIES = 64
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50
const END_RECORD_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
/** Of an entry's own header before its name. */
export const LOCAL_HEADER_BYTES = 30
export const IS_ENCRYPTED = 1
export const STORED = 0
const DEFLATED = 8
const IN_ZIP64 = 0xffffffff

export type Entry = {
  /** Without folders. */
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly unpackedBytes: number
  readonly headerOffset: number
}

export function isArchive(bytes: Uint8Array): boolean {
  return asciiAt(bytes, 0, 4) === 'PK\x03\x04'
}

/** The files in it under their bare names, without folders and what systems add. Throws only `EcgFormatError`. */
export function unpackArchive(bytes: Uint8Array): readonly NamedFile[] {
  const entries = archiveEntries(bytes)
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0)
  if (total > MAX_UNPACKED_BYTES) throw unsupported('the archive unpacks to more than an ECG can be')
  return entries.map((entry) => ({ name: entry.name, bytes: unpack(bytes, entry) }))
}

/** The list at the end of an archive, of which `tail` is the last part and begins at `tailOffset`. */
export function archiveEntries(tail: Uint8Array, tailOffset = 0): readonly Entry[] {
  const entries = readDirectory(tail, tailOffset).filter(({ name }) => isContents(name))
  if (entries.length === 0) throw new EcgFormatError(ID, 'no_waveform', 'the archive is empty')
  if (entries.some(({ name }) => leadsOutside(name))) throw unsupported('the archive names files outside itself')
  const named = entries.map((entry) => ({ ...entry, name: bareName(entry.name) }))
  if (new Set(named.map(({ name }) => name.toLowerCase())).size < named.length) {
    throw unsupported('the archive holds several files of one name')
  }
  return named
}

/** From the header of an entry, which repeats its name, to its contents. */
export function contentsOffset(localHeader: Uint8Array, { headerOffset }: Pick<Entry, 'headerOffset'>): number {
  const reader = new ByteReader(ID, localHeader)
  if (reader.u32() !== LOCAL_HEADER) throw damaged({ headerOffset })
  reader.skip(22)
  return headerOffset + LOCAL_HEADER_BYTES + reader.u16() + reader.u16()
}

function readDirectory(bytes: Uint8Array, tailOffset: number): readonly Entry[] {
  const end = new ByteReader(ID, bytes, endRecordOffset(bytes) + 10)
  const count = end.u16()
  end.skip(4)
  const offset = end.u32()
  if (offset === IN_ZIP64) throw unsupported('archives in the ZIP64 form are not read here')
  if (count > MAX_ENTRIES) throw unsupported('the archive holds more files than a recording has')
  if (offset < tailOffset || offset - tailOffset > bytes.length) {
    throw new EcgFormatError(ID, 'malformed', 'the list of the archive is damaged')
  }
  const reader = new ByteReader(ID, bytes, offset - tailOffset)
  return Array.from({ length: count }, () => readEntry(reader))
}

function readEntry(reader: ByteReader): Entry {
  const { offset } = reader
  if (reader.u32() !== CENTRAL_HEADER) {
    throw new EcgFormatError(ID, 'malformed', 'the list of the archive is damaged', offset)
  }
  reader.skip(4)
  const flags = reader.u16()
  const method = reader.u16()
  reader.skip(4)
  const crc = reader.u32()
  const packedBytes = reader.u32()
  const unpackedBytes = reader.u32()
  const nameBytes = reader.u16()
  const furtherBytes = reader.u16() + reader.u16()
  reader.skip(8)
  const headerOffset = reader.u32()
  const name = new TextDecoder().decode(reader.take(nameBytes))
  reader.skip(furtherBytes)
  return { name, flags, method, crc, packedBytes, unpackedBytes, headerOffset }
}

/** The end record is the last thing in the file but for a comment. */
function endRecordOffset(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const last = bytes.length - END_RECORD_BYTES
  for (let offset = last; offset >= Math.max(0, last - MAX_COMMENT_BYTES); offset--) {
    if (view.getUint32(offset, true) === END_RECORD) return offset
  }
  throw new EcgFormatError(ID, 'truncated', 'the archive ends before its contents do')
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.flags & IS_ENCRYPTED) throw unsupported('the archive is locked with a password')
  if (entry.headerOffset > bytes.length) throw damaged(entry)
  const offset = contentsOffset(bytes.subarray(entry.headerOffset), entry)
  if (offset > bytes.length) throw damaged(entry)
  const packed = new ByteReader(ID, bytes, offset).take(entry.packedBytes)
  const contents = unpacked(packed, entry)
  if (contents.length !== entry.unpackedBytes || crc32(contents) !== entry.crc) throw damaged(entry)
  return contents
}

function unpacked(packed: Uint8Array, { method, unpackedBytes }: Entry): Uint8Array {
  if (method === STORED) return packed.slice()
  if (method !== DEFLATED) throw unsupported('the archive is compressed in a way that is not read here')
  return inflateUpTo(unpackedBytes, ID, packed)
}

/** Folders, and what systems put beside the files of a person, are no contents. */
function isContents(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !bareName(name).startsWith('.')
}

function leadsOutside(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name)
}

function bareName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
}

function damaged({ headerOffset }: Pick<Entry, 'headerOffset'>): EcgFormatError {
  return new EcgFormatError(ID, 'malformed', 'a file in the archive is damaged', headerOffset)
}

function unsupported(reason: string): EcgFormatError {
  return new EcgFormatError(ID, 'unsupported', reason)
}
