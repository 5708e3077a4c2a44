import { describe, expect, it } from 'vitest'
import { codeOf, expectOnlyFormatErrors, latin1, recordingOf } from '../../../tests/support/format-tests'
import { type MadeCardiosoft, makeCardiosoft } from '../../../tests/support/make-cardiosoft'
import type { EcgRecording } from '../types'
import { cardiosoftXml } from './cardiosoft-xml'

describe('a GE CardioSoft XML', () => {
  it('gives the strip and not the average beat', () => {
    const recording = read({ leads: { I: '1, 2,\n-3', II: '4,5,6,' } })
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF'])
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual([5, 10, -15])
    expect(recording.sampleRateHz).toBe(500)
  })

  it('reads person, device, time and words', () => {
    const extra = `<ObservationDateTime><Hour>9</Hour><Minute>5</Minute><Second>7</Second><Day>22</Day>
      <Month>11</Month><Year>2026</Year></ObservationDateTime>
      <ClinicalInfo><DeviceInfo><Desc>CardioSoft</Desc></DeviceInfo></ClinicalInfo>
      <PatientInfo><PID>77</PID><Name><FamilyName>M\u00fcller</FamilyName><GivenName>Eva</GivenName></Name>
      <Age units="years">55</Age><Gender>FEMALE</Gender>
      <BirthDateTime><Day>23</Day><Month>1</Month><Year>1971</Year></BirthDateTime></PatientInfo>
      <Interpretation><Diagnosis><DiagnosisText>Sinus rhythm</DiagnosisText></Diagnosis></Interpretation>`
    const recording = read({ extra })
    expect(recording.patient).toEqual({
      id: '77',
      familyName: 'Müller',
      givenName: 'Eva',
      sex: 'female',
      birthDate: '1971-01-23',
      ageYears: 55,
    })
    expect(recording.recordedAt?.local).toBe('2026-11-22T09:05:07')
    expect(recording.device).toMatchObject({ manufacturer: 'GE', model: 'CardioSoft' })
    expect(recording.reported.statements).toEqual(['Sinus rhythm'])
  })

  it('leaves out a zero and a time that is not in milliseconds', () => {
    expect(read({}).reported).toMatchObject({ heartRateBpm: 65, prMs: 160, qtMs: null, qrsMs: null })
  })

  it.each<readonly [string, MadeCardiosoft, string]>([
    ['fewer samples than it says', { declared: '9' }, 'truncated'],
    ['a lost sample', { leads: { II: '1,,3' } }, 'malformed'],
    ['a sample that is no number', { leads: { II: '1,two,3' } }, 'malformed'],
    ['no samples', { leads: {} }, 'no_waveform'],
    ['an empty lead alone', { leads: { II: '' } }, 'no_waveform'],
    ['another unit', { resolution: '<Resolution units="furlong">5</Resolution>' }, 'malformed'],
    ['no resolution', { resolution: '' }, 'malformed'],
    ['no rate', { rate: '' }, 'malformed'],
    ['an exercise test', { strip: 'FullDisclosure' }, 'unsupported'],
    ['no strip', { strip: 'Nothing' }, 'no_waveform'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => cardiosoftXml.read(latin1(makeCardiosoft(parts))))).toBe(code)
  })

  it('fails by name only, whatever is cut or flipped', () => {
    expectOnlyFormatErrors(cardiosoftXml, latin1(makeCardiosoft()))
  })
})

function read(parts: MadeCardiosoft): EcgRecording {
  return recordingOf(cardiosoftXml, latin1(makeCardiosoft(parts)))
}
