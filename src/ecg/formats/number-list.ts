/** Long lists of numbers in text, read in place: a recording is tens of thousands of them, and a string for each costs. */

/** Beyond this many digits a double does not hold the digits as a whole number. */
const MAX_DIGITS = 15
const POWERS_OF_TEN = Array.from({ length: MAX_DIGITS + 1 }, (_, exponent) => 10 ** exponent)
const [ZERO, NINE, MINUS, PLUS, POINT, COMMA] = [0x30, 0x39, 0x2d, 0x2b, 0x2e, 0x2c]
const [SPACE, TAB, RETURN, NO_BREAK_SPACE] = [0x20, 0x09, 0x0d, 0xa0]

/** The number in that part of the text as `Number` reads it; NaN for nothing and for what is none. */
export function numberIn(text: string, start: number, end: number, hasDecimalComma = false): number {
  const sign = text.charCodeAt(start)
  const from = sign === MINUS || sign === PLUS ? start + 1 : start
  const integer = digitsBetween(text, from, end)
  if (integer >= 0 && end > from && end - from <= MAX_DIGITS) return sign === MINUS ? -integer : integer
  const mark = decimalMark(text, from, end, hasDecimalComma)
  const whole = digitsBetween(text, from, mark)
  const decimals = digitsBetween(text, mark + 1, end)
  const decimalCount = Math.max(0, end - mark - 1)
  const digitCount = mark - from + decimalCount
  if (whole < 0 || decimals < 0 || digitCount < 1 || digitCount > MAX_DIGITS) {
    return anyNumber(text.slice(start, end), hasDecimalComma)
  }
  const power = POWERS_OF_TEN[decimalCount] ?? 1
  const size = decimalCount === 0 ? whole : (whole * power + decimals) / power
  return sign === MINUS ? -size : size
}

/** Where it stands, or the end. */
function decimalMark(text: string, start: number, end: number, hasDecimalComma: boolean): number {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code === POINT || (hasDecimalComma && code === COMMA)) return index
  }
  return end
}

/** −1 where something else is between them. */
function digitsBetween(text: string, start: number, end: number): number {
  let value = 0
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index)
    if (code < ZERO || code > NINE) return -1
    value = value * 10 + code - ZERO
  }
  return value
}

/** By code of the character: 1 where it separates. */
export type Separators = Uint8Array

export const BLANKS = separators(SPACE, TAB, TAB + 1, TAB + 2, TAB + 3, RETURN, NO_BREAK_SPACE)
export const COMMAS = separators(COMMA)
export const BLANKS_AND_COMMAS = separators(SPACE, TAB, TAB + 1, TAB + 2, TAB + 3, RETURN, NO_BREAK_SPACE, COMMA)

export function isBlank(code: number): boolean {
  return BLANKS[code] === 1
}

/** One number for each word between separators; `numberOf` is given where the word begins and ends. */
export function numbersBetween<Numbers extends Float32Array | Int32Array>(
  text: string,
  between: Separators,
  numberOf: (start: number, end: number) => number,
  ofLength: (length: number) => Numbers,
): Numbers {
  const numbers = ofLength((text.length + 1) >> 1)
  let count = 0
  let start = -1
  for (let index = 0; index <= text.length; index++) {
    const isInWord = index < text.length && between[text.charCodeAt(index)] !== 1
    if (isInWord && start === -1) start = index
    else if (!isInWord && start !== -1) {
      numbers[count] = numberOf(start, index)
      count += 1
      start = -1
    }
  }
  const exact = ofLength(count)
  exact.set(numbers.subarray(0, count))
  return exact
}

export function wordCount(text: string, between: Separators): number {
  let count = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    const isWord = between[text.charCodeAt(index)] !== 1
    if (isWord && !isInWord) count += 1
    isInWord = isWord
  }
  return count
}

function separators(...codes: readonly number[]): Separators {
  const table = new Uint8Array(256)
  for (const code of codes) table[code] = 1
  return table
}

function anyNumber(word: string, hasDecimalComma: boolean): number {
  const text = hasDecimalComma ? word.replace(',', '.') : word
  return text.trim() === '' ? Number.NaN : Number(text)
}
