import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedText, packWfdb } from '../../../tests/support/make-wfdb'
import { EcgFormatError } from '../errors'
import { readEcgFiles } from '../read-ecg-files'
import type { EcgRecording } from '../types'
import type { NamedFile } from './wfdb'

const SMALL = [5, -7, 100, -20, 0, 1, 27]

describe('WFDB', () => {
  it.each([8, 16, 24, 32, 61, 80, 160, 212, 310, 311])('reads storage form %i', (format) => {
    const recording = read([
      namedText('a.hea', ['a 1 250 7', `a.dat ${format} 1000/mV 0 0 0 0 0 V1`]),
      { name: 'a.dat', bytes: packWfdb(format, SMALL) },
    ])
    expect(recording).toMatchObject({ format: 'wfdb', sampleRateHz: 250, warnings: [] })
    expect(Array.from(recording.leads[0]?.samplesUv ?? [])).toEqual(SMALL)
  })

  it('honours gain, baseline, unit and byte offset of every lead', () => {
    const recording = read([
      namedText('a.hea', ['a 2 500 3', 'a.dat 16+2 500(10)/mV 16 0 0 0 0 i', 'a.dat 16+2 2(-4)/uV 16 0 0 0 0 ii']),
      { name: 'A.DAT', bytes: packWfdb(16, [999, 510, 0, 10, 4, -490, -8]) },
    ])
    expect(samplesOf(recording, 'I')).toEqual([1000, 0, -1000])
    expect(samplesOf(recording, 'II')).toEqual([2, 4, -2])
    expect(recording.leads).toHaveLength(6)
  })

  it('counts the samples itself, and undoes a skew', () => {
    const recording = read([
      namedText('a.hea', [
        '# a comment first',
        'a 2 100',
        'a.dat 16 1000 0 0 0 0 0 V1',
        'a.dat 16:1 1000 0 0 0 0 0 V2',
      ]),
      { name: 'a.dat', bytes: packWfdb(16, [1, 0, 2, 11, 3, 12]) },
    ])
    expect(samplesOf(recording, 'V1')).toEqual([1, 2])
    expect(samplesOf(recording, 'V2')).toEqual([11, 12])
  })

  it('shows the leads of one rate where frames hold several samples', () => {
    const recording = read([
      namedText('a.hea', ['a 2 100 2', 'a.dat 16x2 1000 0 0 0 0 0 V1', 'a.dat 16 1000/mmHg 0 0 0 0 0 ABP']),
      { name: 'a.dat', bytes: packWfdb(16, [1, 2, 90, 3, 4, 91]) },
    ])
    expect(recording).toMatchObject({ sampleRateHz: 200, warnings: [expect.stringContaining('left out')] })
    expect(samplesOf(recording, 'V1')).toEqual([1, 2, 3, 4])
  })

  it('joins segments; a lead that one of them lacks is missing there, and all leads are in a pause', () => {
    const part = (name: string, leads: readonly string[]) =>
      namedText(`${name}.hea`, [
        `${name} ${leads.length} 250 2`,
        ...leads.map((lead) => `${name}.dat 16 1000 0 0 0 0 0 ${lead}`),
      ])
    const recording = read([
      part('b', ['V1']),
      namedText('all.hea', ['all/3 2 250 5', 'a 2', '~ 1', 'b 2']),
      part('a', ['V1', 'V2']),
      { name: 'a.dat', bytes: packWfdb(16, [1, 8, 2, 9]) },
      { name: 'b.dat', bytes: packWfdb(16, [3, 4]) },
    ])
    const { NaN: missing } = Number
    expect(samplesOf(recording, 'V1')).toEqual([1, 2, missing, 3, 4])
    expect(samplesOf(recording, 'V2')).toEqual([8, 9, missing, missing, missing])
    expect(recording.warnings).toHaveLength(1)
  })

  it('warns of a wrong checksum, a missing gain, a modified lead and missing samples', () => {
    const { warnings, leads } = read([
      namedText('a.hea', ['a 1 250 3', 'a.dat 16 0 0 0 0 77 0 MLII']),
      { name: 'a.dat', bytes: packWfdb(16, [200, -32_768, 400]) },
    ])
    expect(warnings).toHaveLength(4)
    expect(Array.from(leads[0]?.samplesUv ?? [])).toEqual([1000, Number.NaN, 2000])
  })

  it('reads time, age and sex', () => {
    const header = ['a 1 250 1 10:20:30.5 02/03/2026', 'a.dat 16 1000 0 0 0 0 0 V1', '#<age>: 51', '#<sex>: F']
    expect(read([namedText('a.hea', header), { name: 'a.dat', bytes: packWfdb(16, [1]) }])).toMatchObject({
      recordedAt: { local: '2026-03-02T10:20:30' },
      patient: { ageYears: 51, sex: 'female' },
    })
  })

  it.each([
    ['a header alone', [], ['a 1 250 3', 'a.dat 16 200 0 0 0 0 0 I'], 'no_waveform'],
    ['too few samples', [1, 2], ['a 1 250 3', 'a.dat 16 200 0 0 0 0 0 I'], 'truncated'],
    ['too few lines', [1, 2], ['a 2 250 1', 'a.dat 16 200 0 0 0 0 0 I'], 'truncated'],
    ['a broken FLAC file', [1, 2], ['a 1 250 1', 'a.dat 516 200 0 0 0 0 0 I'], 'malformed'],
    ['no lead', [1, 2], ['a 1 250 1', 'a.dat 16 200 0 0 0 0 0 ABP'], 'no_waveform'],
  ] as const)('names what is wrong: %s', (_, counts, header, code) => {
    const files = [namedText('x.hea', header), { name: 'a.dat', bytes: packWfdb(16, counts) }]
    expectProblem(() => readEcgFiles(counts.length === 0 ? files.slice(0, 1) : files), code)
  })

  it('refuses files that are no recording together', () => {
    expectProblem(() => readEcgFiles([]), 'unrecognised')
    expectProblem(() => readEcgFiles([namedText('a', ['x']), namedText('b', ['y'])]), 'unrecognised')
  })

  it('never throws anything but a format error for an altered header', () => {
    const header = 'a 2 500 3\na.dat 212+1:1 500(10)/mV 16 0 0 0 0 i\na.dat 212x2 2(-4)/uV 16 0 0 0 0 ii\n# age: 5\n'
    const flip = fc.tuple(fc.nat(header.length - 1), fc.constantFrom(...'0159/x:+-. \n#~a'))
    fc.assert(
      fc.property(fc.array(flip, { maxLength: 4 }), fc.uint8Array({ maxLength: 60 }), (flips, data) => {
        const letters = [...header]
        for (const [at, letter] of flips) letters[at] = letter
        expectSoundOrRefused([namedText('a.hea', [letters.join('')]), { name: 'a.dat', bytes: data }])
      }),
      { numRuns: 1000 },
    )
  })
})

function read(files: readonly NamedFile[]): EcgRecording {
  const reading = readEcgFiles(files)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf({ leads }: EcgRecording, name: string): number[] {
  return Array.from(leads.find((lead) => lead.name === name)?.samplesUv ?? [], (uv) => Math.round(uv))
}

function expectSoundOrRefused(files: readonly NamedFile[]): void {
  try {
    const { leads } = read(files)
    expect(leads.every(({ samplesUv }) => samplesUv.every(Number.isFinite))).toBe(true)
  } catch (error) {
    expect(error).toBeInstanceOf(EcgFormatError)
    expect((error as EcgFormatError).code).not.toBe('reader_failed')
  }
}

function expectProblem(reading: () => unknown, code: string): void {
  expect(reading).toThrow(expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code))
}
