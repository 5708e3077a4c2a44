/**
 * Hum of the mains at 50 Hz (or 60 Hz): how high it is, so that the notch is used only where there is something to take.
 * Microvolts, hertz. The median over stretches of 0.2 s leaves the QRS out, which fills less than half of them.
 */

const STRETCH_MS = 200

/** Amplitude (half of peak to peak) of one frequency. */
export function humAmplitudeUv(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  if (frequencyHz >= sampleRateHz / 2) return 0
  const length = Math.round((STRETCH_MS * sampleRateHz) / 1000)
  const angle = (2 * Math.PI * frequencyHz) / sampleRateHz
  const amplitudes: number[] = []
  for (let start = 0; start + length <= samples.length; start += length) {
    const amplitude = amplitudeOf(samples.subarray(start, start + length), angle)
    if (Number.isFinite(amplitude)) amplitudes.push(amplitude)
  }
  amplitudes.sort((one, other) => one - other)
  return amplitudes[amplitudes.length >> 1] ?? 0
}

/** Under a Hann window, so that drift does not count as hum. */
function amplitudeOf(samples: Float32Array, angle: number): number {
  let cosine = 0
  let sine = 0
  let weights = 0
  for (let index = 0; index < samples.length; index++) {
    const weight = 1 - Math.cos((2 * Math.PI * (index + 0.5)) / samples.length)
    const value = (samples[index] ?? 0) * weight
    cosine += value * Math.cos(angle * index)
    sine += value * Math.sin(angle * index)
    weights += weight
  }
  return (2 * Math.hypot(cosine, sine)) / weights
}
