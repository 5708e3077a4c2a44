import { EcgFormatError } from './errors'
import { isArchive, unpackArchive } from './formats/archive'
import { ECG_FORMATS } from './formats/index'
import { type NamedFile, readWfdb, wfdb } from './formats/wfdb'
import { readEcgFile } from './read-ecg-file'
import type { EcgReading, SignalDescription } from './types'

/** Whether several files are parts of one recording: one of them is the header that names the others. */
export function areOneRecording(files: readonly NamedFile[]): boolean {
  return files.length > 1 && files.some(({ bytes }) => wfdb.sniff(bytes))
}

/** One recording from one file, from all its parts, or from an archive of either. Throws only `EcgFormatError`. */
export function readEcgFiles(files: readonly NamedFile[], description: SignalDescription = {}): EcgReading {
  const [first] = files
  try {
    if (files.length !== 1 || !first) return readParts(files)
    return isArchive(first.bytes) ? readArchive(first.bytes, description) : readEcgFile(first.bytes, description)
  } catch (error) {
    if (error instanceof EcgFormatError) throw error
    throw new EcgFormatError('unknown', 'reader_failed', 'the reader could not cope with these files')
  }
}

function readParts(files: readonly NamedFile[]): EcgReading {
  if (areOneRecording(files)) return readWfdb(files)
  throw new EcgFormatError('unknown', 'unrecognised', 'the files do not belong to one recording')
}

/** An archive in an archive is refused as any file that is not read here. */
function readArchive(bytes: Uint8Array, description: SignalDescription): EcgReading {
  const files = unpackArchive(bytes)
  if (areOneRecording(files)) return readWfdb(files)
  const [only, ...others] = files.length === 1 ? files : files.filter(isKnown)
  if (!only) throw new EcgFormatError('zip', 'unsupported', 'no file of the archive is an ECG')
  if (others.length > 0) {
    throw new EcgFormatError('zip', 'unsupported', 'the archive holds several ECGs; send its files one by one')
  }
  const reading = readEcgFile(only.bytes, description)
  return reading.kind === 'picture' ? { ...reading, embedded: reading.embedded ?? only.bytes } : reading
}

function isKnown({ bytes }: NamedFile): boolean {
  return ECG_FORMATS.some(({ sniff }) => sniff(bytes))
}
