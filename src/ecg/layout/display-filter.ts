/**
 * Filters for the eye. Raw is the rule; whatever is taken away is named on the trace, in the picture and in the PDF.
 *
 * Corner frequencies in hertz, −3 dB, without phase (`src/ecg/signal/filters.ts`): no wave moves in time. A low-pass of
 * 40 Hz lowers R and hides notches, a high-pass of 0.5 Hz is the lowest that keeps ST when it has no phase
 * (AHA/ACC/HRS 2007 Part I). Findings never come from a filtered trace: the engine reads the recording itself.
 */
import { highPass, lowPass, notch } from '../signal/filters'
import type { Waveform } from './layout-trace'

export const HIGH_PASS_HZ = [0.05, 0.5] as const
export const LOW_PASS_HZ = [150, 100, 40] as const
export const NOTCH_HZ = [50] as const

export type DisplayFilter = {
  readonly highPassHz: (typeof HIGH_PASS_HZ)[number] | null
  readonly lowPassHz: (typeof LOW_PASS_HZ)[number] | null
  readonly notchHz: (typeof NOTCH_HZ)[number] | null
}

export const RAW: DisplayFilter = { highPassHz: null, lowPassHz: null, notchHz: null }

export function isRaw({ highPassHz, lowPassHz, notchHz }: DisplayFilter): boolean {
  return highPassHz === null && lowPassHz === null && notchHz === null
}

/** The waveform itself where nothing is filtered. */
export function filtered<T extends Waveform>(waveform: T, filter: DisplayFilter): T {
  if (isRaw(filter)) return waveform
  const { sampleRateHz } = waveform
  const { highPassHz, lowPassHz, notchHz } = filter
  const leads = waveform.leads.map((lead) => {
    let samplesUv = lead.samplesUv
    if (notchHz !== null) samplesUv = notch(samplesUv, sampleRateHz, notchHz)
    if (lowPassHz !== null) samplesUv = lowPass(samplesUv, sampleRateHz, lowPassHz)
    if (highPassHz !== null) samplesUv = highPass(samplesUv, sampleRateHz, highPassHz)
    return { ...lead, samplesUv }
  })
  return { ...waveform, leads }
}
