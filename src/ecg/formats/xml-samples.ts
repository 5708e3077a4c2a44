/** Samples as XML formats store them: base64 of 16-bit counts, or whole numbers between commas. */
import { EcgFormatError } from '../errors'
import { COMMAS, isBlank, numberIn, numbersBetween } from './number-list'

const HIGHEST_COUNT = 999_999_999
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Blanks and line ends are skipped; everything else that is no base64 is refused. */
export function bytesOfBase64(formatId: string, text: string): Uint8Array {
  const padded = text.replace(/\s+/g, '')
  const packed = padded.replace(/={1,2}$/, '')
  if (!BASE64.test(padded) || packed.length % 4 === 1) {
    throw new EcgFormatError(formatId, 'malformed', 'the samples are not valid base64')
  }
  const binary = atob(packed)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** Signed 16-bit little-endian counts. */
export function int16Counts(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Int32Array(bytes.length >> 1)
  for (let index = 0; index < counts.length; index++) counts[index] = view.getInt16(index * 2, true)
  return counts
}

/** Whole numbers between commas; a place that is empty is damage, but for the end. */
export function listedCounts(formatId: string, text: string): Int32Array {
  const list = text.trim().replace(/,$/, '')
  const malformed = () => new EcgFormatError(formatId, 'malformed', 'the samples are not whole numbers between commas')
  const numberOf = (start: number, end: number) => {
    let from = start
    while (isBlank(list.charCodeAt(from))) from += 1
    let to = end
    while (isBlank(list.charCodeAt(to - 1))) to -= 1
    const count = numberIn(list, from, to)
    if (!Number.isInteger(count) || Math.abs(count) > HIGHEST_COUNT) throw malformed()
    return count
  }
  const counts = numbersBetween(list, COMMAS, numberOf, (length) => new Int32Array(length))
  // Where two commas follow each other, a place is empty.
  if (list !== '' && counts.length !== list.split(',').length) throw malformed()
  return counts
}

/** As many counts as the file declares for a lead; fewer are a cut file, more are padding. */
export function declaredCounts(formatId: string, counts: Int32Array, declared: number | null): Int32Array {
  if (declared === null) return counts
  if (counts.length < declared) {
    throw new EcgFormatError(formatId, 'truncated', 'a lead has fewer samples than the file says')
  }
  return counts.subarray(0, declared)
}
