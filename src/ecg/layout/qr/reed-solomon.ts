/** Codewords of error correction of a QR code: Reed and Solomon's over GF(2⁸), polynomial 0x11d (ISO/IEC 18004, annex A). */
const FIELD_POLYNOMIAL = 0x11d

export function errorCodewords(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count)
  const rest = new Array<number>(count).fill(0)
  for (const codeword of data) {
    const factor = codeword ^ (rest.shift() ?? 0)
    rest.push(0)
    generator.forEach((coefficient, place) => {
      rest[place] = (rest[place] ?? 0) ^ product(coefficient, factor)
    })
  }
  return rest
}

/** Without its leading one. */
function generatorOf(degree: number): number[] {
  const coefficients = [...new Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let factor = 0; factor < degree; factor++) {
    for (let place = 0; place < degree; place++) {
      coefficients[place] = product(coefficients[place] ?? 0, root) ^ (coefficients[place + 1] ?? 0)
    }
    root = product(root, 2)
  }
  return coefficients
}

export function product(one: number, other: number): number {
  let result = 0
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >> 7) * FIELD_POLYNOMIAL)
    if ((other >> bit) & 1) result ^= one
  }
  return result
}
