import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '../errors'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

const LONG = Array.from({ length: 20 }, (_, index) => index)

describe('JSON', () => {
  it.each([
    { sampleRateHz: 250, unit: 'mV', leads: { I: [0.001, -0.002], 'Lead II': [0.003, 0.004] } },
    {
      fs: 250,
      units: 'uV',
      signals: [
        { name: 'I', samples: [1, -2] },
        { lead: 'II', values: [3, 4] },
      ],
    },
    { samplingRate: 250, samplesUv: { I: [1, -2], II: [3, 4] } },
    { sampling_rate: 250, unit: 'µV', I: [1, -2], II: [3, 4] },
  ])('reads leads in the usual shapes: %j', (content) => {
    const recording = read(content)
    expect(recording).toMatchObject({ format: 'json', sampleRateHz: 250, warnings: [] })
    expect(recording.leads).toHaveLength(6)
    expect(recording.leads[0]?.samplesUv[1]).toBeCloseTo(-2, 5)
  })

  it('tells of missing samples and of signals that are no lead', () => {
    const { warnings, leads } = read({ fs: 250, unit: 'uV', data: { I: [null, 5, null], pulse: [1, 2, 3] } })
    expect(warnings).toHaveLength(2)
    expect(Array.from(leads[0]?.samplesUv ?? [])).toEqual([Number.NaN, 5, Number.NaN])
  })

  it.each([
    [{ leads: { I: [1] } }, 'the file does not say the sampling rate or the unit of the voltages'],
    [{ fs: 250, leads: { I: [1] } }, 'the file does not say the unit of the voltages'],
    [{ unit: 'mV', leads: { I: [1] } }, 'the file does not say the sampling rate'],
    [{ fs: 250, unit: 'uV', leads: { I: ['1'] } }, 'the samples are not numbers'],
    [{ hello: 'world' }, 'none of the signals is an ECG lead'],
  ])('says exactly what it lacks: %j', (content, reason) => {
    expect(() => read(content)).toThrow(reason)
  })

  it('reads bare lists with what is told of them', () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ fs: 250, signals: [LONG, LONG] }))
    expect(() => readEcgFile(bytes)).toThrow('which column is which lead or the unit')
    const reading = readEcgFile(bytes, { unit: 'mV', columns: ['V1', null] })
    expect(reading).toMatchObject({ recording: { sampleRateHz: 250, leads: [{ name: 'V1' }] } })
  })

  it('names what is wrong with the text', () => {
    expect(codeOf('{"fs": 250, "I": [1, 2')).toBe('truncated')
    expect(codeOf('{"fs": 250, "I": [1, 2}')).toBe('malformed')
  })
})

function read(content: object): EcgRecording {
  const reading = readEcgFile(new TextEncoder().encode(JSON.stringify(content)))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function codeOf(text: string): string {
  try {
    return readEcgFile(new TextEncoder().encode(text)).kind
  } catch (error) {
    return error instanceof EcgFormatError ? error.code : 'other'
  }
}
