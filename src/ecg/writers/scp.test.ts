import { describe, expect, it } from 'vitest'
import { scpEcg } from '../formats/scp'
import { makeEcg } from '../synthetic/make-ecg'
import type { EcgRecording } from '../types'
import { writeScp } from './scp'

const PATIENT = {
  id: '3020268…',
  familyName: 'Oʻktamova',
  givenName: 'Зебо',
  sex: 'female',
  birthDate: '1968-02-03',
  ageYears: 58,
} as const

describe('a written SCP-ECG file', () => {
  it.each(['sinus', 'vf', 'paced'] as const)('gives back every sample in rhythm %s', (rhythm) => {
    const { recording } = makeEcg({ scenario: 'normal', rhythm, seed: 17 })
    const read = readBack(writeScp(recording))

    expect(read.sampleRateHz).toBe(500)
    expect(read.warnings).toEqual([])
    for (const lead of recording.leads) {
      const same = read.leads.find(({ name }) => name === lead.name)
      expect(same?.samplesUv.map(unsigned)).toEqual(lead.samplesUv.map(unsigned))
    }
  })

  it('holds who, when and with what, in any script', () => {
    const { recording } = makeEcg({ scenario: 'inferior-stemi', seed: 1 })
    const recordedAt = { local: '2026-11-22T14:21:08', utcOffsetMinutes: 300 }
    const read = readBack(writeScp({ ...recording, patient: PATIENT, recordedAt }))

    expect(read.patient).toEqual(PATIENT)
    expect(read.recordedAt).toEqual(recordedAt)
    expect(read.device.manufacturer).toBe('YURAK SYNTHETIC')
    expect(read.device.institution).toBe('SYNTHETIC DEMO')
  })

  it('holds the measurements and the words of the maker', () => {
    const { recording } = makeEcg({ scenario: 'long-qt', seed: 1, variation: 'none' })

    expect(readBack(writeScp(recording)).reported).toEqual(recording.reported)
  })

  it('says nothing measured rather than zero', () => {
    const { recording } = makeEcg({ scenario: 'normal', rhythm: 'vf', seed: 1 })
    const { reported } = readBack(writeScp(recording))

    expect([reported.heartRateBpm, reported.prMs, reported.qrsMs, reported.qtMs]).toEqual([null, null, null, null])
  })
})

/** Zero has one sign here. */
const unsigned = (uv: number) => uv + 0

function readBack(bytes: Uint8Array): EcgRecording {
  const reading = scpEcg.read(bytes)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}
