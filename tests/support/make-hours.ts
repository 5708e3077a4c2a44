/** Long recordings of a made heart: a minute over and over, with times in which it stands still. */
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import type { EcgRecording, LeadName } from '@/ecg/types'
import { edfWriter } from '@/ecg/writers/edf'

type Hours = {
  readonly minutes: number
  readonly sampleRateHz: number
  readonly leads: readonly LeadName[]
  /** Where more than two seconds without a beat begin. */
  readonly pausesAtMs?: readonly number[]
}

const MINUTE_MS = 60_000
const PAUSE_MS = 1600

export function longRecording({ minutes, sampleRateHz, leads, pausesAtMs = [] }: Hours): EcgRecording {
  const { recording } = makeEcg({ scenario: 'normal', seed: 5, durationMs: MINUTE_MS, sampleRateHz })
  const indexOf = (ms: number) => Math.round((ms * sampleRateHz) / 1000)
  const repeated = recording.leads
    .filter(({ name }) => leads.includes(name))
    .map((lead) => {
      const samplesUv = new Float32Array(lead.samplesUv.length * minutes)
      for (let minute = 0; minute < minutes; minute++) samplesUv.set(lead.samplesUv, minute * lead.samplesUv.length)
      for (const atMs of pausesAtMs) samplesUv.fill(0, indexOf(atMs), indexOf(atMs + PAUSE_MS))
      return { ...lead, samplesUv }
    })
  return { ...recording, leads: repeated }
}

export function longEdf(hours: Hours): Uint8Array<ArrayBuffer> {
  const [file] = edfWriter.write(longRecording(hours), 'long')
  return Uint8Array.from(file?.bytes ?? [])
}
