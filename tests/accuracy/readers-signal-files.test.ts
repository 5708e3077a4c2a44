/** EDF, WFDB, ISHNE and text files against their ground truth; `ECG_DATA_DIR` says where the recordings are. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '@/ecg/errors'
import { readEcgFile } from '@/ecg/read-ecg-file'
import { type EcgReading, type EcgRecording, STANDARD_LEADS } from '@/ecg/types'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const CONTEC = 'edf/contec_0000050.ECG.edf'
const LUDB_24 = 'edf/derived_ludb_24_edf_uV.edf'

const isAbsent = (...files: readonly string[]) => files.some((file) => !existsSync(join(DATA, file)))

describe('a real EDF file', () => {
  it.skipIf(isAbsent(LUDB_24))(`reads as its ground truth says: ${LUDB_24}`, () => {
    const recording = recordingOf(LUDB_24)
    expect(summaryOf(recording)).toEqual({ format: 'edf', sampleRateHz: 500, sampleCount: 5000 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS)
    expect(recording.recordedAt?.local).toBe('2026-03-02T10:15:30')
    expect(recording.device.model).toBe('Schiller AT101')
  })

  it.skipIf(isAbsent(CONTEC))(`has only the leads that were connected: ${CONTEC}`, () => {
    const recording = recordingOf(CONTEC)
    expect(summaryOf(recording)).toEqual({ format: 'edf', sampleRateHz: 800, sampleCount: 37_855 })
    expect(recording.leads.map(({ name }) => name)).toEqual(STANDARD_LEADS.slice(0, 6))
  })

  it.each(['edf/pyedflib_test_subsecond.edf', 'edf/wfdbpy_test_edfann.edf'])('is no ECG: %s', (file) => {
    if (!isAbsent(file)) expect(outcomeOf(file)).toBe('no_waveform')
  })
})

function recordingOf(file: string): EcgRecording {
  return waveformOf(readEcgFile(bytesOf(file)), file)
}

function waveformOf(reading: EcgReading, name: string): EcgRecording {
  if (reading.kind !== 'waveform') throw new Error(`${name} is no waveform`)
  return reading.recording
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(DATA, file)))
}

function summaryOf({ format, sampleRateHz, leads }: EcgRecording): object {
  return { format, sampleRateHz, sampleCount: leads[0]?.samplesUv.length }
}

function outcomeOf(file: string): string {
  try {
    return readEcgFile(bytesOf(file)).kind
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
}
