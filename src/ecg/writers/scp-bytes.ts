/** Little-endian pieces of an SCP-ECG file (EN 1064, 5.2). */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    joined.set(piece, offset)
    offset += piece.length
  }
  return joined
}

export const bytesOf = (lengthBytes: number): Uint8Array => new Uint8Array(lengthBytes)
export const u8 = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
/** Two bytes; a negative number as its two’s complement. */
export const u16 = (value: number): Uint8Array => u8(value & 255, (value >> 8) & 255)
export const u32 = (value: number): Uint8Array => join([u16(value & 0xffff), u16(value >>> 16)])

/** UTF-8 with its closing zero; of a fixed length when one is given. */
export function text(value: string, lengthBytes?: number): Uint8Array {
  const encoded = new TextEncoder().encode(value)
  const bytes = bytesOf(lengthBytes ?? encoded.length + 1)
  bytes.set(encoded.subarray(0, bytes.length))
  return bytes
}

/** CRC-CCITT: polynomial 0x1021, initial value 0xFFFF. */
export function crcCcitt(bytes: Uint8Array): number {
  let crc = 0xffff
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc
}
