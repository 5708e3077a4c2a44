/**
 * Electrodes exchanged on real recordings by the algebra of clinical.md B6, at any confidence and of any kind: what
 * counts is that the person at the recorder is asked to look. The recordings of LUDB in which a P wave is marked.
 */
import { describe, expect, it } from 'vitest'
import { analyse } from '@/ecg/analyse'
import { completeLeads } from '@/ecg/leads'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import { INDEPENDENT_LEADS } from '@/ecg/synthetic/morphology'
import { type ElectrodeSwap, swapElectrodes } from '@/ecg/synthetic/swaps'
import type { EcgRecording } from '@/ecg/types'
import { hasRecordings, recordingFiles, recordingPaths } from '../support/real-recordings'

const LUDB = 'wfdb/ludb'

/** Share found of those with a P wave; floors that may only rise. */
const FLOORS = [
  ['RA-RL', 1],
  ['LA-RL', 1],
  ['arms-legs', 1],
  ['LA-RA', 0.95],
  ['RA-LL', 0.95],
] as const

describe.skipIf(!hasRecordings(LUDB))('electrodes exchanged on recordings of LUDB', () => {
  const recordings = hasRecordings(LUDB) ? recordingsWithP() : []

  it.each(FLOORS)('are noticed: %s, in at least %f of them', (swap, floor) => {
    const found = recordings.filter((recording) => analyse(withSwap(recording, swap)).swap !== null)

    expect(recordings.length).toBeGreaterThan(20)
    expect(found.length / recordings.length).toBeGreaterThanOrEqual(floor)
  })
})

function recordingsWithP(): readonly EcgRecording[] {
  return recordingPaths()
    .filter((path) => path.startsWith(LUDB) && path.endsWith('.hea'))
    .flatMap((path) => {
      const reading = readEcgFiles(recordingFiles(path))
      if (reading.kind !== 'waveform') return []
      const recording = withSwap(reading.recording, null)
      return analyse(recording).representative?.marks.pOnsetMs === null ? [] : [recording]
    })
}

/** From the eight independent leads, so that the limb leads agree whatever the gains in the header say. */
function withSwap(recording: EcgRecording, swap: ElectrodeSwap | null): EcgRecording {
  const channels = INDEPENDENT_LEADS.map((name) =>
    Float64Array.from(recording.leads.find((lead) => lead.name === name)?.samplesUv ?? []),
  )
  const stored = (swap ? swapElectrodes(channels, swap) : channels).map((samples, lead) => ({
    name: INDEPENDENT_LEADS[lead] ?? 'I',
    samplesUv: Float32Array.from(samples),
    isDerived: false,
  }))
  return { ...recording, leads: completeLeads(stored) }
}
