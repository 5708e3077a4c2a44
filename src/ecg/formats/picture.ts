/**
 * Pictures of an ECG: JPEG (ITU-T T.81), PNG (ISO 15948) and PDF (ISO 32000). Only the frame is
 * read here: kind, size in pixels, and whether the file is whole. Decoding is the viewer's task.
 */
import { asciiAt, ByteReader } from '../bytes'
import { EcgFormatError } from '../errors'
import type { EcgFormat, EcgReading } from '../types'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PDF_SIGNATURE_WITHIN_BYTES = 1024
const PDF_END_WITHIN_BYTES = 2048
const MAX_PIXELS = 120_000_000
const NOT_FRAME_MARKERS = [0xc4, 0xc8, 0xcc]
const SCAN_MARKER = 0xda
const END_MARKER = 0xd9

export const png: EcgFormat = {
  id: 'png',
  label: 'PNG',
  sniff: (bytes) => PNG_SIGNATURE.every((byte, index) => bytes[index] === byte),
  read: readPng,
}

export const jpeg: EcgFormat = {
  id: 'jpeg',
  label: 'JPEG',
  sniff: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  read: readJpeg,
}

export const pdf: EcgFormat = {
  id: 'pdf',
  label: 'PDF',
  sniff: (bytes) => asciiAt(bytes, 0, PDF_SIGNATURE_WITHIN_BYTES).includes('%PDF-'),
  read: readPdf,
}

function readPng(bytes: Uint8Array): EcgReading {
  const reader = new ByteReader('png', bytes, PNG_SIGNATURE.length, bytes.length, false)
  const headerBytes = reader.u32()
  const isHeader = asciiAt(reader.take(4), 0, 4) === 'IHDR'
  if (!isHeader || headerBytes !== 13) throw new EcgFormatError('png', 'malformed', 'the picture has no header')
  const widthPx = reader.u32()
  const heightPx = reader.u32()
  reader.skip(9)
  for (;;) {
    const lengthBytes = reader.u32()
    const type = asciiAt(reader.take(4), 0, 4)
    reader.skip(lengthBytes + 4)
    if (type === 'IEND') break
  }
  return picture('png', 'image/png', widthPx, heightPx)
}

function readJpeg(bytes: Uint8Array): EcgReading {
  const reader = new ByteReader('jpeg', bytes, 2, bytes.length, false)
  let size: { readonly widthPx: number; readonly heightPx: number } | null = null
  for (;;) {
    const marker = nextMarker(reader)
    if (marker === SCAN_MARKER) break
    const segment = reader.take(Math.max(reader.u16() - 2, 0))
    const isFrame = marker >= 0xc0 && marker <= 0xcf && !NOT_FRAME_MARKERS.includes(marker)
    if (isFrame) size = frameSize(segment)
  }
  if (!size) throw new EcgFormatError('jpeg', 'malformed', 'the picture has no header')
  if (!hasEnd(bytes, reader.offset)) throw new EcgFormatError('jpeg', 'truncated', 'the picture is cut short')
  return picture('jpeg', 'image/jpeg', size.widthPx, size.heightPx)
}

/** Bytes between segments belong to none; cameras leave some there, viewers skip them. */
function nextMarker(reader: ByteReader): number {
  let marker = 0
  while (marker === 0 || marker === 0xff) {
    const isMarkerNext = marker === 0xff || reader.u8() === 0xff
    marker = isMarkerNext ? reader.u8() : 0
  }
  return marker
}

function frameSize(segment: Uint8Array): { readonly widthPx: number; readonly heightPx: number } {
  const reader = new ByteReader('jpeg', segment, 1, segment.length, false)
  const heightPx = reader.u16()
  return { heightPx, widthPx: reader.u16() }
}

/** Inside a scan 0xFF is always followed by 0 or a restart marker, so 0xFFD9 is the true end. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === END_MARKER) return true
  }
  return false
}

function readPdf(bytes: Uint8Array): EcgReading {
  const tail = asciiAt(bytes, Math.max(0, bytes.length - PDF_END_WITHIN_BYTES), PDF_END_WITHIN_BYTES)
  if (!tail.includes('%%EOF')) throw new EcgFormatError('pdf', 'truncated', 'the document is cut short')
  return { kind: 'picture', format: 'pdf', mediaType: 'application/pdf', widthPx: null, heightPx: null, embedded: null }
}

function picture(format: string, mediaType: 'image/jpeg' | 'image/png', widthPx: number, heightPx: number): EcgReading {
  if (widthPx === 0 || heightPx === 0) throw new EcgFormatError(format, 'malformed', 'the picture has no size')
  if (widthPx * heightPx > MAX_PIXELS) {
    throw new EcgFormatError(format, 'unsupported', 'the picture has more pixels than can be shown')
  }
  return { kind: 'picture', format, mediaType, widthPx, heightPx, embedded: null }
}
