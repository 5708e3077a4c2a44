/** CRC-32 as in ISO-HDLC (polynomial 0x04C11DB7, reflected). */
const REFLECTED_POLYNOMIAL = 0xedb88320
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 1 ? (remainder >>> 1) ^ REFLECTED_POLYNOMIAL : remainder >>> 1
  return remainder >>> 0
})

/** `before` is that of the bytes that go before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let remainder = before ^ 0xffffffff
  for (const byte of bytes) remainder = (remainder >>> 8) ^ (TABLE[(remainder ^ byte) & 0xff] ?? 0)
  return (remainder ^ 0xffffffff) >>> 0
}
