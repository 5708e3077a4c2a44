/**
 * Filters of the analysis (clinical.md A1): none moves a wave in time.
 *
 * Samples in microvolts, frequencies in hertz; corner frequencies are where the result stands at −3 dB
 * (fourth order, Butterworth of the second order forwards and backwards). Missing samples (NaN) are
 * bridged while filtering and missing again in the result.
 */
import { filterBothWays, highPassSection, lowPassSection, notchSection } from './biquad'
import { acrossGaps } from './gaps'

/** The lower edge that AHA/ACC/HRS 2007 Part I allows for a filter without phase. */
const BASELINE_HZ = 0.5
const NOTCH_Q = 30

export function highPass(samples: Float32Array, sampleRateHz: number, cutoffHz: number): Float32Array {
  const section = highPassSection(cutoffHz, sampleRateHz)
  const pad = Math.ceil(sampleRateHz / cutoffHz)
  return acrossGaps(samples, (bridged) => filterBothWays(bridged, section, pad, 'turned'))
}

export function lowPass(samples: Float32Array, sampleRateHz: number, cutoffHz: number): Float32Array {
  const section = lowPassSection(cutoffHz, sampleRateHz)
  const pad = Math.ceil((2 * sampleRateHz) / cutoffHz)
  return acrossGaps(samples, (bridged) => filterBothWays(bridged, section, pad, 'mirrored'))
}

export function bandPass(samples: Float32Array, sampleRateHz: number, lowHz: number, highHz: number): Float32Array {
  return lowPass(highPass(samples, sampleRateHz, lowHz), sampleRateHz, highHz)
}

/** Takes one frequency away: 50 Hz of the mains, or 60 Hz where the recording was made. */
export function notch(samples: Float32Array, sampleRateHz: number, frequencyHz = 50, q = NOTCH_Q): Float32Array {
  if (frequencyHz >= sampleRateHz / 2) return samples.slice()
  const section = notchSection(frequencyHz, sampleRateHz, q)
  const pad = Math.ceil((q * sampleRateHz) / frequencyHz)
  return acrossGaps(samples, (bridged) => filterBothWays(bridged, section, pad, 'mirrored'))
}

/** Takes breathing and drift away, and the level with them. */
export function removeBaseline(samples: Float32Array, sampleRateHz: number, cutoffHz = BASELINE_HZ): Float32Array {
  return highPass(samples, sampleRateHz, cutoffHz)
}
