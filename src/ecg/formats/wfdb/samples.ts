/**
 * The storage forms of WFDB signals, signal(5) of the WFDB Applications Guide; the number is the form's name.
 * Little-endian but for 61. 212 packs two samples of 12 bits in three bytes; 310 and 311 three of 10 bits in four.
 */

/** The form that stores first differences; its counts are still to be summed. */
export const DIFFERENCE_FORMAT = 8

type Storage = {
  /** Samples that so many bytes hold. */
  readonly samplesIn: (bytes: number) => number
  readonly at: (view: DataView, index: number) => number
  /** The count that stands for "no sample". */
  readonly invalid: number | null
}

/** Bytes of 0, 1 and 2 samples beyond the last whole four bytes. */
const REST_310 = [0, 2, 4] as const
const REST_311 = [0, 2, 3] as const

const STORAGE: Readonly<Record<number, Storage>> = {
  8: { samplesIn: (bytes) => bytes, at: (view, index) => view.getInt8(index), invalid: null },
  16: { samplesIn: halves, at: (view, index) => view.getInt16(index * 2, true), invalid: -(2 ** 15) },
  24: { samplesIn: (bytes) => Math.floor(bytes / 3), at: int24, invalid: -(2 ** 23) },
  32: {
    samplesIn: (bytes) => Math.floor(bytes / 4),
    at: (view, index) => view.getInt32(index * 4, true),
    invalid: -(2 ** 31),
  },
  61: { samplesIn: halves, at: (view, index) => view.getInt16(index * 2, false), invalid: -(2 ** 15) },
  80: { samplesIn: (bytes) => bytes, at: (view, index) => view.getUint8(index) - 2 ** 7, invalid: -(2 ** 7) },
  160: { samplesIn: halves, at: (view, index) => view.getUint16(index * 2, true) - 2 ** 15, invalid: -(2 ** 15) },
  212: { samplesIn: (bytes) => Math.floor((bytes * 2) / 3), at: packed212, invalid: -(2 ** 11) },
  310: { samplesIn: (bytes) => thirds(bytes, REST_310), at: packed310, invalid: -(2 ** 9) },
  311: { samplesIn: (bytes) => thirds(bytes, REST_311), at: packed311, invalid: -(2 ** 9) },
}

/** Compressed forms are unpacked elsewhere. */
const INVALID_IN_FLAC: Readonly<Record<number, number>> = { 508: -(2 ** 7), 516: -(2 ** 15), 524: -(2 ** 23) }

/** How many samples so many bytes hold; null for a form that is not read. */
export function samplesIn(format: number, lengthBytes: number): number | null {
  return STORAGE[format]?.samplesIn(lengthBytes) ?? null
}

export function invalidCountOf(format: number): number | null {
  return STORAGE[format]?.invalid ?? INVALID_IN_FLAC[format] ?? null
}

/** The first `sampleCount` counts; the caller has made sure with `samplesIn` that they are there. */
export function decodeCounts(format: number, bytes: Uint8Array, sampleCount: number): Int32Array {
  const storage = STORAGE[format]
  const counts = new Int32Array(sampleCount)
  if (!storage) return counts
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let index = 0; index < sampleCount; index++) counts[index] = storage.at(view, index)
  return counts
}

function halves(bytes: number): number {
  return Math.floor(bytes / 2)
}

function thirds(bytes: number, rest: readonly number[]): number {
  const left = bytes % 4
  return Math.floor(bytes / 4) * 3 + rest.filter((needed) => needed > 0 && needed <= left).length
}

function int24(view: DataView, index: number): number {
  return view.getUint16(index * 3, true) | (view.getInt8(index * 3 + 2) << 16)
}

function packed212(view: DataView, index: number): number {
  const offset = (index >> 1) * 3
  const middle = view.getUint8(offset + 1)
  const isFirst = index % 2 === 0
  return isFirst
    ? signed(view.getUint8(offset) | ((middle & 0x0f) << 8), 12)
    : signed(view.getUint8(offset + 2) | ((middle & 0xf0) << 4), 12)
}

function packed310(view: DataView, index: number): number {
  const offset = Math.floor(index / 3) * 4
  const part = index % 3
  if (part < 2) return signed((view.getUint16(offset + part * 2, true) >> 1) & 0x3ff, 10)
  const low = view.getUint16(offset, true) >> 11
  const high = view.getUint16(offset + 2, true) >> 11
  return signed(low | (high << 5), 10)
}

/** The last four bytes may be cut to what their samples need. */
function packed311(view: DataView, index: number): number {
  const offset = Math.floor(index / 3) * 4
  const byteAt = (place: number) => (offset + place < view.byteLength ? view.getUint8(offset + place) : 0)
  const word = byteAt(0) | (byteAt(1) << 8) | (byteAt(2) << 16) | (byteAt(3) << 24)
  return signed((word >>> ((index % 3) * 10)) & 0x3ff, 10)
}

function signed(value: number, bits: number): number {
  return value >= 2 ** (bits - 1) ? value - 2 ** bits : value
}
