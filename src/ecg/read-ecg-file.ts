import { EcgFormatError } from './errors'
import { ECG_FORMATS } from './formats/index'
import { reasonWhyUnread } from './formats/unread-formats'
import type { EcgReading } from './types'

/** A file becomes a waveform or a picture. Throws only `EcgFormatError`. */
export function readEcgFile(bytes: Uint8Array): EcgReading {
  if (bytes.length === 0) throw new EcgFormatError('unknown', 'truncated', 'the file is empty')
  try {
    const format = ECG_FORMATS.find(({ sniff }) => sniff(bytes))
    if (!format) throw new EcgFormatError('unknown', 'unknown_format', reasonWhyUnread(bytes))
    return format.read(bytes)
  } catch (error) {
    if (error instanceof EcgFormatError) throw error
    throw new EcgFormatError('unknown', 'reader_failed', 'the reader could not cope with this file')
  }
}
