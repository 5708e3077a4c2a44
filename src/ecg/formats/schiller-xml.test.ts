import { describe, expect, it } from 'vitest'
import { codeOf, expectOnlyFormatErrors, recordingOf } from '../../../tests/support/format-tests'
import { type MadeSchiller, makeSchiller } from '../../../tests/support/make-schiller'
import type { EcgRecording } from '../types'
import { schillerXml } from './schiller-xml'

const SECOND_EVENT = '<event><wavedata><type>ECG_RHYTHMS</type></wavedata></event>'

describe('a Schiller XML', () => {
  it('gives the rhythm and not the averaged beat', () => {
    const recording = read({ leads: { I: '2,4,6', II: '1,2,3', V1: '0,-2,1' } })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1'])
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual([5, 10, 15])
    expect(recording.sampleRateHz).toBe(500)
    expect(recording.warnings).toEqual([])
  })

  it('reads millivolts', () => {
    const recording = read({ units: 'mV', unitPerBit: '0.005' })
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual([5, 10, 15])
  })

  it('says that there is a second recording', () => {
    expect(read({ events: SECOND_EVENT }).warnings).toHaveLength(1)
  })

  it('reads person, device, time, values and the interpretation', () => {
    const recording = read({})
    expect(recording.patient).toMatchObject({
      id: '77',
      familyName: 'Каримов',
      givenName: 'Шерзод',
      sex: 'male',
      birthDate: '1971-01-23',
    })
    expect(recording.recordedAt?.local).toBe('2026-11-22T10:11:12')
    expect(recording.device).toMatchObject({
      manufacturer: 'SCHILLER AG',
      model: 'AT-102',
      institution: 'Main Hospital',
    })
    expect(recording.reported).toMatchObject({ heartRateBpm: 75, prMs: null, qrsAxisDeg: -35 })
    expect(recording.reported.statements).toEqual(['SINUS RHYTHM'])
  })

  it.each<readonly [string, MadeSchiller, string]>([
    ['averaged beats alone', { type: 'ECG_AVERAGES' }, 'no_waveform'],
    ['fewer samples than it says', { declared: 9 }, 'truncated'],
    ['a lost sample', { leads: { II: '1,,3' } }, 'malformed'],
    ['samples written otherwise', { dataType: 'BASE64' }, 'unsupported'],
    ['another exponent', { exponent: '2' }, 'unsupported'],
    ['no rate', { rate: '' }, 'malformed'],
    ['no unit', { units: '' }, 'malformed'],
    ['no scale', { unitPerBit: '' }, 'malformed'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => schillerXml.read(new TextEncoder().encode(makeSchiller(parts))))).toBe(code)
  })

  it('fails by name only, whatever is cut or flipped', () => {
    expectOnlyFormatErrors(schillerXml, new TextEncoder().encode(makeSchiller()))
  })
})

function read(parts: MadeSchiller): EcgRecording {
  return recordingOf(schillerXml, new TextEncoder().encode(makeSchiller(parts)))
}
