/**
 * The default Huffman code of SCP-ECG (EN 1064, annex C): magnitudes up to 8 as that many ones,
 * a zero and a sign bit; then an 8-bit and a 16-bit literal behind nine and ten ones.
 */
const MAX_SHORT = 8
const LITERAL_8 = '1111111110'
const LITERAL_16 = '1111111111'

export function encodeDefaultHuffman(values: Int32Array): Uint8Array {
  const bits = Array.from(values, codeOf).join('')
  const bytes = new Uint8Array(Math.ceil(bits.length / 8))
  for (let index = 0; index < bits.length; index++) {
    if (bits[index] === '1') bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  }
  return bytes
}

/** Differences of order 0, 1 or 2; the first values, as many as the order, stay as they are. */
export function differences(values: Int32Array, order: 0 | 1 | 2): Int32Array {
  if (order === 0) return values
  return values.map((value, index) => {
    if (index < order) return value
    const previous = values[index - 1] ?? 0
    return order === 1 ? value - previous : value - 2 * previous + (values[index - 2] ?? 0)
  })
}

/** Whether the longest code of the table, 16 bits with a sign, holds every value. */
export function isEncodable(values: Int32Array): boolean {
  return values.every((value) => value >= -32_768 && value <= 32_767)
}

function codeOf(value: number): string {
  const magnitude = Math.abs(value)
  if (value === 0) return '0'
  if (magnitude <= MAX_SHORT) return `${'1'.repeat(magnitude)}0${value > 0 ? '0' : '1'}`
  if (value >= -128 && value <= 127) return LITERAL_8 + literal(value, 8)
  return LITERAL_16 + literal(value, 16)
}

function literal(value: number, bitCount: number): string {
  return (value & (2 ** bitCount - 1)).toString(2).padStart(bitCount, '0')
}
