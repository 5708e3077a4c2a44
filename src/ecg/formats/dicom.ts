/**
 * DICOM waveforms (PS3.3 A.34: 12-lead, general, ambulatory ECG; any other class whose signals
 * are ECG leads, as Hemodynamic) and encapsulated PDF reports.
 *
 * Read: explicit, implicit, big-endian and deflated transfer syntaxes, with or without the file
 * header. Voltages in microvolts, times in milliseconds.
 * Not supported: pixel data (an ECG stored as a DICOM image), ambulatory recordings over an hour.
 */
import { assembleRecording } from '../assemble-recording'
import { asciiAt } from '../bytes'
import { EcgFormatError } from '../errors'
import type { EcgFormat, EcgReading } from '../types'
import { type Dataset, type Encoding, readDataset, readMeta } from './dicom/dataset'
import { readDevice, readPatient, readRecordedAt, readReported } from './dicom/header'
import { TAG } from './dicom/tags'
import { asciiText, textReaderOf } from './dicom/values'
import { readWaveform } from './dicom/waveform'
import { inflateUpTo } from './inflate'

const PREAMBLE_BYTES = 128
const IMPLICIT_LITTLE = '1.2.840.10008.1.2'
const EXPLICIT_BIG = '1.2.840.10008.1.2.2'
const DEFLATED = '1.2.840.10008.1.2.1.99'
const MAX_INFLATED_BYTES = 64 * 1024 * 1024
const HIGHEST_FIRST_ELEMENT = 0x0200

export const dicom: EcgFormat = { id: 'dicom', label: 'DICOM', sniff, read }

function sniff(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false
  return asciiAt(bytes, PREAMBLE_BYTES, 4) === 'DICM' || isElementStart(bytes, true) || isElementStart(bytes, false)
}

function read(bytes: Uint8Array): EcgReading {
  const root = readRoot(bytes)
  const embedded = readEmbeddedPdf(root)
  if (embedded) return embedded
  const waveform = readWaveform(root)
  if (!waveform) throw new EcgFormatError('dicom', 'no_waveform', 'this DICOM file holds no ECG waveform')
  const text = textReaderOf(root)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: dicom.id,
      ...waveform,
      recordedAt: readRecordedAt(root),
      patient: readPatient(root, text),
      device: readDevice(root, text),
      reported: readReported(root, text),
    }),
  }
}

function readRoot(bytes: Uint8Array): Dataset {
  const { encoding, offset } = readEncoding(bytes)
  if (encoding !== 'deflated') return readDataset(bytes, offset, encoding)
  return readDataset(inflateUpTo(MAX_INFLATED_BYTES, 'dicom', bytes.subarray(offset)), 0, {
    isExplicit: true,
    isLittleEndian: true,
  })
}

/** How the data set is encoded, and where it begins. */
export function readEncoding(bytes: Uint8Array): { encoding: Encoding | 'deflated'; offset: number } {
  const hasPreamble = asciiAt(bytes, PREAMBLE_BYTES, 4) === 'DICM'
  const { meta, end } = readMeta(bytes, hasPreamble ? PREAMBLE_BYTES + 4 : 0)
  const syntax = asciiText(meta, TAG.transferSyntax)
  if (syntax === DEFLATED) return { encoding: 'deflated', offset: end }
  return { encoding: syntax ? encodingOf(syntax) : guessEncoding(bytes, end), offset: end }
}

function encodingOf(syntax: string): Encoding {
  return { isExplicit: syntax !== IMPLICIT_LITTLE, isLittleEndian: syntax !== EXPLICIT_BIG }
}

function guessEncoding(bytes: Uint8Array, offset: number): Encoding {
  const isExplicit = /^[A-Z]{2}$/.test(asciiAt(bytes, offset + 4, 2))
  return { isExplicit, isLittleEndian: !((bytes[offset] ?? 0) === 0 && (bytes[offset + 1] ?? 0) !== 0) }
}

/** A file without header begins with group 2 or 8 and either two capital letters or a short length. */
function isElementStart(bytes: Uint8Array, isLittleEndian: boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const group = view.getUint16(0, isLittleEndian)
  const element = view.getUint16(2, isLittleEndian)
  if ((group !== 2 && group !== 8) || element > HIGHEST_FIRST_ELEMENT) return false
  return /^[A-Z]{2}$/.test(asciiAt(bytes, 4, 2)) || view.getUint32(4, isLittleEndian) <= 64
}

function readEmbeddedPdf(root: Dataset): EcgReading | null {
  const document = root.elements.get(TAG.embeddedDocument)
  if (!document) return null
  const embedded = root.bytes.slice(document.start, document.end)
  if (asciiAt(embedded, 0, 5) !== '%PDF-') {
    throw new EcgFormatError('dicom', 'no_waveform', 'the document in this DICOM file is no PDF')
  }
  return { kind: 'picture', format: 'pdf', mediaType: 'application/pdf', widthPx: null, heightPx: null, embedded }
}
