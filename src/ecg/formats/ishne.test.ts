import { describe, expect, it } from 'vitest'
import { type MadeIshne, makeIshne } from '../../../tests/support/make-ishne'
import { EcgFormatError } from '../errors'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

const I = [5, [1, -2, 3]] as const
const V1 = [11, [4, 5, -32_768]] as const
const ES = [17, [7, 8, 9]] as const

describe('ISHNE', () => {
  it('gives the counts in microvolts, with patient, time and recorder', () => {
    const recording = readMade({ leads: [I, V1] })
    expect(recording).toMatchObject({
      format: 'ishne',
      sampleRateHz: 500,
      recordedAt: { local: '2026-02-03T10:15:30' },
      patient: { id: 'AA1', familyName: 'Karimova', givenName: 'Nodira', sex: 'female', birthDate: '1951-05-02' },
      device: { model: 'digital' },
      warnings: [],
    })
    expect(recording.leads.map(({ name, samplesUv }) => [name, Array.from(samplesUv)])).toEqual([
      ['I', [2.5, -5, 7.5]],
      ['V1', [10, 12.5, -81_920]],
    ])
  })

  it('leaves out a Holter lead that is none of the standard ones, and says so', () => {
    const { leads, warnings } = readMade({ leads: [ES, V1] })
    expect(leads.map(({ name }) => name)).toEqual(['V1'])
    expect(warnings).toHaveLength(1)
  })

  it('takes a declared length for all leads together as one', () => {
    expect(readMade({ leads: [I, V1], declaredSamples: 6 }).leads[0]?.samplesUv).toHaveLength(3)
  })

  it('warns of a longer file and of an altered header', () => {
    const bytes = makeIshne({ leads: [I], declaredSamples: 2 })
    bytes[30] = 0x41
    expect(read(bytes).warnings).toHaveLength(2)
  })

  it('names what is wrong', () => {
    const whole = makeIshne({ leads: [I, V1] })
    expectProblem(whole.slice(0, whole.length - 1), 'truncated')
    expectProblem(whole.slice(0, 200), 'truncated')
    expectProblem(makeIshne({ leads: [I], declaredSamples: 4 }), 'truncated')
    expectProblem(makeIshne({ leads: [I], sampleRateHz: -9 }), 'malformed')
    expectProblem(makeIshne({ leads: [I], sampleRateHz: 0 }), 'malformed')
    expectProblem(makeIshne({ leads: [I], resolutionNv: 0 }), 'malformed')
    expectProblem(makeIshne({ leads: [] }), 'malformed')
    expectProblem(makeIshne({ leads: [ES] }), 'no_waveform')
  })
})

function readMade(made: MadeIshne): EcgRecording {
  return read(makeIshne(made))
}

function read(bytes: Uint8Array): EcgRecording {
  const reading = readEcgFile(bytes)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function expectProblem(bytes: Uint8Array, code: string): void {
  expect(() => readEcgFile(bytes)).toThrow(
    expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code),
  )
}
