/** Power spectrum by a radix-2 Fourier transform, for the few hundred samples of a window. */

/** Share of the power of `whole` that lies in `band`; both in hertz. Null for a silent window. */
export function bandShare(
  samples: Float32Array,
  sampleRateHz: number,
  band: readonly [number, number],
  whole: readonly [number, number],
): number | null {
  const power = powerSpectrum(samples)
  const hzPerBin = sampleRateHz / (2 * power.length)
  const sumOf = ([fromHz, toHz]: readonly [number, number]) => {
    let sum = 0
    for (let bin = Math.ceil(fromHz / hzPerBin); bin <= Math.min(power.length - 1, toHz / hzPerBin); bin++) {
      sum += power[bin] ?? 0
    }
    return sum
  }
  const total = sumOf(whole)
  return total > 0 ? sumOf(band) / total : null
}

/** Of the window of Hann, filled up with zeros to a power of two; bins from 0 to half the sampling rate. */
function powerSpectrum(samples: Float32Array): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, samples.length)))
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  for (let index = 0; index < samples.length; index++) {
    re[index] = (samples[index] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length))
  }
  transform(re, im)
  const power = new Float64Array(size / 2)
  for (let bin = 0; bin < power.length; bin++) power[bin] = (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2
  return power
}

/** In place. */
function transform(re: Float64Array, im: Float64Array): void {
  reverseBits(re, im)
  for (let half = 1; half < re.length; half *= 2) {
    const angle = -Math.PI / half
    for (let offset = 0; offset < half; offset++) {
      const cos = Math.cos(angle * offset)
      const sin = Math.sin(angle * offset)
      for (let upper = offset; upper < re.length; upper += 2 * half) butterfly(re, im, upper, upper + half, cos, sin)
    }
  }
}

function butterfly(re: Float64Array, im: Float64Array, one: number, other: number, cos: number, sin: number): void {
  const turnedRe = (re[other] ?? 0) * cos - (im[other] ?? 0) * sin
  const turnedIm = (re[other] ?? 0) * sin + (im[other] ?? 0) * cos
  re[other] = (re[one] ?? 0) - turnedRe
  im[other] = (im[one] ?? 0) - turnedIm
  re[one] = (re[one] ?? 0) + turnedRe
  im[one] = (im[one] ?? 0) + turnedIm
}

/** The imaginary part is still all zero. */
function reverseBits(re: Float64Array, im: Float64Array): void {
  const source = re.slice()
  const bits = Math.log2(re.length)
  for (let index = 0; index < re.length; index++) {
    let reversed = 0
    for (let bit = 0; bit < bits; bit++) reversed = (reversed << 1) | ((index >> bit) & 1)
    re[reversed] = source[index] ?? 0
    im[reversed] = 0
  }
}
