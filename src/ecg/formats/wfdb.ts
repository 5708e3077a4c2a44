/**
 * WFDB (PhysioNet): a header of text, `.hea`, that describes signals in files of their own.
 *
 * Read: formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311 and FLAC (508, 516, 524); byte offsets, skews, several
 * samples a frame, segments with pauses and changes of leads between them. Voltage = (count − baseline) ÷ gain,
 * given in microvolts. Not supported here: annotations (`wfdb/annotations`).
 */
import { assembleRecording, type Channel, checkSize } from '../assemble-recording'
import { EcgFormatError } from '../errors'
import { NOTHING_REPORTED } from '../reported'
import type { EcgFormat, EcgReading } from '../types'
import { joinStretches } from './timeline'
import { readDevice, readPatient, readRecordedAt, readStatements } from './wfdb/comments'
import { isWfdbHeader, parseHeader, type WfdbHeader, type WfdbSegment } from './wfdb/header'
import { readSignals } from './wfdb/signals'

/** A file with the name that the other files of its recording know it by. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

export const wfdb: EcgFormat = {
  id: 'wfdb',
  label: 'WFDB',
  sniff: isWfdbHeader,
  read: (bytes) => readWfdb([{ name: '', bytes }]),
}

/** The name of a segment in which nothing was recorded. */
const PAUSE = '~'

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
    fileIn(files, name, 'this is the header of a WFDB record; choose its signal files together with it')
  return readSignals(wfdb.id, header, fileNamed, warnings)
}

/** Segments called `~` hold nothing; a lead that a segment lacks is missing in its time. */
function joinSegments(header: WfdbHeader, files: readonly NamedFile[], warnings: string[]): Piece {
  const frames = (header.segments ?? []).reduce((sum, { frameCount }) => sum + frameCount, 0)
  checkSize(wfdb.id, header.signalCount, frames, header.frameRateHz)
  let firstFrame = 0
  const pieces: (Piece & { readonly firstFrame: number })[] = []
  for (const segment of header.segments ?? []) {
    if (segment.frameCount > 0 && segment.name !== PAUSE) {
      pieces.push({ ...segmentOf(segment, files, warnings), firstFrame })
    }
    firstFrame += segment.frameCount
  }
  const [first] = pieces
  if (!first) throw new EcgFormatError(wfdb.id, 'no_waveform', 'the file holds no ECG samples')
  const { sampleRateHz } = first
  if (pieces.some((piece) => piece.sampleRateHz !== sampleRateHz)) {
    throw new EcgFormatError(wfdb.id, 'unsupported', 'the segments have different sampling rates')
  }
  const perFrame = sampleRateHz / header.frameRateHz
  const stretches = pieces.flatMap((piece) =>
    piece.channels
      .filter(({ name }) => name !== null || piece === first)
      .map((channel) => ({ ...channel, startIndex: Math.round(piece.firstFrame * perFrame) })),
  )
  return { sampleRateHz, channels: joinStretches(wfdb.id, stretches, sampleRateHz, warnings) }
}

function segmentOf({ name, frameCount }: WfdbSegment, files: readonly NamedFile[], warnings: string[]): Piece {
  const reason = 'this is the header of a WFDB record; choose the headers of its segments together with it'
  const segment = parseHeader(wfdb.id, fileIn(files, `${name}.hea`, reason))
  if (segment.segments !== null || (segment.frameCount !== null && segment.frameCount !== frameCount)) {
    throw new EcgFormatError(wfdb.id, 'malformed', 'the segments do not fit together')
  }
  return pieceOf({ ...segment, frameCount }, files, warnings)
}

function fileIn(files: readonly NamedFile[], name: string, reasonWhenAbsent: string): Uint8Array {
  const file = files.find((candidate) => baseNameOf(candidate.name) === baseNameOf(name))
  if (!file) throw new EcgFormatError(wfdb.id, 'no_waveform', reasonWhenAbsent)
  return file.bytes
}

function baseNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
}
