import { EcgFormatError } from './errors'
import { ECG_FORMATS } from './formats/index'
import { unreadProblem } from './formats/unread-formats'
import type { EcgReading, SignalDescription } from './types'

/** A file becomes a waveform or a picture; the description says what a file of bare numbers does not. Throws only `EcgFormatError`. */
export function readEcgFile(bytes: Uint8Array, description: SignalDescription = {}): EcgReading {
  if (bytes.length === 0) throw new EcgFormatError('unknown', 'empty', 'the file is empty')
  try {
    const format = ECG_FORMATS.find(({ sniff }) => sniff(bytes))
    if (!format) throw unreadProblem(bytes)
    return format.read(bytes, description)
  } catch (error) {
    if (error instanceof EcgFormatError) throw error
    throw new EcgFormatError('unknown', 'reader_failed', 'the reader could not cope with this file')
  }
}
