import { describe, expect, it } from 'vitest'
import { type MadeAecg, makeAecg } from '../../../tests/support/make-aecg'
import { EcgFormatError } from '../errors'
import type { EcgRecording } from '../types'
import { hl7Aecg } from './hl7-aecg'

describe('an HL7 aECG', () => {
  it('gives the leads in standard order, whatever the order in the file', () => {
    const sequences = ['V1', 'AVF', 'II'].map((lead) => ({ code: `MDC_ECG_LEAD_${lead}`, digits: '1 2 3' }))
    expect(read({ sequences }).leads.map(({ name }) => name)).toEqual(['II', 'aVF', 'V1'])
  })

  it.each([
    ['uV', '2.5', [2.5, 5, 7.5]],
    ['mV', '0.005', [5, 10, 15]],
    ['nV', '5000', [5, 10, 15]],
  ])('scales from %s', (unit, scale, expected) => {
    const recording = read({ sequences: [{ code: 'MDC_ECG_LEAD_II', digits: '1 2 3', unit, scale }] })
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual(expected)
  })

  it('adds the origin', () => {
    const recording = read({ sequences: [{ code: 'MDC_ECG_LEAD_II', digits: ' 1\n2\t3 ', origin: '-100' }] })
    expect([...(recording.leads[0]?.samplesUv ?? [])]).toEqual([-97.5, -95, -92.5])
  })

  it.each([
    ['absolute', '<head value="20261122101112"/><increment value="0.002" unit="s"/>', 500],
    ['in milliseconds', '<head value="0" unit="ms"/><increment value="1" unit="ms"/>', 1000],
  ])('takes the rate from a time that is %s', (_, inner, rateHz) => {
    const time = `<sequence><code code="TIME_ABSOLUTE"/><value xsi:type="GLIST_TS">${inner}</value></sequence>`
    expect(read({ time }).sampleRateHz).toBe(rateHz)
  })

  it('reads person and time', () => {
    const demographics = `<subjectDemographicPerson><name>Каримов</name>
      <administrativeGenderCode code="F"/><birthTime value="19710123"/></subjectDemographicPerson>`
    const recording = read({ demographics })
    expect(recording.patient).toMatchObject({
      id: 'AA1234567',
      familyName: 'Каримов',
      sex: 'female',
      birthDate: '1971-01-23',
    })
    expect(recording.recordedAt?.local).toBe('2026-11-22T10:11:12')
  })

  it('takes the values of the whole recording and not those of one beat', () => {
    const value = (code: string, number: string, unit: string) =>
      `<annotation><code code="${code}"/><value xsi:type="PQ" value="${number}" unit="${unit}"/></annotation>`
    const beat = `<annotation><code code="MDC_ECG_BEAT"/><component>${value('MDC_ECG_TIME_PD_QT', '999', 'ms')}</component></annotation>`
    const whole = [
      value('MDC_ECG_HEART_RATE', '52', 'bmp'),
      value('MDC_ECG_TIME_PD_PR', '0.16', 's'),
      value('MDC_ECG_TIME_PD_QRS', '29999', 'ms'),
    ]
    const annotations = [beat, ...whole].join('</component><component>')
    expect(read({ annotations }).reported).toMatchObject({ heartRateBpm: 52, prMs: 160, qtMs: null, qrsMs: null })
  })

  it('reads UTF-16 and Latin-1', () => {
    const demographics = '<subjectDemographicPerson><name>Müller</name></subjectDemographicPerson>'
    const text = makeAecg({ demographics, prologue: '<?xml version="1.0" encoding="ISO-8859-1"?>' })
    const latin1 = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const wide = makeAecg({ demographics, prologue: '\ufeff<?xml version="1.0" encoding="UTF-16"?>' })
    const utf16 = new Uint8Array(Uint16Array.from(wide, (character) => character.charCodeAt(0)).buffer)
    for (const bytes of [latin1, utf16]) expect(readBytes(bytes).patient.familyName).toBe('Müller')
  })

  it('takes a bare ampersand for text and drops a control character, as devices write them', () => {
    const demographics = '<subjectDemographicPerson><name>A & B&#x14;</name></subjectDemographicPerson>'
    expect(read({ demographics }).patient.familyName).toBe('A & B')
  })

  it('ignores an outside document type and never asks for it', () => {
    expect(read({ prologue: '<!DOCTYPE AnnotatedECG SYSTEM "http://127.0.0.1:9/x.dtd">' }).leads).toHaveLength(1)
  })

  it.each<readonly [string, MadeAecg, string]>([
    ['an entity of its own', { prologue: '<!DOCTYPE AnnotatedECG [<!ENTITY x "y">]>' }, 'forbidden_xml'],
    ['an unknown entity', { demographics: '<name>&xxe;</name>' }, 'forbidden_xml'],
    ['no samples', { sequences: [] }, 'no_waveform'],
    ['samples that are no numbers', { sequences: [{ code: 'MDC_ECG_LEAD_II', digits: '1 two 3' }] }, 'malformed'],
    ['an unknown unit', { sequences: [{ code: 'MDC_ECG_LEAD_II', digits: '1', unit: 'furlong' }] }, 'malformed'],
    ['no rate', { time: '<sequence><code code="TIME_ABSOLUTE"/></sequence>' }, 'malformed'],
    ['tags that do not match', { demographics: '<a></b>' }, 'malformed'],
  ])('refuses %s', (_, parts, code) => {
    expect(codeOf(() => hl7Aecg.read(new TextEncoder().encode(makeAecg(parts))))).toBe(code)
  })

  it('is truncated wherever it ends', () => {
    const whole = new TextEncoder().encode(makeAecg())
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share))
      expect(codeOf(() => hl7Aecg.read(cut))).toBe('truncated')
    }
  })

  it('refuses nesting without end', () => {
    expect(codeOf(() => hl7Aecg.read(new TextEncoder().encode('<a>'.repeat(5000))))).toBe('malformed')
  })
})

function read(parts: MadeAecg): EcgRecording {
  return readBytes(new TextEncoder().encode(makeAecg(parts)))
}

function readBytes(bytes: Uint8Array): EcgRecording {
  expect(hl7Aecg.sniff(bytes)).toBe(true)
  const reading = hl7Aecg.read(bytes)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof EcgFormatError) return error.code
    throw error
  }
  return 'read'
}
