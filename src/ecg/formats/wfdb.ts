/**
 * WFDB (PhysioNet): a header of text, `.hea`, that describes signals in files of their own.
 *
 * Read: formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311 and FLAC (508, 516, 524); byte offsets, skews, several samples a
 * frame, segments that hold the same leads without a pause. Voltage = (count − baseline) ÷ gain, given
 * in microvolts. Not supported: pauses between segments, annotations.
 */
import { assembleRecording, type Channel, checkSize } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading } from '../types'
import { readDevice, readPatient, readRecordedAt, readStatements } from './wfdb/comments'
import { isWfdbHeader, parseHeader, type WfdbHeader } from './wfdb/header'
import { readSignals } from './wfdb/signals'

/** A file with the name that the other files of its recording know it by. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

export const wfdb: EcgFormat = {
  id: 'wfdb',
  label: 'WFDB',
  sniff: isWfdbHeader,
  read: (bytes) => readWfdb([{ name: '', bytes }]),
}

type Piece = { readonly sampleRateHz: number; readonly channels: readonly Channel[] }

/** One recording from all its files, in any order. */
export function readWfdb(files: readonly NamedFile[]): EcgReading {
  const headers = files.filter(({ bytes }) => isWfdbHeader(bytes)).map(({ bytes }) => parseHeader(wfdb.id, bytes))
  const header = headers.find(({ segments }) => segments !== null) ?? headers[0]
  if (!header || (header.segments === null && headers.length > 1)) {
    throw new EcgFormatError(wfdb.id, 'unsupported', 'the files are not those of one recording')
  }
  const comments = headers.flatMap((one) => one.comments)
  const warnings: string[] = []
  const { sampleRateHz, channels } = header.segments
    ? joinSegments(header, files, warnings)
    : pieceOf(header, files, warnings)
  return {
    kind: 'waveform',
    recording: assembleRecording({
      format: wfdb.id,
      sampleRateHz,
      channels,
      recordedAt: readRecordedAt(header),
      patient: readPatient(comments),
      device: readDevice(comments),
      reported: { ...NOTHING_REPORTED, statements: readStatements(comments) },
      warnings: [...new Set(warnings)],
    }),
  }
}

function pieceOf(header: WfdbHeader, files: readonly NamedFile[], warnings: string[]): Piece {
  const fileNamed = (name: string) =>
    fileIn(files, name, 'this is the header of a WFDB record; its signal files belong to it')
  return readSignals(wfdb.id, header, fileNamed, warnings)
}

function joinSegments(header: WfdbHeader, files: readonly NamedFile[], warnings: string[]): Piece {
  const real = (header.segments ?? []).filter(({ frameCount }) => frameCount > 0)
  if (real.length === 0) throw new EcgFormatError(wfdb.id, 'no_waveform', 'the file holds no ECG samples')
  if (real.some(({ name }) => name === '~')) {
    throw new EcgFormatError(wfdb.id, 'unsupported', 'the recording has gaps; export it as one piece')
  }
  const frames = real.reduce((sum, { frameCount }) => sum + frameCount, 0)
  checkSize(wfdb.id, header.signalCount, frames, header.frameRateHz)
  const pieces = real.map(({ name, frameCount }) => {
    const file = fileIn(
      files,
      `${name}.hea`,
      'this is the header of a WFDB record; the headers of its segments belong to it',
    )
    const segment = parseHeader(wfdb.id, file)
    if (segment.segments !== null || (segment.frameCount !== null && segment.frameCount !== frameCount)) {
      throw new EcgFormatError(wfdb.id, 'malformed', 'the segments do not fit together')
    }
    return pieceOf({ ...segment, frameCount }, files, warnings)
  })
  const [first] = pieces
  if (!first || pieces.some(({ sampleRateHz }) => sampleRateHz !== first.sampleRateHz)) {
    throw new EcgFormatError(wfdb.id, 'unsupported', 'the segments have different sampling rates')
  }
  return {
    sampleRateHz: first.sampleRateHz,
    channels: first.channels.flatMap((channel) => joined(channel, pieces, warnings)),
  }
}

/** A lead that some segment lacks is left out: its gap could only be made up. */
function joined(channel: Channel, pieces: readonly Piece[], warnings: string[]): Channel[] {
  if (channel.name === null) return [channel]
  const parts = pieces.flatMap(({ channels }) => channels.find(({ name }) => name === channel.name)?.samplesUv ?? [])
  if (parts.length < pieces.length) {
    warnings.push(`Lead ${channel.name} is missing in a part of the recording and was left out.`)
    return []
  }
  const samplesUv = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    samplesUv.set(part, offset)
    offset += part.length
  }
  return [{ name: channel.name, samplesUv }]
}

function fileIn(files: readonly NamedFile[], name: string, reasonWhenAbsent: string): Uint8Array {
  const file = files.find((candidate) => baseNameOf(candidate.name) === baseNameOf(name))
  if (!file) throw new EcgFormatError(wfdb.id, 'no_waveform', reasonWhenAbsent)
  return file.bytes
}

function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
}
