import { describe, expect, it } from 'vitest'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

const MDC = 'urn:oid:2.16.840.1.113883.6.24'
const mdc = (code: string) => ({ coding: [{ system: MDC, code }] })
const sampled = (data: string, rest: object = {}) => ({
  origin: { value: 0, unit: 'uV' },
  period: 4,
  dimensions: 1,
  data,
  ...rest,
})

describe('FHIR', () => {
  it('reads leads by code or by name, with origin, factor and unit', () => {
    const recording = read({
      effectiveDateTime: '2026-03-02T10:15:30+05:00',
      subject: { display: 'Karimova Nodira', identifier: { value: 'AA1' } },
      device: { display: 'BTL-08' },
      component: [
        {
          code: mdc('131329'),
          valueSampledData: sampled('10 -20 30', { factor: 2.5, origin: { value: 5, code: 'uV' } }),
        },
        {
          code: { text: 'MDC_ECG_ELEC_POTL_II' },
          valueSampledData: sampled('1 2 3', { origin: { value: 0, unit: 'mV' } }),
        },
        {
          code: { coding: [{ system: 'http://loinc.org', code: '8633-0' }] },
          valueQuantity: { value: 0.12, unit: 's' },
        },
      ],
    })
    expect(recording).toMatchObject({
      format: 'fhir',
      sampleRateHz: 250,
      recordedAt: { local: '2026-03-02T10:15:30', utcOffsetMinutes: 300 },
      patient: { id: 'AA1', familyName: 'Karimova Nodira' },
      device: { model: 'BTL-08' },
      reported: { qrsMs: 120, qtMs: null },
      warnings: [],
    })
    expect(samplesOf(recording, 'I')).toEqual([30, -45, 80])
    expect(samplesOf(recording, 'II')).toEqual([1000, 2000, 3000])
  })

  it('reads the interval of R5 and the Observations of a Bundle', () => {
    const data = sampled('1 2', { period: undefined, interval: 2, intervalUnit: 'ms' })
    const observation = { resourceType: 'Observation', code: mdc('131389'), valueSampledData: data }
    const recording = read({ resourceType: 'Bundle', entry: [{ resource: observation }] })
    expect(recording.sampleRateHz).toBe(500)
    expect(samplesOf(recording, 'III')).toEqual([1, 2])
  })

  it('tells of samples that are marked as missing', () => {
    const recording = read({ component: [{ code: mdc('131329'), valueSampledData: sampled('1 E U 4 L') }] })
    expect(samplesOf(recording, 'I')).toEqual([1, Number.NaN, Number.NaN, 4, Number.NaN])
    expect(recording.warnings).toHaveLength(1)
  })

  it.each([
    [sampled('1 2', { origin: { value: 0 } }), 'the file does not say the unit of the voltages'],
    [
      sampled('1 2', { origin: { value: 0 }, period: 0 }),
      'the file does not say the sampling rate or the unit of the voltages',
    ],
    [sampled('1 2', { dimensions: 2 }), 'several signals share one list'],
    [sampled('1 x'), 'the samples are not numbers'],
  ])('says exactly what is wrong: %j', (valueSampledData, reason) => {
    expect(() => read({ component: [{ code: mdc('131329'), valueSampledData }] })).toThrow(reason)
  })

  it('refuses leads of different rates and Observations of something else', () => {
    const component = [
      { code: mdc('131329'), valueSampledData: sampled('1 2') },
      { code: mdc('131330'), valueSampledData: sampled('1 2', { period: 8 }) },
    ]
    expect(() => read({ component })).toThrow('different sampling rates')
    expect(() => read({ valueQuantity: { value: 1 } })).toThrow('none of the signals is an ECG lead')
  })
})

function read(content: object): EcgRecording {
  const reading = readEcgFile(new TextEncoder().encode(JSON.stringify({ resourceType: 'Observation', ...content })))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf({ leads }: EcgRecording, name: string): number[] {
  return Array.from(leads.find((lead) => lead.name === name)?.samplesUv ?? [])
}
