/**
 * muscle noise and mains, both between 20 and 150 Hz and told apart here.
 *
 * Between the QRS complexes the heart has nothing above 20 Hz, so what is there is noise; no subtraction of a
 * median beat is needed. Windows of 100 ms, the loudest fifth left out (a pacing spike is no muscle). Where
 * beats are unknown, the quieter half of the windows is taken. Mains: amplitude at 50, 60 and 100 Hz in windows
 * of 200 ms, whole periods of all of them and short enough for a mains that is 0.2 Hz off.
 */

import type { QualityNote } from '../measure/types'
import { highPass, lowPass } from '../signal/filters'
import type { Check, CheckInput } from './check'
import { middleOf, noteAbove } from './check'
import {
  MAINS_BAD_UV,
  MAINS_HZ,
  MAINS_WARN_UV,
  MUSCLE_BAD_UV,
  MUSCLE_FROM_HZ,
  MUSCLE_TO_HZ,
  MUSCLE_WARN_UV,
} from './limits'

const WINDOW_MS = 100
/** Taken out of the muscle noise where there is mains. */
const HARMONICS_HZ = [150, 180] as const
const MAINS_WINDOW_MS = 200
const QUIET_SHARE = 0.8
const UNKNOWN_BEATS_SHARE = 0.5
/** Above this share of the rate a low-pass has nothing left to take. */
const USEFUL_SHARE = 0.4

export const checkFastNoise: Check = (input) => {
  const { sampleRateHz } = input.recording
  if (sampleRateHz < 4 * MUSCLE_FROM_HZ) return []
  return input.leads.flatMap(({ name, samplesUv }): readonly QualityNote[] => {
    const fast = fastPart(samplesUv, sampleRateHz)
    const mainsUv = amplitudesUv(fast, sampleRateHz, MAINS_HZ)
    const harmonicsUv = Math.max(...mainsUv) > MAINS_WARN_UV ? amplitudesUv(fast, sampleRateHz, HARMONICS_HZ) : []
    const mainsPower = [...mainsUv, ...harmonicsUv].reduce((sum, uv) => sum + uv ** 2 / 2, 0)
    const muscleUv = Math.sqrt(Math.max(0, noisePower(fast, input) - mainsPower))
    return [
      ...noteAbove('muscle-noise', name, muscleUv, [
        ['bad', MUSCLE_BAD_UV],
        ['warn', MUSCLE_WARN_UV],
      ]),
      ...noteAbove('mains-noise', name, Math.max(...mainsUv), [
        ['bad', MAINS_BAD_UV],
        ['warn', MAINS_WARN_UV],
      ]),
    ]
  })
}

function fastPart(samplesUv: Float32Array, sampleRateHz: number): Float32Array {
  const fast = highPass(samplesUv, sampleRateHz, MUSCLE_FROM_HZ)
  return MUSCLE_TO_HZ < USEFUL_SHARE * sampleRateHz ? lowPass(fast, sampleRateHz, MUSCLE_TO_HZ) : fast
}

function noisePower(fast: Float32Array, { qrsMask, rPeakIndices, recording }: CheckInput): number {
  const width = Math.max(1, Math.round((WINDOW_MS * recording.sampleRateHz) / 1000))
  const powers: number[] = []
  for (let from = 0; from + width <= fast.length; from += width) {
    if (qrsMask[from] === 1 || qrsMask[from + width - 1] === 1) continue
    let sum = 0
    for (let index = from; index < from + width; index++) sum += (fast[index] ?? 0) ** 2
    if (!Number.isNaN(sum)) powers.push(sum / width)
  }
  powers.sort((one, other) => one - other)
  const share = rPeakIndices && rPeakIndices.length > 0 ? QUIET_SHARE : UNKNOWN_BEATS_SHARE
  const taken = powers.slice(0, Math.max(1, Math.floor(powers.length * share)))
  return taken.reduce((sum, power) => sum + power, 0) / taken.length || 0
}

function amplitudesUv(fast: Float32Array, sampleRateHz: number, frequenciesHz: readonly number[]): readonly number[] {
  const width = Math.round((MAINS_WINDOW_MS * sampleRateHz) / 1000)
  const starts = Array.from({ length: Math.floor(fast.length / width) }, (_, index) => index * width)
  return frequenciesHz.map((hz) => {
    if (hz >= USEFUL_SHARE * sampleRateHz) return 0
    const amplitudes = starts.map((from) => amplitudeUv(fast, from, width, (2 * Math.PI * hz) / sampleRateHz))
    return middleOf(amplitudes.filter((value) => !Number.isNaN(value)))
  })
}

/** Goertzel's recursion: the amplitude of one frequency in a window. */
function amplitudeUv(samples: Float32Array, from: number, width: number, radiansPerSample: number): number {
  const turn = 2 * Math.cos(radiansPerSample)
  let last = 0
  let beforeLast = 0
  for (let index = from; index < from + width; index++) {
    const next = (samples[index] ?? 0) + turn * last - beforeLast
    beforeLast = last
    last = next
  }
  return (2 / width) * Math.sqrt(Math.max(0, last * last + beforeLast * beforeLast - turn * last * beforeLast))
}
