import { describe, expect, it } from 'vitest'
import { bandPass, highPass, lowPass, notch, removeBaseline } from './filters'
import { resample } from './resample'

const RATE_HZ = 500
const COUNT = 5000

describe('a filter', () => {
  it('leaves a wave of its pass band where it is and as high as it is', () => {
    const wave = sine(10)
    for (const filtered of [lowPass(wave, RATE_HZ, 40), highPass(wave, RATE_HZ, 0.5), bandPass(wave, RATE_HZ, 1, 40)]) {
      expect(largestDifference(filtered, wave, 500, 4500)).toBeLessThan(1)
    }
  })

  it('stands at -3 dB at its corner', () => {
    expect(amplitude(lowPass(sine(40), RATE_HZ, 40))).toBeCloseTo(100 / Math.SQRT2, 0)
    expect(amplitude(highPass(sine(5), RATE_HZ, 5))).toBeCloseTo(100 / Math.SQRT2, 0)
  })

  it('takes the mains away and leaves 45 Hz', () => {
    expect(amplitude(notch(sine(50), RATE_HZ))).toBeLessThan(0.5)
    expect(amplitude(notch(sine(45), RATE_HZ))).toBeGreaterThan(97)
    expect(notch(sine(10), 90, 50)).toEqual(sine(10))
  })

  it('takes drift away to the very ends', () => {
    const drifting = Float32Array.from({ length: COUNT }, (_, index) => 300 + index * 0.1)
    expect(Math.max(...removeBaseline(drifting, RATE_HZ).map(Math.abs))).toBeLessThan(10)
  })

  it('keeps missing samples missing and the others as they are', () => {
    const holed = sine(5)
    holed.fill(Number.NaN, 1000, 1010)
    const filtered = lowPass(holed, RATE_HZ, 40)
    expect(filtered.slice(1000, 1010).every(Number.isNaN)).toBe(true)
    expect(filtered.filter(Number.isNaN)).toHaveLength(10)
    expect(largestDifference(filtered, sine(5), 1100, 4500)).toBeLessThan(1)
  })

  it('answers missing for missing, and for one sample and none', () => {
    expect(lowPass(new Float32Array(100).fill(Number.NaN), RATE_HZ, 40).every(Number.isNaN)).toBe(true)
    expect(lowPass(Float32Array.of(7), RATE_HZ, 40)).toEqual(Float32Array.of(7))
    expect(lowPass(new Float32Array(), RATE_HZ, 40)).toHaveLength(0)
  })
})

describe('resample', () => {
  for (const [fromHz, toHz] of [
    [240, 500],
    [1000, 500],
    [511.844, 500],
    [100, 500],
    [250, 360],
  ] as const) {
    it(`keeps waves of 1 to 35 Hz from ${fromHz} to ${toHz} Hz within 0.2 %`, () => {
      for (const frequencyHz of [1, 13, 35]) {
        const result = resample(sine(frequencyHz, fromHz, 10 * fromHz), fromHz, toHz)
        expect(result.length).toBe(10 * toHz)
        expect(largestDifference(result, sine(frequencyHz, toHz, result.length), toHz, 9 * toHz)).toBeLessThan(0.2)
      }
    })
  }

  it('does not fold what lies above the new Nyquist frequency', () => {
    expect(amplitude(resample(sine(300, 1000, 10_000), 1000, 500))).toBeLessThan(0.1)
  })

  it('keeps the mean to the ends and holes as holes', () => {
    const flat = new Float32Array(1000).fill(40)
    flat.fill(Number.NaN, 500, 520)
    const result = resample(flat, 1000, 500)
    expect(result.slice(250, 260).every(Number.isNaN)).toBe(true)
    expect(result.filter((sample) => Math.abs(sample - 40) < 1e-3)).toHaveLength(490)
  })
})

function sine(frequencyHz: number, sampleRateHz = RATE_HZ, length = COUNT): Float32Array {
  return Float32Array.from({ length }, (_, index) => 100 * Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz))
}

function amplitude(samples: Float32Array): number {
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4)
  return Math.SQRT2 * Math.sqrt(middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length)
}

function largestDifference(one: Float32Array, other: Float32Array, from: number, to: number): number {
  let largest = 0
  for (let index = from; index < to; index++) {
    largest = Math.max(largest, Math.abs((one[index] ?? 0) - (other[index] ?? 0)))
  }
  return largest
}
