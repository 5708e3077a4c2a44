import { EcgFormatError } from './errors'
import { type NamedFile, readWfdb, wfdb } from './formats/wfdb'
import { readEcgFile } from './read-ecg-file'
import type { EcgReading } from './types'

/** Whether several files are parts of one recording: one of them is the header that names the others. */
export function areOneRecording(files: readonly NamedFile[]): boolean {
  return files.length > 1 && files.some(({ bytes }) => wfdb.sniff(bytes))
}

/** One recording from one file or from all its parts. Throws only `EcgFormatError`. */
export function readEcgFiles(files: readonly NamedFile[]): EcgReading {
  const [first] = files
  if (files.length === 1 && first) return readEcgFile(first.bytes)
  if (!areOneRecording(files)) {
    throw new EcgFormatError('unknown', 'unrecognised', 'the files do not belong to one recording')
  }
  try {
    return readWfdb(files)
  } catch (error) {
    if (error instanceof EcgFormatError) throw error
    throw new EcgFormatError(wfdb.id, 'reader_failed', 'the reader could not cope with these files')
  }
}
