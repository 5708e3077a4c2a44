/**
 * Quality and exchanged electrodes on real recordings: a good recording must not be called a bad one, and no
 * electrode exchanged that is not. Simulators, whose twelve leads are one curve, are no hearts and are left out.
 */
import { describe, expect, it } from 'vitest'
import { analyse } from '@/ecg/analyse'
import { assessQuality } from '@/ecg/quality/assess-quality'
import { readEcgFiles } from '@/ecg/read-ecg-files'
import type { EcgRecording } from '@/ecg/types'
import { hasRecordings, recordingFiles, recordingPaths } from '../support/real-recordings'

const SIMULATORS = ['dicom/test_ecg_dcmwaveform.dcm', 'scp/contec_demo.scp']
/** Many limb leads of LUDB contradict each other: the gains in its headers do not belong to its samples. */
const WRONG_GAINS = 'wfdb/ludb/'
const LONGEST_MS = 60_000

/** Limits on what was measured; they may only fall. */
const MOST_UNACCEPTABLE = 0
const MOST_FALSE_SWAPS_HIGH_OR_MEDIUM = 0
const MOST_FALSE_SWAPS_LOW = 2

const folders = ['wfdb/ludb', 'wfdb/ptbxl', 'dicom', 'aecg', 'muse', 'philips', 'scp', 'ishne', 'edf']

describe.skipIf(!hasRecordings(...folders))('real twelve-lead recordings', () => {
  const judged = hasRecordings(...folders) ? judgedRecordings() : []

  it('are enough to tell something', () => {
    expect(judged.length).toBeGreaterThan(45)
  })

  it('are not called unacceptable', () => {
    const refused = judged.filter(({ quality }) => quality.overall === 'unacceptable')

    expect(refused.map(({ path }) => path)).toHaveLength(MOST_UNACCEPTABLE)
  })

  it('are limited only for a reason that is true of them: wrong gains, or a rate that is low', () => {
    const limited = judged.filter(({ path, quality }) => !path.startsWith(WRONG_GAINS) && quality.overall !== 'good')
    const reasons = limited.flatMap(({ path, quality }) =>
      quality.notes.filter(({ severity }) => severity !== 'info').map(({ reason }) => `${path}: ${reason}`),
    )

    expect(reasons).toEqual(['wfdb/ptbxl/00001_lr.hea: sampling-rate-low'])
  })

  it('have no lead called bad in LUDB, whose leads were all on', () => {
    const bad = judged.flatMap(({ path, quality }) =>
      path.startsWith(WRONG_GAINS)
        ? Object.entries(quality.leads).flatMap(([lead, state]) => (state === 'bad' ? [`${path} ${lead}`] : []))
        : [],
    )

    expect(bad).toEqual([])
  })

  it('have no exchanged electrodes', () => {
    const suspected = judged.filter(({ swap }) => swap !== null)
    const sure = suspected.filter(({ swap }) => swap?.confidence !== 'low')

    expect(sure.map(({ path }) => path)).toHaveLength(MOST_FALSE_SWAPS_HIGH_OR_MEDIUM)
    expect(suspected.length - sure.length).toBeLessThanOrEqual(MOST_FALSE_SWAPS_LOW)
  })
})

function judgedRecordings() {
  return recordingPaths().flatMap((path) => {
    const recording = isChosen(path) ? recordingOf(path) : null
    if (!recording) return []
    const analysis = analyse(recording)
    const rPeakIndices = analysis.beats.map(({ rPeakMs }) => Math.round((rPeakMs * recording.sampleRateHz) / 1000))
    return [{ path, swap: analysis.swap, quality: assessQuality(recording, { rPeakIndices }) }]
  })
}

const isChosen = (path: string): boolean =>
  folders.some((folder) => path.startsWith(folder)) && !SIMULATORS.includes(path) && !path.includes('derived')

function recordingOf(path: string): EcgRecording | null {
  try {
    const reading = readEcgFiles(recordingFiles(path))
    if (reading.kind !== 'waveform' || reading.recording.leads.length < 12) return null
    const { leads, sampleRateHz } = reading.recording
    const durationMs = ((leads[0]?.samplesUv.length ?? 0) * 1000) / sampleRateHz
    return durationMs >= 8000 && durationMs <= LONGEST_MS ? reading.recording : null
  } catch {
    return null
  }
}
