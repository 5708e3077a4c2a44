/**
 * Hum of the mains at 50 Hz (or 60 Hz): how high it is, so that the notch is used only where there is something to take.
 * Microvolts, hertz. The median over stretches of 0.2 s leaves the QRS out, which fills less than half of them.
 */

const STRETCH_MS = 200

/** Amplitude (half of peak to peak) of one frequency. */
export function humAmplitudeUv(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  if (frequencyHz >= sampleRateHz / 2) return 0
  const probe = probeFor(sampleRateHz, frequencyHz)
  const { length } = probe.cosine
  const amplitudes: number[] = []
  for (let start = 0; start + length <= samples.length; start += length) {
    const amplitude = amplitudeAt(samples, start, probe)
    if (Number.isFinite(amplitude)) amplitudes.push(amplitude)
  }
  amplitudes.sort((one, other) => one - other)
  return amplitudes[amplitudes.length >> 1] ?? 0
}

/** One stretch of the frequency under a Hann window, so that drift does not count as hum. */
type Probe = { readonly cosine: Float64Array; readonly sine: Float64Array }

function probeFor(sampleRateHz: number, frequencyHz: number): Probe {
  const length = Math.max(1, Math.round((STRETCH_MS * sampleRateHz) / 1000))
  const angle = (2 * Math.PI * frequencyHz) / sampleRateHz
  const weightAt = (index: number) => (2 / length) * (1 - Math.cos((2 * Math.PI * (index + 0.5)) / length))
  return {
    cosine: Float64Array.from({ length }, (_, index) => weightAt(index) * Math.cos(angle * index)),
    sine: Float64Array.from({ length }, (_, index) => weightAt(index) * Math.sin(angle * index)),
  }
}

function amplitudeAt(samples: Float32Array, start: number, { cosine, sine }: Probe): number {
  let real = 0
  let imaginary = 0
  for (let index = 0; index < cosine.length; index++) {
    const value = samples[start + index] ?? 0
    real += value * (cosine[index] ?? 0)
    imaginary += value * (sine[index] ?? 0)
  }
  return Math.hypot(real, imaginary)
}
