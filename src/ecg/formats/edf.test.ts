import { describe, expect, it } from 'vitest'
import { type MadeEdf, makeEdf } from '../../../tests/support/make-edf'
import { EcgFormatError } from '../errors'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

const RAMP = Array.from({ length: 100 }, (_, index) => index * 10 - 500)
const WAVE = RAMP.map((count) => -count)
const LEAD_I = { label: 'ECG I', records: [RAMP, RAMP] }
const LEAD_II = { label: 'II', records: [WAVE, WAVE] }

describe('EDF', () => {
  it('gives the counts in microvolts, and the limb leads that I and II determine', () => {
    const recording = readMade({ signals: [LEAD_I, LEAD_II] })
    expect(recording).toMatchObject({ format: 'edf', sampleRateHz: 100, warnings: [] })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF'])
    expectLead(recording, 'I', [...RAMP, ...RAMP])
  })

  it('honours unit, range and an upside-down range', () => {
    const range = ['5', '-5', '-500', '500'] as const
    const recording = readMade({ signals: [{ ...LEAD_I, unit: 'mV', range }] })
    expectLead(
      recording,
      'I',
      [...WAVE, ...WAVE].map((count) => count * 10),
    )
  })

  it('reads the 24 bits of BDF', () => {
    const records = [[-200_000, 100_000, 5, -1, ...RAMP.slice(4)]]
    const range = ['-8388608', '8388607', '-8388608', '8388607'] as const
    const recording = readMade({ isBdf: true, signals: [{ label: 'V1', unit: 'nV', records, range }] })
    expectLead(
      recording,
      'V1',
      (records[0] ?? []).map((count) => count / 1000),
    )
  })

  it('takes the whole rate that a rounded duration stands for', () => {
    const signals = [{ label: 'I', records: RAMP.map((count) => [count]) }]
    expect(readMade({ duration: '0.003906', signals }).sampleRateHz).toBe(256)
    expect(readMade({ duration: '0.001250', signals }).sampleRateHz).toBe(800)
  })

  it('reads patient, time and device of EDF+', () => {
    const recording = readMade({
      variant: 'EDF+C',
      patient: 'AA_123 F 02-MAY-1951 Karimova_Nodira',
      recording: 'Startdate 02-MAR-2026 X X BTL_08',
      signals: [LEAD_I],
    })
    expect(recording.patient).toMatchObject({
      id: 'AA 123',
      familyName: 'Karimova Nodira',
      sex: 'female',
      birthDate: '1951-05-02',
    })
    expect(recording.recordedAt).toEqual({ local: '2026-03-02T10:15:30', utcOffsetMinutes: null })
    expect(recording.device.model).toBe('BTL 08')
  })

  it('gives no date where EDF+ says that it is hidden', () => {
    expect(readMade({ signals: [LEAD_I] })).toMatchObject({ recordedAt: null, patient: { id: null, sex: null } })
  })

  it('leaves out a lead that was not connected', () => {
    const flat = { label: 'V1', records: [RAMP.map(() => 0), RAMP.map(() => 0)] }
    const recording = readMade({ signals: [LEAD_I, flat] })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I'])
    expect(recording.warnings).toEqual(['Not connected, a constant in the file, and left out: V1.'])
  })

  it('leaves out other signals and other rates, and says so', () => {
    const slow = {
      label: 'V2',
      records: [
        [1, 2],
        [3, 4],
      ],
    }
    const pulse = { label: 'Pleth', unit: '%', records: [[1], [2]] }
    const { leads, warnings } = readMade({ signals: [LEAD_I, LEAD_II, slow, pulse] })
    expect(leads.some(({ name }) => name === 'V2')).toBe(false)
    expect(warnings).toHaveLength(2)
  })

  it('reads EDF+D, and leaves missing what was not recorded in its pauses', () => {
    const times = (second: string) => ({ label: 'EDF Annotations', records: ['+3\x14\x14', `${second}\x14\x14`] })
    const lengthOf = (second: string) =>
      readMade({ variant: 'EDF+D', signals: [LEAD_I, times(second)] }).leads[0]?.samplesUv
    expect(lengthOf('+4')).toHaveLength(200)
    const paused = lengthOf('+5.5') ?? new Float32Array()
    expect(paused).toHaveLength(350)
    expect(paused.map((uv) => (Number.isNaN(uv) ? 1 : 0)).indexOf(1)).toBe(100)
    expect(paused.filter(Number.isNaN)).toHaveLength(150)
    expectProblem(makeEdf({ variant: 'EDF+D', signals: [LEAD_I, times('+2')] }), 'malformed')
    expectProblem(makeEdf({ variant: 'EDF+D', signals: [LEAD_I, times('soon')] }), 'malformed')
  })

  it('leaves out what is named like a lead but is no voltage', () => {
    const { leads, warnings } = readMade({ signals: [LEAD_I, { ...LEAD_I, label: 'X', unit: 'g' }] })
    expect(leads.map(({ name }) => name)).toEqual(['I'])
    expect(warnings).toHaveLength(1)
  })

  it('leaves out a lead whose range makes no sense', () => {
    const flat = { ...LEAD_I, label: 'V1', range: ['7', '7', '-32768', '32767'] as const }
    const { leads, warnings } = readMade({ signals: [LEAD_I, flat] })
    expect(leads.map(({ name }) => name)).toEqual(['I'])
    expect(warnings.join()).toContain('The range of 1 signals makes no sense.')
  })

  it('keeps what was noted in annotations', () => {
    const notes = { label: 'EDF Annotations', records: ['+0\x14\x14\0+0.5\x152\x14chest pain\x14', '+1\x14\x14'] }
    expect(readMade({ variant: 'EDF+C', signals: [LEAD_I, notes] }).reported.statements).toEqual(['chest pain'])
  })

  it('counts the records itself where the file says −1', () => {
    const { leads, warnings } = readMade({ recordCount: -1, signals: [LEAD_I] })
    expect(leads[0]?.samplesUv).toHaveLength(200)
    expect(warnings).toEqual(['The file does not say how long it is.'])
  })

  it('names what is wrong', () => {
    const whole = makeEdf({ signals: [LEAD_I] })
    expectProblem(whole.slice(0, whole.length - 1), 'truncated')
    expectProblem(whole.slice(0, 300), 'truncated')
    expectProblem(makeEdf({ signals: [{ label: 'Fp1', records: [RAMP] }] }), 'no_waveform')
    expectProblem(makeEdf({ signals: [{ ...LEAD_I, unit: '' }] }), 'unsupported')
    expectProblem(makeEdf({ signals: [{ ...LEAD_I, range: ['0', '0', '0', '1'] }] }), 'malformed')
    expectProblem(makeEdf({ duration: '0', signals: [LEAD_I] }), 'malformed')
  })
})

function readMade(made: MadeEdf): EcgRecording {
  const reading = readEcgFile(makeEdf(made))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function expectLead(recording: EcgRecording, name: string, expectedUv: readonly number[]): void {
  const samplesUv = recording.leads.find((lead) => lead.name === name)?.samplesUv ?? []
  expect(samplesUv).toHaveLength(expectedUv.length)
  expectedUv.forEach((uv, index) => {
    expect(samplesUv[index]).toBeCloseTo(uv, 2)
  })
}

function expectProblem(bytes: Uint8Array, code: string): void {
  expect(() => readEcgFile(bytes)).toThrow(
    expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code),
  )
}
