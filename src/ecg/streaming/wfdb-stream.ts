import { NO_DEVICE } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { wfdb } from '../formats/wfdb'
import { readPatient, readRecordedAt } from '../formats/wfdb/comments'
import { parseHeader, type WfdbHeader } from '../formats/wfdb/header'
import { readSignals } from '../formats/wfdb/signals'
import { assembleStream } from './assemble-stream'
import { bytesAt } from './byte-source'
import type { ByteSource, EcgStream } from './ecg-stream'

const MAX_HEADER_BYTES = 1_000_000
/** Six samples fill whole bytes in every form. Differences (8) and FLAC need all that lies before them. */
const BYTES_OF_SIX: Readonly<Record<number, number>> = {
  16: 12,
  24: 18,
  32: 24,
  61: 12,
  80: 6,
  160: 12,
  212: 9,
  310: 8,
  311: 8,
}

type SignalFile = {
  readonly name: string
  readonly source: ByteSource
  readonly offsetBytes: number
  /** Of six frames. */
  readonly sixBytes: number
}

/** A WFDB record of one segment; the reader of whole records decodes it piece by piece. */
export async function openWfdbStream(
  headerSource: ByteSource,
  sources: readonly ByteSource[],
  blockBytes: number,
): Promise<EcgStream> {
  const headerBytes = Math.min(headerSource.sizeBytes, MAX_HEADER_BYTES + 1)
  const header = parseHeader(wfdb.id, await bytesAt(wfdb.id, headerSource, 0, headerBytes))
  if (header.segments) throw new EcgFormatError(wfdb.id, 'unsupported', 'a record in segments is not read in pieces')
  const files = signalFiles(header, sources)
  const skewFrames = Math.max(...header.signals.map((signal) => signal.skewFrames))
  const frameCount = countFrames(header, files)
  const piece = { ...header, signals: header.signals.map((signal) => ({ ...signal, offsetBytes: 0, checksum: null })) }
  const read = async (firstFrame: number, count: number, warnings: string[]) => {
    const stored = count + skewFrames
    const contents = new Map(
      await Promise.all(files.map(async (file) => [file.name, await framesAt(file, firstFrame, stored)] as const)),
    )
    const fileNamed = (name: string) => contents.get(name) ?? new Uint8Array(0)
    return readSignals(wfdb.id, { ...piece, frameCount: stored }, fileNamed, warnings)
  }
  const warnings: string[] = []
  const { sampleRateHz } = await read(0, 1, warnings)
  const perFrame = Math.round(sampleRateHz / header.frameRateHz)
  const sixes = Math.max(1, Math.floor(blockBytes / Math.max(...files.map(({ sixBytes }) => sixBytes))))
  return assembleStream({
    format: wfdb.id,
    sampleRateHz,
    sampleCount: (frameCount - skewFrames) * perFrame,
    blockSamples: 6 * sixes * perFrame,
    begin: () => async (first, count) => (await read(first / perFrame, count / perFrame, [])).channels,
    recordedAt: readRecordedAt(header),
    patient: readPatient(header.comments),
    device: NO_DEVICE,
    warnings: [...new Set(warnings)],
  })
}

function signalFiles(header: WfdbHeader, sources: readonly ByteSource[]): readonly SignalFile[] {
  return [...new Set(header.signals.map(({ fileName }) => fileName))].map((name) => {
    const ofFile = header.signals.filter(({ fileName }) => fileName === name)
    const source = sources.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
    if (!source) {
      const reason = 'this is the header of a WFDB record; choose its signal files together with it'
      throw new EcgFormatError(wfdb.id, 'no_waveform', reason)
    }
    const sixBytes = BYTES_OF_SIX[ofFile[0]?.format ?? 0]
    if (sixBytes === undefined) {
      throw new EcgFormatError(wfdb.id, 'unsupported', 'samples in this form are not read in pieces')
    }
    const frameSize = ofFile.reduce((sum, { samplesPerFrame }) => sum + samplesPerFrame, 0)
    return { name, source, offsetBytes: ofFile[0]?.offsetBytes ?? 0, sixBytes: sixBytes * frameSize }
  })
}

function countFrames({ frameCount }: WfdbHeader, files: readonly SignalFile[]): number {
  const present = files.map(({ source, offsetBytes, sixBytes }) =>
    Math.floor(((source.sizeBytes - offsetBytes) * 6) / sixBytes),
  )
  const shortest = Math.min(...present)
  if (frameCount !== null && frameCount > shortest) {
    throw new EcgFormatError(wfdb.id, 'truncated', 'a signal file ends before its contents do')
  }
  return frameCount ?? shortest
}

/** From a frame that begins on a whole byte. */
function framesAt({ source, offsetBytes, sixBytes }: SignalFile, first: number, count: number): Promise<Uint8Array> {
  const offset = offsetBytes + (first / 6) * sixBytes
  const lengthBytes = Math.ceil(count / 6) * sixBytes
  return bytesAt(wfdb.id, source, offset, Math.min(lengthBytes, source.sizeBytes - offset))
}
