/**
 * XLI, the compression of Philips Sierra ECG XML: one chunk a lead, each of an 8-byte header (length of what
 * follows, a constant, the first prediction error; little endian) and LZW codes of 10 bits, most significant
 * bit first. Code 1023 ends a lead. The unpacked bytes are all high bytes, then all low bytes, of 16-bit
 * numbers: two samples, then errors of a second-order prediction, one sample late and 64 too high.
 *
 * Known from the open reader "Sierra ECG Tools" and from real files; chunks behind the last lead are spare.
 */
import { ByteReader } from '../../bytes'
import { EcgFormatError } from '../../errors'

const CODE_BITS = 10
const END_CODE = (1 << CODE_BITS) - 1
const LITERAL_COUNT = 256
const ERROR_OFFSET = 64

/** The counts of the first `leadCount` leads, each of exactly `sampleCount` samples. */
export function decodeXli(formatId: string, bytes: Uint8Array, leadCount: number, sampleCount: number): Int32Array[] {
  const reader = new ByteReader(formatId, bytes)
  return Array.from({ length: leadCount }, () => {
    const lengthBytes = reader.u32()
    reader.skip(2)
    const firstError = reader.i16()
    const unpacked = unpackLzw(formatId, reader.take(lengthBytes), sampleCount * 2)
    return integrate(unpacked, sampleCount, firstError)
  })
}

/**
 * The dictionary holds places in the output, which begins with the 256 single bytes: every string that is
 * learnt is the last one and the byte behind it, so it stands there already, or will by the time it is copied.
 */
function unpackLzw(formatId: string, packed: Uint8Array, lengthBytes: number): Uint8Array {
  const output = new Uint8Array(LITERAL_COUNT + lengthBytes)
  const starts = Array.from({ length: LITERAL_COUNT }, (_, code) => code)
  output.set(starts)
  const lengths = starts.map(() => 1)
  let written = LITERAL_COUNT
  let previousLength = 0
  for (const code of codesIn(packed)) {
    if (previousLength > 0 && starts.length < END_CODE) {
      starts.push(written - previousLength)
      lengths.push(previousLength + 1)
    }
    const start = starts[code]
    const length = lengths[code] ?? 0
    if (start === undefined) {
      throw new EcgFormatError(formatId, 'malformed', 'the compressed samples use a code that was never defined')
    }
    if (written + length > output.length) {
      throw new EcgFormatError(formatId, 'malformed', 'a lead has more samples than the file says')
    }
    for (let index = 0; index < length; index++) output[written + index] = output[start + index] ?? 0
    written += length
    previousLength = length
  }
  if (written < output.length) {
    throw new EcgFormatError(formatId, 'truncated', 'a lead has fewer samples than the file says')
  }
  return output.subarray(LITERAL_COUNT)
}

function* codesIn(packed: Uint8Array): Generator<number> {
  let bits = 0
  let bitCount = 0
  for (const byte of packed) {
    bits = ((bits << 8) | byte) & 0xffffff
    bitCount += 8
    if (bitCount < CODE_BITS) continue
    bitCount -= CODE_BITS
    const code = (bits >>> bitCount) & END_CODE
    if (code === END_CODE) return
    yield code
  }
}

function integrate(unpacked: Uint8Array, sampleCount: number, firstError: number): Int32Array {
  const counts = new Int32Array(sampleCount)
  let error = firstError
  for (let index = 0; index < sampleCount; index++) {
    const stored = asInt16(((unpacked[index] ?? 0) << 8) | (unpacked[sampleCount + index] ?? 0))
    if (index < 2) counts[index] = stored
    else {
      counts[index] = asInt16(2 * (counts[index - 1] ?? 0) - (counts[index - 2] ?? 0) - error)
      error = stored - ERROR_OFFSET
    }
  }
  return counts
}

function asInt16(value: number): number {
  return (value << 16) >> 16
}
