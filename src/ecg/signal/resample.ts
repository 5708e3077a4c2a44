/**
 * Another sampling rate without new frequencies: a sinc under a Kaiser window (Oppenheim and Schafer, section 7.5.3).
 *
 * Sample `i` of the result lies at `i / toHz` seconds, on the clock of the source. The pass band reaches 92 % of the
 * lower Nyquist frequency within 0.1 %. Missing samples (NaN) are missing where the nearest source sample is.
 */
import { bridgeGaps } from './gaps'

const PASS_SHARE = 0.96
/** Zero crossings of the sinc on each side. */
const CROSSINGS = 32
const KAISER_BETA = 7
/** More different phases than this are computed for each sample instead of being kept. */
const MAX_KEPT_PHASES = 2000

export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples.slice()
  const bridged = bridgeGaps(samples)
  const result = new Float32Array(Math.max(1, Math.round((samples.length * toHz) / fromHz)))
  if (!bridged) return result.fill(Number.NaN)
  const kernelAt = kernels(fromHz, toHz)
  for (let index = 0; index < result.length; index++) {
    const position = (index * fromHz) / toHz
    const whole = Math.floor(position)
    const nearest = samples[Math.min(Math.round(position), samples.length - 1)]
    result[index] = Number.isNaN(nearest) ? Number.NaN : weighted(bridged, whole, kernelAt(index, position - whole))
  }
  return result
}

function weighted(samples: Float64Array, whole: number, kernel: Float64Array): number {
  const first = whole - (kernel.length / 2 - 1)
  const last = samples.length - 1
  let sum = 0
  if (first >= 0 && first + kernel.length <= samples.length) {
    for (let tap = 0; tap < kernel.length; tap++) sum += (kernel[tap] ?? 0) * (samples[first + tap] ?? 0)
    return sum
  }
  for (let tap = 0; tap < kernel.length; tap++) {
    sum += (kernel[tap] ?? 0) * (samples[Math.min(Math.max(first + tap, 0), last)] ?? 0)
  }
  return sum
}

/** Weights of the source samples around a position, by the fraction of it that lies between two of them. */
function kernels(fromHz: number, toHz: number): (index: number, fraction: number) => Float64Array {
  const bandwidth = PASS_SHARE * Math.min(1, toHz / fromHz)
  const halfWidth = Math.ceil(CROSSINGS / bandwidth)
  const period = (toHz / greatestCommonDivisor(Math.round(fromHz * 1000), Math.round(toHz * 1000))) * 1000
  const kept = new Map<number, Float64Array>()
  return (index, fraction) => {
    if (period > MAX_KEPT_PHASES) return kernel(fraction, bandwidth, halfWidth)
    const phase = index % period
    const known = kept.get(phase) ?? kernel(fraction, bandwidth, halfWidth)
    kept.set(phase, known)
    return known
  }
}

function kernel(fraction: number, bandwidth: number, halfWidth: number): Float64Array {
  const weights = new Float64Array(2 * halfWidth)
  let sum = 0
  for (let tap = 0; tap < weights.length; tap++) {
    const distance = tap - (halfWidth - 1) - fraction
    const weight = sinc(bandwidth * distance) * kaiser(distance / halfWidth)
    weights[tap] = weight
    sum += weight
  }
  return weights.map((weight) => weight / sum)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA)
}

/** I₀ by its series. */
function bessel(x: number): number {
  let sum = 1
  let term = 1
  for (let n = 1; term > 1e-12 * sum; n++) {
    term *= (x / (2 * n)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
