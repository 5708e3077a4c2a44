import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeAecg } from '../../tests/support/make-aecg'
import { type DicomSyntax, interleaved, makeDicom, waveformGroup } from '../../tests/support/make-dicom'
import { makeEdf } from '../../tests/support/make-edf'
import { makeIshne } from '../../tests/support/make-ishne'
import { makeMfer } from '../../tests/support/make-mfer'
import { leadSection, makeScp, plain, sampleSection } from '../../tests/support/make-scp'
import { EcgFormatError } from './errors'
import { readEcgFile } from './read-ecg-file'
import { makeEcg } from './synthetic/make-ecg'
import { writeScp } from './writers/scp'
import { u16 } from './writers/scp-bytes'

const LONGEST_READ_MS = 2000

const dicomAs = (syntax: DicomSyntax) =>
  makeDicom(
    [
      [
        0x54000100,
        'SQ',
        [
          waveformGroup({
            channels: [{ code: '5.6.3-9-1' }, { label: 'II' }],
            sampleCount: 4,
            data: interleaved([
              [1, 2],
              [3, 4],
              [5, 6],
              [7, 8],
            ]),
          }),
        ],
      ],
    ],
    syntax,
  )

const FILES: readonly (readonly [string, Uint8Array])[] = [
  ['SCP-ECG', writeScp(makeEcg({ scenario: 'normal', seed: 1, durationMs: 500 }).recording)],
  [
    'SCP-ECG with a reference beat',
    makeScp([
      { id: 2, contents: u16(19999) },
      leadSection([1, 2], 1, 8, 5),
      { id: 4, contents: plain([4, 2, 1, 0, 3, 0, 4, 0, 5, 0, 3, 0, 5, 0]) },
      sampleSection(5, { encoding: 2 }, [plain([1, 2]), plain([1, 2])]),
      sampleSection(6, { encoding: 2, bimodal: 1, intervalUs: 8000 }, [plain([1, 2, 3]), plain([1, 2, 3])]),
    ]),
  ],
  ['DICOM', dicomAs('explicit')],
  ['implicit DICOM', dicomAs('implicit')],
  ['deflated DICOM', dicomAs('deflated')],
  ['HL7 aECG', new TextEncoder().encode(makeAecg())],
  [
    'EDF',
    makeEdf({
      variant: 'EDF+D',
      signals: [
        {
          label: 'I',
          records: [
            [1, 2, -3, 4],
            [5, -6, 7, 8],
          ],
        },
        { label: 'EDF Annotations', records: ['+0\x14\x14', '+1\x14\x14'] },
      ],
      duration: '0.1',
    }),
  ],
  [
    'ISHNE',
    makeIshne({
      leads: [
        [5, [1, 2, 3]],
        [17, [4, 5, 6]],
      ],
    }),
  ],
  ['CSV', new TextEncoder().encode('# 250 Hz\ntime (s);I (mV);V1 (mV)\n0;0,1;\n0,004;-0,2;0,5\n0,008;1e-1;0\n')],
  ['JSON', new TextEncoder().encode('{"sampleRateHz":250,"unit":"mV","leads":{"I":[1,null,3],"II":[2,0,-1e2]}}')],
  [
    'FHIR',
    new TextEncoder().encode(
      '{"resourceType":"Observation","component":[{"code":{"text":"Lead I"},"valueSampledData":{"period":4,"origin":{"value":2,"unit":"uV"},"dimensions":1,"data":"1 E 3"}}]}',
    ),
  ],
  [
    'MFER',
    makeMfer([
      [0x05, [2]],
      [0x0b, [1, 0xfd, 2]],
      [0x0c, [0, 0xfa, 5]],
      [0x09, [1], 0],
      [0x09, [2], 1],
      [0x1e, [0, 1, 0, 2, 0, 3, 0, 4]],
    ]),
  ],
  [
    'PNG',
    Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0, 73, 69, 78, 68, 0, 0, 0, 0,
    ]),
  ],
  [
    'JPEG',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9]),
  ],
  ['PDF', new TextEncoder().encode('%PDF-1.7 %%EOF')],
]

describe('reading a file', () => {
  it.each(FILES)('never throws anything but a format error for a cut or altered %s', (_, whole) => {
    const change = fc.record({
      length: fc.nat(whole.length),
      flips: fc.array(fc.tuple(fc.nat(whole.length), fc.integer({ min: 1, max: 255 })), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(change, fc.boolean(), ({ length, flips }, isCut) => {
        const bytes = whole.slice(0, isCut ? length : whole.length)
        for (const [at, mask] of flips) if (at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ mask
        expectSoundOrRefused(bytes)
      }),
      { numRuns: 400 },
    )
  })

  it('never throws anything but a format error for any bytes behind a known beginning', () => {
    const beginnings = FILES.map(([, whole]) => whole.slice(0, 140))
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }), (beginning, rest) => {
        expectSoundOrRefused(Uint8Array.from([...beginning, ...rest]))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nothing', '', 'empty', 'empty'],
    ['a web page', '<!doctype html><html><p>', 'unrecognised', 'web page'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'unrecognised', 'SVG'],
    ['XML of another kind', '<?xml version="1.0"?><!-- x --><Other/>', 'unrecognised', 'XML'],
    ['a photo of an iPhone', '\0\0\0\x18ftypheic', 'unsupported', 'HEIC'],
    ['an archive', 'PK\x03\x04', 'unsupported', 'archive'],
    ['a Contec file', '0000050\0\0\x002020-11-16 21:44:39\0', 'unsupported', 'Contec'],
    ['anything else', 'hello', 'unrecognised', 'no kind'],
  ])('says what it is: %s', (_, text, code, words) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    expect(() => readEcgFile(bytes)).toThrow(
      expect.toSatisfy(
        (error) => error instanceof EcgFormatError && error.code === code && error.reason.includes(words),
      ),
    )
  })
})

function expectSoundOrRefused(bytes: Uint8Array): void {
  const startedAt = performance.now()
  try {
    const reading = readEcgFile(bytes)
    if (reading.kind === 'waveform') {
      const { leads } = reading.recording
      const length = leads[0]?.samplesUv.length
      expect(leads.every(({ samplesUv }) => samplesUv.length === length && samplesUv.every(isFiniteOrMissing))).toBe(
        true,
      )
    }
  } catch (error) {
    expect(error).toBeInstanceOf(EcgFormatError)
    expect((error as EcgFormatError).code).not.toBe('reader_failed')
  }
  expect(performance.now() - startedAt).toBeLessThan(LONGEST_READ_MS)
}

function isFiniteOrMissing(uv: number): boolean {
  return Number.isFinite(uv) || Number.isNaN(uv)
}
