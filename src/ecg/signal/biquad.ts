/**
 * Second-order sections run forwards and backwards, so that no wave is moved in time.
 *
 * Coefficients by the bilinear transform with prewarping (Oppenheim and Schafer, Discrete-Time Signal
 * Processing, 3rd ed., section 7.1; the notch after Bristow-Johnson, Audio EQ Cookbook).
 * Frequencies in hertz. Two passes of a section have its magnitude squared: the corner frequencies
 * given here are where both passes together reach −3 dB.
 */

export type Biquad = {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

/** How the signal goes on beyond its ends while it is filtered. */
export type Continuation = 'mirrored' | 'turned'

/** Butterworth of the second order falls to 1/√2 in two passes where one pass stands at 2^(−1/4). */
const TWO_PASSES = (Math.SQRT2 - 1) ** 0.25
/** Part of the padding over which the level of an end is taken: 0.2 s for 0.5 Hz. */
const LEVEL_SHARE = 0.1

export function lowPassSection(cutoffHz: number, sampleRateHz: number): Biquad {
  const k = warped(cutoffHz, sampleRateHz) / TWO_PASSES
  const norm = 1 / (1 + Math.SQRT2 * k + k * k)
  const b0 = k * k * norm
  return { b0, b1: 2 * b0, b2: b0, a1: 2 * (k * k - 1) * norm, a2: (1 - Math.SQRT2 * k + k * k) * norm }
}

export function highPassSection(cutoffHz: number, sampleRateHz: number): Biquad {
  const k = warped(cutoffHz, sampleRateHz) * TWO_PASSES
  const norm = 1 / (1 + Math.SQRT2 * k + k * k)
  return { b0: norm, b1: -2 * norm, b2: norm, a1: 2 * (k * k - 1) * norm, a2: (1 - Math.SQRT2 * k + k * k) * norm }
}

export function notchSection(frequencyHz: number, sampleRateHz: number, q: number): Biquad {
  const angle = (2 * Math.PI * frequencyHz) / sampleRateHz
  const alpha = Math.sin(angle) / (2 * q)
  const norm = 1 / (1 + alpha)
  const middle = -2 * Math.cos(angle) * norm
  return { b0: norm, b1: middle, b2: norm, a1: middle, a2: (1 - alpha) * norm }
}

/** Forwards and backwards over the signal and `padCount` samples beyond each end. The samples must be finite. */
export function filterBothWays(
  samples: Float64Array,
  section: Biquad,
  padCount: number,
  continuation: Continuation,
): Float64Array {
  const pad = Math.min(Math.max(padCount, 1), samples.length - 1)
  if (pad < 1) return samples.slice()
  const padded = continued(samples, pad, continuation)
  pass(padded, section, 0, 1)
  pass(padded, section, padded.length - 1, -1)
  return padded.subarray(pad, pad + samples.length)
}

/** tan(ω/2), held below the Nyquist frequency so that a corner above it leaves the signal as it is. */
function warped(cutoffHz: number, sampleRateHz: number): number {
  return Math.tan(Math.PI * Math.min(cutoffHz / sampleRateHz, 0.499))
}

/** In place, transposed direct form II, from the steady state of the sample at `from` to the other end. */
function pass(samples: Float64Array, { b0, b1, b2, a1, a2 }: Biquad, from: number, step: 1 | -1): void {
  const first = samples[from] ?? 0
  const settled = (first * (b0 + b1 + b2)) / (1 + a1 + a2)
  let second = b2 * first - a2 * settled
  let state = b1 * first - a1 * settled + second
  for (let index = from; index >= 0 && index < samples.length; index += step) {
    const input = samples[index] ?? 0
    const output = b0 * input + state
    state = b1 * input - a1 * output + second
    second = b2 * input - a2 * output
    samples[index] = output
  }
}

/** `mirrored` keeps the level at the ends; `turned` goes on with the slope, about the level of the end. */
function continued(samples: Float64Array, pad: number, continuation: Continuation): Float64Array {
  const { length } = samples
  const padded = new Float64Array(length + 2 * pad)
  padded.set(samples, pad)
  const stretch = Math.ceil(pad * LEVEL_SHARE)
  const startLevel = continuation === 'turned' ? medianOf(samples.subarray(0, stretch)) : 0
  const endingLevel = continuation === 'turned' ? medianOf(samples.subarray(length - stretch)) : 0
  const sign = continuation === 'turned' ? -1 : 1
  for (let offset = 1; offset <= pad; offset++) {
    padded[pad - offset] = 2 * startLevel + sign * (samples[offset] ?? 0)
    padded[pad + length - 1 + offset] = 2 * endingLevel + sign * (samples[length - 1 - offset] ?? 0)
  }
  return padded
}

/** The median, which a QRS at the very end hardly moves. */
function medianOf(samples: Float64Array): number {
  return samples.slice().sort()[samples.length >> 1] ?? 0
}
