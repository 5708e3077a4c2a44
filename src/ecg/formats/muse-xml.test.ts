import { describe, expect, it } from 'vitest'
import { codeOf, expectOnlyFormatErrors, latin1, recordingOf } from '../../../tests/support/format-tests'
import { type MadeMuse, makeMuse } from '../../../tests/support/make-muse'
import type { EcgRecording } from '../types'
import { museXml } from './muse-xml'

/** CRC-32 of the bytes 1, 0, 2, 0. */
const SUM = 2882460411
const LINES = ['SINUS', 'BRADYCARDIA', 'LEFT AXIS']

describe('a GE MUSE XML', () => {
  it('gives the rhythm and not the average beat', () => {
    expect([...(read({}).leads[0]?.samplesUv ?? [])]).toEqual([...Float32Array.from([4.88, 9.76, 14.64])])
  })

  it('adds the four leads that follow from I and II', () => {
    const leads = ['I', 'II', 'V1'].map((name) => ({ name, counts: [2, 4], unitsPerBit: '1' }))
    const recording = read({ leads })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1'])
    expect([...(recording.leads[3]?.samplesUv ?? [])]).toEqual([-2, -4])
  })

  it('takes the rate from base and exponent', () => {
    expect(read({ base: '25', exponent: '1' }).sampleRateHz).toBe(250)
  })

  it('reads millivolts', () => {
    const leads = [{ name: 'II', counts: [1], units: 'MILLIVOLTS', unitsPerBit: '0.005' }]
    expect(read({ leads }).leads[0]?.samplesUv[0]).toBe(5)
  })

  it('reads person, device, time, values and Latin-1', () => {
    const extra = `<PatientDemographics><PatientID>77</PatientID><PatientLastName>M\u00fcller</PatientLastName>
      <DateofBirth>01-23-1971</DateofBirth><PatientAge>55</PatientAge><AgeUnits>YEARS</AgeUnits>
      <Gender>FEMALE</Gender></PatientDemographics>
      <TestDemographics><AcquisitionDate>11-22-2026</AcquisitionDate><AcquisitionTime>10:11:12</AcquisitionTime>
      <AcquisitionDevice>MAC55</AcquisitionDevice></TestDemographics>
      <RestingECGMeasurements><VentricularRate>65</VentricularRate><QTInterval>0</QTInterval></RestingECGMeasurements>`
    const recording = read({ extra })
    expect(recording.patient).toEqual({
      id: '77',
      familyName: 'Müller',
      givenName: null,
      sex: 'female',
      birthDate: '1971-01-23',
      ageYears: 55,
    })
    expect(recording.recordedAt?.local).toBe('2026-11-22T10:11:12')
    expect(recording.device).toMatchObject({ manufacturer: 'GE', model: 'MAC55' })
    expect(recording.reported).toMatchObject({ heartRateBpm: 65, qtMs: null, qrsMs: null })
  })

  it('joins statements up to the end of their line, and prefers what no person has changed', () => {
    const statement = (text: string, flag: string) =>
      `<DiagnosisStatement>${flag}<StmtText>${text}</StmtText></DiagnosisStatement>`
    const flags = ['', '<StmtFlag>ENDSLINE</StmtFlag>', '<StmtFlag>ENDSLINE</StmtFlag>']
    const original = LINES.map((text, index) => statement(text, flags[index] ?? '')).join('')
    const extra = `<Diagnosis>${statement('CHANGED', '')}</Diagnosis><OriginalDiagnosis>${original}</OriginalDiagnosis>`
    expect(read({ extra }).reported.statements).toEqual(['SINUS BRADYCARDIA', 'LEFT AXIS'])
    const unflagged = `<Diagnosis>${LINES.map((text) => statement(text, '')).join('')}</Diagnosis>`
    expect(read({ extra: unflagged }).reported.statements).toEqual(LINES)
  })

  it('checks the sum of a lead and says when the electrode was off', () => {
    const lead = { name: 'II', counts: [1, 2] }
    expect(read({ leads: [{ ...lead, crc32: SUM }] }).warnings).toEqual([])
    expect(read({ leads: [{ ...lead, crc32: 0 }] }).warnings).toEqual([])
    expect(read({ leads: [{ ...lead, crc32: SUM + 1 }] }).warnings).toHaveLength(1)
    expect(read({ leads: [{ ...lead, extra: '<LeadOff>TRUE</LeadOff>' }] }).warnings).toHaveLength(1)
  })

  it('leaves a signal out that is no lead', () => {
    const recording = read({
      leads: [
        { name: 'PACE', counts: [1] },
        { name: 'V1', counts: [1] },
      ],
    })
    expect(recording.leads.map(({ name }) => name)).toEqual(['V1'])
    expect(recording.warnings).toHaveLength(1)
  })

  const offsetLead = (offset: number, name: string) => ({
    name,
    counts: [1],
    extra: `<LeadTimeOffset>${offset}</LeadTimeOffset>`,
  })

  it.each<readonly [string, MadeMuse, string]>([
    ['bad base64', { leads: [{ name: 'II', counts: [1], data: 'AQ!!' }] }, 'malformed'],
    ['fewer samples than it says', { leads: [{ name: 'II', counts: [1], declared: 9 }] }, 'truncated'],
    ['no step', { leads: [{ name: 'II', counts: [1], unitsPerBit: '' }] }, 'malformed'],
    ['an unknown unit', { leads: [{ name: 'II', counts: [1], units: 'FURLONGS' }] }, 'malformed'],
    ['an average beat alone', { type: 'Median' }, 'no_waveform'],
    ['no rate', { base: '' }, 'malformed'],
    [
      'samples of 32 bits',
      { leads: [{ name: 'II', counts: [1], extra: '<LeadSampleSize>4</LeadSampleSize>' }] },
      'unsupported',
    ],
    ['leads one after the other', { leads: [offsetLead(0, 'I'), offsetLead(2500, 'II')] }, 'unsupported'],
    ['an entity of its own', { prologue: '<!DOCTYPE RestingECG [<!ENTITY x "y">]>' }, 'forbidden_xml'],
    ['a recording of a day', { leads: [{ name: 'II', counts: [1], declared: 43_200_000 }] }, 'unsupported'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => museXml.read(latin1(makeMuse(parts))))).toBe(code)
  })

  it('fails by name only, whatever is cut or flipped', () => {
    expectOnlyFormatErrors(museXml, latin1(makeMuse()))
  })
})

function read(parts: MadeMuse): EcgRecording {
  return recordingOf(museXml, latin1(makeMuse(parts)))
}
