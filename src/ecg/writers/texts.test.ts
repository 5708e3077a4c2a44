import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEcgFiles } from '../read-ecg-files'
import { makeEcg } from '../synthetic/make-ecg'
import { joinText } from '../text'
import type { EcgRecording } from '../types'
import { ECG_WRITERS } from './index'

const { recording } = makeEcg({ scenario: 'normal', seed: 1, durationMs: 200, sampleRateHz: 250 })

/** Anything a person or a device can type, marks of the formats included, and what no format can hold. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...'^=\\<>&"\',;#:0 AяЎқғҳʻ', '\0', '\n', '\x14', '\x1b', '\ud800'),
    maxLength: 20,
  }),
)
const anyAbout = fc.record({
  patient: fc.record({
    id: fc.option(anyText),
    familyName: fc.option(anyText),
    givenName: fc.option(anyText),
    sex: fc.constantFrom(null, 'male', 'female', 'unknown'),
    birthDate: fc.constantFrom(null, '1912-01-01', '2026-02-28'),
    ageYears: fc.constantFrom(null, 1, 101),
  }),
  device: fc.record({
    manufacturer: fc.option(anyText),
    model: fc.option(anyText),
    serial: fc.option(anyText),
    institution: fc.option(anyText),
  }),
  recordedAt: fc.constantFrom(
    null,
    { local: '1999-12-31T23:59:59', utcOffsetMinutes: null },
    { local: '2026-11-22T14:21:08', utcOffsetMinutes: -210 },
  ),
  statements: fc.array(anyText, { maxLength: 4 }),
})

describe.each(ECG_WRITERS.map((writer) => [writer.id, writer] as const))('texts written as %s', (_, writer) => {
  it('never spoil the file, whatever they are', () => {
    fc.assert(
      fc.property(anyAbout, ({ statements, ...about }) => {
        const reported = { ...recording.reported, statements }
        const read = readBack({ ...recording, ...about, isSynthetic: false, reported })
        for (const lead of recording.leads) {
          expect(read.leads.find(({ name }) => name === lead.name)?.samplesUv).toEqual(lead.samplesUv)
        }
        expect(read.sampleRateHz).toBe(250)
      }),
      { numRuns: 150 },
    )
  })

  function readBack(written: EcgRecording): EcgRecording {
    const reading = readEcgFiles(writer.write(written, 'ecg'))
    return reading.kind === 'waveform' ? reading.recording : expect.fail('no waveform')
  }
})

describe('the patient', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abc АЯўқғҳʻ<&"\'-.'), maxLength: 20 })

  it.each(['dicom', 'scp-ecg', 'hl7-aecg', 'edf'])('comes back in any script: %s', (id) => {
    const writer = ECG_WRITERS.find((candidate) => candidate.id === id) ?? expect.fail('no writer')
    fc.assert(
      fc.property(plain, plain, (familyName, givenName) => {
        const patient = { ...recording.patient, familyName: `Я${familyName}`, givenName: `Я${givenName}` }
        const reading = readEcgFiles(writer.write({ ...recording, patient }, 'ecg'))
        expect(reading.kind === 'waveform' && reading.recording.patient).toMatchObject({
          familyName: joinText([patient.familyName]),
          givenName: joinText([patient.givenName]),
        })
      }),
      { numRuns: 100 },
    )
  })
})
