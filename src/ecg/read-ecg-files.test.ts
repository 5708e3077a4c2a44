import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { EcgFormatError } from './errors'
import type { NamedFile } from './formats/wfdb'
import { readEcgFiles } from './read-ecg-files'
import { makeEcg } from './synthetic/make-ecg'
import type { EcgRecording } from './types'
import { dicomWriter } from './writers/dicom'
import { wfdbWriter } from './writers/wfdb'

const MADE = makeEcg({ scenario: 'normal', seed: 4, durationMs: 2000 }).recording
const PAIR = wfdbWriter.write(MADE, 'ecg')
const DICOM = dicomWriter.write(MADE, 'ecg')[0]?.bytes ?? new Uint8Array(0)
const PICTURE = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9,
])

describe('an archive', () => {
  it.each([0, 6] as const)('of a header and its signal file is read as the pair itself (level %i)', (level) => {
    const parts = zipOf(PAIR, level)
    expect(recordingOf([parts])).toEqual(recordingOf(PAIR))
  })

  it('is read from a folder in it, beside what systems add', () => {
    const [header, signals] = PAIR
    const archive = zipped({
      'ecg/': new Uint8Array(0),
      'ecg/ecg.hea': header?.bytes ?? new Uint8Array(0),
      'ecg/ecg.dat': signals?.bytes ?? new Uint8Array(0),
      '__MACOSX/ecg/._ecg.hea': strToU8('x'),
      'ecg/.DS_Store': strToU8('x'),
    })
    expect(recordingOf([archive]).format).toBe('wfdb')
  })

  it('of one ECG file is read as that file, also beside a note', () => {
    expect(recordingOf([zipped({ 'ecg.dcm': DICOM })]).format).toBe('dicom')
    expect(recordingOf([zipped({ 'ecg.dcm': DICOM, 'read me.txt': strToU8('Hello.') })]).format).toBe('dicom')
  })

  it('of a picture brings the picture along', () => {
    expect(readEcgFiles([zipped({ 'photo.jpg': PICTURE })])).toMatchObject({ kind: 'picture', embedded: PICTURE })
  })

  it('passes on what a person said about bare numbers', () => {
    const file = zipped({ 'ecg.csv': strToU8('I\n1\n2\n3\n') })
    expectProblem(() => readEcgFiles([file]), 'needs_description')
    expect(readEcgFiles([file], { sampleRateHz: 500, unit: 'uV' }).kind).toBe('waveform')
  })

  it.each([
    ['several ECGs', { 'a.dcm': DICOM, 'b.dcm': DICOM }, 'unsupported'],
    ['no ECG', { 'a.txt': strToU8('Hello.'), 'b.txt': strToU8('You.') }, 'unsupported'],
    ['nothing', { 'a/': new Uint8Array(0) }, 'no_waveform'],
    ['an archive', { 'inner.zip': zipSync({ 'ecg.dcm': DICOM }) }, 'unsupported'],
    ['a path out of it', { '../ecg.dcm': DICOM }, 'unsupported'],
    ['a path from the root', { '/etc/ecg.dcm': DICOM }, 'unsupported'],
    ['two files of one name', { 'a/ecg.dcm': DICOM, 'b/ECG.dcm': DICOM }, 'unsupported'],
    ['a header alone', { 'ecg.hea': PAIR[0]?.bytes ?? new Uint8Array(0) }, 'no_waveform'],
    ['too many files', Object.fromEntries(Array.from({ length: 65 }, (_, i) => [`${i}`, DICOM])), 'unsupported'],
  ] as const)('with %s is refused by name', (_, contents, code) => {
    expectProblem(() => readEcgFiles([zipped(contents)]), code)
  })

  it('that unpacks to more than it says, or than an ECG can be, is refused', () => {
    const bomb = zipped({ 'ecg.csv': new Uint8Array(65 * 1024 * 1024) })
    expectProblem(() => readEcgFiles([bomb]), 'unsupported')
    const liar = bomb.bytes.slice()
    new DataView(liar.buffer).setUint32(centralOffset(liar) + 24, 1000, true)
    expectProblem(() => readEcgFiles([{ name: 'a.zip', bytes: liar }]), 'unsupported')
  })

  it.each([
    ['locked with a password', 8, 1, 'unsupported'],
    ['in another compression', 10, 12, 'unsupported'],
    ['with a wrong checksum', 16, 99, 'malformed'],
    ['with an entry that lies nowhere', 42, 0xffffff, 'malformed'],
  ] as const)('%s is refused by name', (_, at, value, code) => {
    const { bytes } = zipped({ 'ecg.dcm': DICOM })
    new DataView(bytes.buffer).setUint32(centralOffset(bytes) + at, value, true)
    expectProblem(() => readEcgFiles([{ name: 'a.zip', bytes }]), code)
  })

  it('cut short is refused as truncated', () => {
    const { name, bytes } = zipOf(PAIR, 6)
    expectProblem(() => readEcgFiles([{ name, bytes: bytes.slice(0, -30) }]), 'truncated')
    expectProblem(() => readEcgFiles([{ name, bytes: bytes.slice(0, 5) }]), 'truncated')
  })

  it('never throws anything but a format error, whatever bytes are altered', () => {
    const { name, bytes } = zipOf(PAIR, 6)
    const flip = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(flip, { minLength: 1, maxLength: 4 }), (flips) => {
        const altered = bytes.slice()
        for (const [at, byte] of flips) altered[at] = byte
        expectReadOrRefused([{ name, bytes: altered }])
      }),
      { numRuns: 300 },
    )
  })
})

function recordingOf(files: readonly NamedFile[]): EcgRecording {
  const reading = readEcgFiles(files)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function zipOf(files: readonly NamedFile[], level: 0 | 6): NamedFile {
  return zipped(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), level)
}

function zipped(contents: Zippable, level: 0 | 6 = 6): NamedFile {
  return { name: 'ecg.zip', bytes: zipSync(contents, { level }) }
}

function centralOffset(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 6, true)
}

function expectProblem(reading: () => unknown, code: string): void {
  expect(reading).toThrow(expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code))
}

function expectReadOrRefused(files: readonly NamedFile[]): void {
  try {
    expect(recordingOf(files).leads.length).toBeGreaterThan(0)
  } catch (error) {
    expect(error).toBeInstanceOf(EcgFormatError)
    expect((error as EcgFormatError).code).not.toBe('reader_failed')
  }
}
