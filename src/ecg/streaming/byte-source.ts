import { EcgFormatError } from '../errors'
import type { ByteSource } from './ecg-stream'

/** The largest piece that a format may force us to hold at once. */
export const MAX_PIECE_BYTES = 16 * 1024 * 1024

/** Those bytes, and no fewer. */
export async function bytesAt(
  formatId: string,
  source: ByteSource,
  offset: number,
  lengthBytes: number,
): Promise<Uint8Array> {
  if (lengthBytes > MAX_PIECE_BYTES) {
    throw new EcgFormatError(formatId, 'unsupported', 'the file cannot be read in small pieces', offset)
  }
  if (offset + lengthBytes > source.sizeBytes) throw cutShort(formatId, offset)
  const bytes = await source.read(offset, lengthBytes)
  if (bytes.length !== lengthBytes) throw cutShort(formatId, offset)
  return bytes
}

/** The beginning of the file, or all of it when it is shorter. */
export function headOf(formatId: string, source: ByteSource, lengthBytes: number): Promise<Uint8Array> {
  return bytesAt(formatId, source, 0, Math.min(lengthBytes, source.sizeBytes))
}

function cutShort(formatId: string, offset: number): EcgFormatError {
  return new EcgFormatError(formatId, 'truncated', 'the file ends before its contents do', offset)
}
