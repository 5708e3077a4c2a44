import { describe, expect, it } from 'vitest'
import { type MferDefinition, makeMfer, words } from '../../../tests/support/make-mfer'
import { EcgFormatError } from '../errors'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

/** Two leads, 500 Hz, 5 µV a count, blocks of two samples. */
const TWO_LEADS: readonly MferDefinition[] = [
  [0x05, [2]],
  [0x04, [0, 2]],
  [0x0b, [1, 0xfd, 2]],
  [0x0c, [0, 0xfa, 5]],
  [0x09, [1], 0],
  [0x09, [2], 1],
]
const I = [1, -2, 3, 4]
const II = [10, 20, -30, 40]
const INTERLEAVED = [1, -2, 10, 20, 3, 4, -30, 40]
const DATA: MferDefinition = [0x1e, words(INTERLEAVED)]

describe('MFER', () => {
  it('reads blocks and sequences, rate and resolution', () => {
    const recording = read([...TWO_LEADS, [0x06, [2]], DATA])
    expect(recording).toMatchObject({ format: 'mfer', sampleRateHz: 500, warnings: [] })
    expect(samplesOf(recording, 'I')).toEqual(I.map((count) => count * 5))
    expect(samplesOf(recording, 'II')).toEqual(II.map((count) => count * 5))
    expect(recording.leads).toHaveLength(6)
  })

  it('reads little-endian counts and the resolution of a single channel', () => {
    const recording = read([
      [0x01, [1]],
      [0x05, [2, 0]],
      [0x04, [2, 0]],
      [0x0b, [0, 0, 250, 0]],
      [0x0c, [0, 0xf7, 0xc4, 0x09]],
      [0x09, [1, 0], 0],
      [0x09, [63, 0], 1],
      [0x0c, [0, 0xfd, 1], 1],
      [0x1e, words(INTERLEAVED, true)],
    ])
    expect(recording.sampleRateHz).toBe(250)
    expect(samplesOf(recording, 'I')).toEqual([2.5, -5, 7.5, 10])
    expect(samplesOf(recording, 'aVL')).toEqual([10_000, 20_000, -30_000, 40_000])
  })

  it('joins frames and leaves out the dominant beat', () => {
    const recording = read([...TWO_LEADS, [0x08, [1]], DATA, DATA, [0x08, [9]], DATA])
    expect(samplesOf(recording, 'I')).toEqual([...I, ...I].map((count) => count * 5))
    expect(recording.warnings).toEqual(['The dominant beat of the device was left out.'])
  })

  it('tells of null values', () => {
    const recording = read([...TWO_LEADS, [0x12, [0, 3]], DATA])
    expect(samplesOf(recording, 'I')).toEqual([5, -10, Number.NaN, 20])
    expect(recording.warnings).toHaveLength(1)
  })

  it('reads definitions that are grouped, but not endlessly', () => {
    const group = (contents: readonly number[]): number[] => [
      0x67,
      0x82,
      contents.length >> 8,
      contents.length & 0xff,
      ...contents,
    ]
    const resolution: MferDefinition = [0x67, [0x0c, 3, 0, 0xfa, 7]]
    expect(samplesOf(read([...TWO_LEADS, resolution, DATA]), 'I')).toEqual(I.map((count) => count * 7))
    let nested: number[] = []
    for (let depth = 0; depth < 2000; depth++) nested = group(nested)
    expect(() => read([...TWO_LEADS, [0x67, nested], DATA])).toThrow('nested too deeply')
  })

  it('reads patient, device and time', () => {
    const recording = read([
      [0x17, 'Fukuda^FX-8322^1^77'],
      [0x81, 'Karimova^^Nodira'],
      [0x82, 'AA1'],
      [0x83, [74, 0, 0, 0x07, 0x9f, 5, 2]],
      [0x84, [2]],
      [0x85, [0x07, 0xea, 3, 2, 10, 15, 30]],
      ...TWO_LEADS,
      DATA,
    ])
    expect(recording).toMatchObject({
      patient: { id: 'AA1', familyName: 'Karimova', givenName: 'Nodira', sex: 'female', birthDate: '1951-05-02' },
      device: { manufacturer: 'Fukuda', model: 'FX-8322', serial: '77' },
      recordedAt: { local: '2026-03-02T10:15:30' },
    })
  })

  it.each([
    ['no samples', TWO_LEADS, 'no_waveform'],
    ['no lead', [[0x05, [1]], [0x0c, [0, 0xfa, 5]], DATA], 'no_waveform'],
    ['no unit', [[0x05, [1]], [0x09, [1]], DATA], 'unsupported'],
    ['too few samples', [...TWO_LEADS, [0x06, [3]], DATA], 'truncated'],
    ['compressed data', [...TWO_LEADS, [0x0e, [0, 1]], DATA], 'unsupported'],
    ['AHA data', [...TWO_LEADS, [0x0a, [9]], DATA], 'unsupported'],
    ['an offset', [...TWO_LEADS, [0x0d, [0, 1]], DATA], 'unsupported'],
    ['frames that differ', [...TWO_LEADS, DATA, [0x0c, [0, 0xfa, 6]], DATA], 'unsupported'],
    ['no channel', [[0x05, [0]], DATA], 'malformed'],
  ] as const)('names what is wrong: %s', (_, definitions, code) => {
    expect(() => read(definitions)).toThrow(
      expect.toSatisfy((error) => error instanceof EcgFormatError && error.code === code),
    )
  })
})

function read(definitions: readonly MferDefinition[]): EcgRecording {
  const reading = readEcgFile(makeMfer(definitions))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf({ leads }: EcgRecording, name: string): number[] {
  return Array.from(leads.find((lead) => lead.name === name)?.samplesUv ?? [])
}
