import type { EcgRecording } from '../types'
import type { EcgStream } from './ecg-stream'

const BLOCK_S = 60

/** A recording that was read whole, for what works on streams. */
export function streamOfRecording(recording: EcgRecording): EcgStream {
  const { format, sampleRateHz, leads, recordedAt, patient, device, warnings } = recording
  const sampleCount = leads[0]?.samplesUv.length ?? 0
  const blockSamples = Math.round(BLOCK_S * sampleRateHz)
  return {
    format,
    sampleRateHz,
    sampleCount,
    leads: leads.map(({ samplesUv, ...lead }) => lead),
    recordedAt,
    patient,
    device,
    warnings,
    blocks: async function* () {
      for (let first = 0; first < sampleCount; first += blockSamples) {
        const count = Math.min(blockSamples, sampleCount - first)
        const samplesUv = leads.map((lead) => lead.samplesUv.slice(first, first + count))
        yield await Promise.resolve({ firstSampleIndex: first, sampleCount: count, samplesUv })
      }
    },
  }
}
