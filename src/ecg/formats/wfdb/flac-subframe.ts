/** One channel of a FLAC frame (RFC 9639, 9.2): constant, verbatim, or a prediction and its Rice-coded residual. */
import { EcgFormatError } from '../../errors'
import type { BitReader } from './flac-bits'

const CONSTANT = 0
const VERBATIM = 1
const FIRST_FIXED = 8
const LAST_FIXED = 12
const FIRST_LINEAR = 32

/** Coefficients of the fixed predictors of order 0 to 4, the latest sample first. */
const FIXED: readonly (readonly number[])[] = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]]

export function readSubframe(bits: BitReader, samples: Int32Array, bitsPerSample: number): void {
  if (bits.unsigned(1) !== 0) throw malformed(bits)
  const type = bits.unsigned(6)
  const wastedBits = bits.unsigned(1) === 1 ? bits.unary() + 1 : 0
  if (wastedBits >= bitsPerSample) throw malformed(bits)
  readContents(bits, samples, type, bitsPerSample - wastedBits)
  if (wastedBits > 0)
    for (let index = 0; index < samples.length; index++) samples[index] = at(samples, index) << wastedBits
}

function readContents(bits: BitReader, samples: Int32Array, type: number, width: number): void {
  if (type === CONSTANT) samples.fill(bits.signed(width))
  else if (type === VERBATIM) readPlain(bits, samples, samples.length, width)
  else if (type >= FIRST_FIXED && type <= LAST_FIXED)
    readPredicted(bits, samples, width, FIXED[type - FIRST_FIXED] ?? [], 0)
  else if (type >= FIRST_LINEAR) readLinear(bits, samples, type - FIRST_LINEAR + 1, width)
  else throw malformed(bits)
}

function readPlain(bits: BitReader, samples: Int32Array, count: number, width: number): void {
  for (let index = 0; index < count; index++) samples[index] = bits.signed(width)
}

function readLinear(bits: BitReader, samples: Int32Array, order: number, width: number): void {
  if (order > samples.length) throw malformed(bits)
  readPlain(bits, samples, order, width)
  const precision = bits.unsigned(4) + 1
  const shift = bits.signed(5)
  if (precision > 15 || shift < 0) throw malformed(bits)
  const coefficients = Array.from({ length: order }, () => bits.signed(precision))
  readResidual(bits, samples, order)
  restore(samples, coefficients, 2 ** shift)
}

function readPredicted(
  bits: BitReader,
  samples: Int32Array,
  width: number,
  coefficients: readonly number[],
  shift: number,
): void {
  if (coefficients.length > samples.length) throw malformed(bits)
  readPlain(bits, samples, coefficients.length, width)
  readResidual(bits, samples, coefficients.length)
  restore(samples, coefficients, 2 ** shift)
}

/** Sums stay below 2^53, where a double is exact; what a broken file makes larger wraps as an integer of 32 bits. */
function restore(samples: Int32Array, coefficients: readonly number[], divisor: number): void {
  const order = coefficients.length
  for (let index = order; index < samples.length; index++) {
    let sum = 0
    for (let tap = 0; tap < order; tap++) sum += (coefficients[tap] ?? 0) * at(samples, index - 1 - tap)
    samples[index] = at(samples, index) + Math.floor(sum / divisor)
  }
}

/** Partitions of equal length, each with its own Rice parameter; the first is shorter by the warm-up samples. */
function readResidual(bits: BitReader, samples: Int32Array, order: number): void {
  const method = bits.unsigned(2)
  if (method > 1) throw malformed(bits)
  const parameterBits = 4 + method
  const escapeCode = 2 ** parameterBits - 1
  const partitionCount = 2 ** bits.unsigned(4)
  const partitionLength = samples.length / partitionCount
  if (!Number.isInteger(partitionLength) || partitionLength < order) throw malformed(bits)
  for (let partition = 0; partition < partitionCount; partition++) {
    const start = partition === 0 ? order : partition * partitionLength
    const end = (partition + 1) * partitionLength
    const parameter = bits.unsigned(parameterBits)
    const plainBits = parameter === escapeCode ? bits.unsigned(5) : 0
    for (let index = start; index < end; index++) {
      samples[index] = parameter === escapeCode ? bits.signed(plainBits) : rice(bits, parameter)
    }
  }
}

function rice(bits: BitReader, parameter: number): number {
  const folded = ((bits.unary() << parameter) | bits.unsigned(parameter)) >>> 0
  return (folded >>> 1) ^ -(folded & 1)
}

function at(samples: Int32Array, index: number): number {
  return samples[index] ?? 0
}

function malformed(bits: BitReader): EcgFormatError {
  return new EcgFormatError(bits.formatId, 'malformed', 'the compressed samples are damaged', bits.offsetBytes)
}
