import { describe, expect, it } from 'vitest'
import { codeOf, expectOnlyFormatErrors, recordingOf } from '../../../tests/support/format-tests'
import { type MadeMortara, makeMortara } from '../../../tests/support/make-mortara'
import type { EcgRecording } from '../types'
import { mortaraXml } from './mortara-xml'

const OTHER_RATE = '<CHANNEL UNITS_PER_MV="400" SAMPLE_FREQ="250" NAME="V1" DATA="AQA="/>'

describe('a Mortara ELI XML', () => {
  it('gives the channels and not the typical beat', () => {
    const recording = read({ names: ['I', 'II', 'V1'], counts: [400, -200] })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1'])
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual([1000, -500])
    expect(recording.sampleRateHz).toBe(500)
  })

  it('reads person, device and time', () => {
    const recording = read({})
    expect(recording.patient).toEqual({
      id: '77',
      familyName: 'Каримов',
      givenName: 'Шерзод',
      sex: 'male',
      birthDate: '1971-01-23',
      ageYears: 55,
    })
    expect(recording.recordedAt?.local).toBe('2026-11-22T10:11:12')
    expect(recording.device).toEqual({
      manufacturer: 'Mortara Instrument, Inc.',
      model: 'ELI250c',
      serial: 'SN1',
      institution: 'Main Hospital',
    })
  })

  it('reads values and statements, sentinels left out', () => {
    expect(read({}).reported).toMatchObject({
      heartRateBpm: 75,
      rrMs: 800,
      prMs: 163,
      qrsMs: 93,
      qtMs: 456,
      qtcMs: null,
      pAxisDeg: 57,
      qrsAxisDeg: -35,
      tAxisDeg: null,
      statements: ['SINUS RHYTHM', 'LEFT AXIS DEVIATION: QRS AXIS < -30'],
    })
  })

  it('does not take any element named ECG for its own', () => {
    expect(mortaraXml.sniff(new TextEncoder().encode('<ECG><lead>1 2 3</lead></ECG>'))).toBe(false)
  })

  it.each<readonly [string, MadeMortara, string]>([
    ['fewer samples than it says', { declared: 9 }, 'truncated'],
    ['bad base64', { data: '!!' }, 'malformed'],
    ['no channel', { names: [] }, 'no_waveform'],
    ['no scale', { coding: 'SAMPLE_FREQ="500"' }, 'malformed'],
    ['no rate', { coding: 'UNITS_PER_MV="400"' }, 'malformed'],
    ['samples of 8 bits', { coding: 'BITS="8" UNITS_PER_MV="400" SAMPLE_FREQ="500"' }, 'unsupported'],
    ['an offset', { coding: 'OFFSET="5" UNITS_PER_MV="400" SAMPLE_FREQ="500"' }, 'unsupported'],
    ['different rates', { extra: OTHER_RATE }, 'unsupported'],
    ['a recording of a day', { declared: 43_200_000 }, 'unsupported'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => mortaraXml.read(new TextEncoder().encode(makeMortara(parts))))).toBe(code)
  })

  it('fails by name only, whatever is cut or flipped', () => {
    expectOnlyFormatErrors(mortaraXml, new TextEncoder().encode(makeMortara()))
  })
})

function read(parts: MadeMortara): EcgRecording {
  return recordingOf(mortaraXml, new TextEncoder().encode(makeMortara(parts)))
}
