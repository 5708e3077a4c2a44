import { FlateErrorCode, Inflate } from 'fflate'
import { EcgFormatError } from '../errors'

const STEP_BYTES = 16 * 1024

/** Unpacks raw DEFLATE in small steps and stops as soon as there is more than `maxBytes`, whatever the file declares. */
export function inflateUpTo(maxBytes: number, formatId: string, packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = []
  let totalBytes = 0
  const stream = new Inflate((chunk) => {
    totalBytes += chunk.length
    if (totalBytes > maxBytes) {
      throw new EcgFormatError(formatId, 'unsupported', 'the file unpacks to more than an ECG can be')
    }
    chunks.push(chunk)
  })
  try {
    for (let start = 0; start < packed.length; start += STEP_BYTES) {
      stream.push(packed.subarray(start, start + STEP_BYTES), start + STEP_BYTES >= packed.length)
    }
  } catch (error) {
    if (error instanceof EcgFormatError) throw error
    const isCut = error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF
    throw isCut
      ? new EcgFormatError(formatId, 'truncated', 'the compressed contents end before their end')
      : new EcgFormatError(formatId, 'malformed', 'the compressed contents are damaged')
  }
  return concatenate(chunks, totalBytes)
}

function concatenate(chunks: readonly Uint8Array[], totalBytes: number): Uint8Array {
  const whole = new Uint8Array(totalBytes)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
