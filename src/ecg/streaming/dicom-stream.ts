import { EcgFormatError } from '../errors'
import { dicom, readEncoding } from '../formats/dicom'
import { readDevice, readPatient, readRecordedAt } from '../formats/dicom/header'
import { TAG } from '../formats/dicom/tags'
import { numberOf, textReaderOf } from '../formats/dicom/values'
import { decodeGroup, type Group, rhythmGroups } from '../formats/dicom/waveform'
import { assembleStream } from './assemble-stream'
import { bytesAt, headOf } from './byte-source'
import { readElements } from './dicom-elements'
import type { ByteSource, EcgStream } from './ecg-stream'

const HEAD_BYTES = 64 * 1024

/** DICOM waveforms in any uncompressed transfer syntax; the reader of whole files decodes them piece by piece. */
export async function openDicomStream(source: ByteSource, blockBytes: number): Promise<EcgStream> {
  const { encoding, offset } = readEncoding(await headOf(dicom.id, source, HEAD_BYTES))
  if (encoding === 'deflated') {
    throw new EcgFormatError(dicom.id, 'unsupported', 'a compressed DICOM file is not read in pieces')
  }
  const root = await readElements(source, offset, encoding)
  const groups = rhythmGroups(root)
  if (!groups) throw new EcgFormatError(dicom.id, 'no_waveform', 'this DICOM file holds no ECG waveform')
  const stored = Math.min(...groups.map(storedSamples))
  const announced = Math.min(...groups.map((group) => group.sampleCount))
  const text = textReaderOf(root)
  return assembleStream({
    format: dicom.id,
    sampleRateHz: groups[0]?.sampleRateHz ?? 0,
    sampleCount: Math.min(stored, announced),
    blockSamples: Math.max(1, Math.floor(blockBytes / Math.max(...groups.map(instantBytes)))),
    begin: () => async (first, count) => {
      const pieces = await Promise.all(groups.map((group) => pieceOf(source, group, first, count)))
      return pieces.flatMap((piece) => decodeGroup(piece, []))
    },
    recordedAt: readRecordedAt(root),
    patient: readPatient(root, text),
    device: readDevice(root, text),
    warnings: stored === announced ? [] : ['The number of samples in the file is not the announced one.'],
  })
}

function storedSamples(group: Group): number {
  const { start = 0, end = 0 } = group.dataset.elements.get(TAG.waveformData) ?? {}
  return Math.floor((end - start) / instantBytes(group))
}

/** The group as if it held these samples alone: they lie behind its other values. */
async function pieceOf(source: ByteSource, group: Group, first: number, count: number): Promise<Group> {
  const { dataset } = group
  const element = dataset.elements.get(TAG.waveformData)
  if (!element) throw new EcgFormatError(dicom.id, 'no_waveform', 'the file holds no ECG samples')
  const offset = element.start + first * instantBytes(group)
  const samples = await bytesAt(dicom.id, source, offset, count * instantBytes(group))
  const start = dataset.bytes.length
  const bytes = new Uint8Array(start + samples.length)
  bytes.set(dataset.bytes)
  bytes.set(samples, start)
  const place = { ...element, start, end: bytes.length }
  const elements = new Map(dataset.elements).set(TAG.waveformData, place)
  return { ...group, sampleCount: count, dataset: { ...dataset, bytes, elements } }
}

function instantBytes({ dataset, scales }: Group): number {
  const bitsEach = numberOf(dataset, TAG.bitsAllocated) ?? 16
  if (bitsEach % 8 !== 0) {
    throw new EcgFormatError(dicom.id, 'unsupported', 'the samples are encoded in a way that is not read')
  }
  return ((numberOf(dataset, TAG.channelCount) ?? scales.length) * bitsEach) / 8
}
