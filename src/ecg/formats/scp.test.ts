import { describe, expect, it } from 'vitest'
import { bits, leadSection, type MadeSection, makeScp, plain, sampleSection } from '../../../tests/support/make-scp'
import { EcgFormatError } from '../errors'
import type { EcgRecording } from '../types'
import { join, text, u8, u16, u32 } from '../writers/scp-bytes'
import { scpEcg } from './scp'

const DEFAULT_TABLE = { id: 2, contents: u16(19999) }

describe('an SCP-ECG record', () => {
  it('gives plain 16-bit samples where there is no Huffman table', () => {
    const recording = read([leadSection([1, 2], 1, 3), sampleSection(6, {}, [plain([1, -2, 3]), plain([4, 5, 6])])])
    expect(samplesOf(recording, 'I')).toEqual([1, -2, 3])
    expect(samplesOf(recording, 'II')).toEqual([4, 5, 6])
    expect(recording.sampleRateHz).toBe(500)
  })

  it('counts the voltage step in nanovolts', () => {
    const recording = read([leadSection([3], 1, 2), sampleSection(6, { stepNv: 2500 }, [plain([2, -4])])])
    expect(samplesOf(recording, 'V1')).toEqual([5, -10])
    expect(recording.leads[0]?.stepUv).toBe(2.5)
  })

  it.each([
    ['first differences', 1, [10, 1, 1, -3], [10, 11, 12, 9]],
    ['second differences', 2, [10, 12, 1, 0], [10, 12, 15, 18]],
  ])('adds %s up', (_, encoding, stored, expected) => {
    const recording = read([leadSection([1], 1, 4), sampleSection(6, { encoding }, [plain(stored)])])
    expect(samplesOf(recording, 'I')).toEqual(expected)
  })

  it('reads the default Huffman table with its literals of 8 and 16 bits', () => {
    const code = '0 100 101 1111111100 1111111110 01100100 1111111111 1111110000011000'.replaceAll(' ', '')
    const recording = read([DEFAULT_TABLE, leadSection([1], 1, 6), sampleSection(6, {}, [bits(code)])])
    expect(samplesOf(recording, 'I')).toEqual([0, 1, -1, 8, 100, -1000])
  })

  it('gives leads that were recorded one after the other their own time', () => {
    const recording = read([sequentialLeads(), sampleSection(6, {}, [plain([1, 2]), plain([3, 4])])])
    expect(samplesOf(recording, 'I')).toEqual([1, 2, Number.NaN, Number.NaN])
    expect(samplesOf(recording, 'II')).toEqual([Number.NaN, Number.NaN, 3, 4])
    expect(recording.warnings).toHaveLength(1)
  })

  it('follows a mode switch from one Huffman table to another and back', () => {
    const structure = (prefixBits: number, isValue: number, baseValue: number, prefix: number) =>
      join([u8(prefixBits, prefixBits, isValue), u16(baseValue & 0xffff), u32(prefix)])
    const tables = join([
      u16(2),
      u16(2),
      structure(1, 1, 7, 0),
      structure(1, 0, 2, 1),
      u16(2),
      structure(1, 1, -9, 0),
      structure(1, 0, 1, 1),
    ])
    const recording = read([
      { id: 2, contents: tables },
      leadSection([1], 1, 4),
      sampleSection(6, {}, [bits('0100100')]),
    ])
    expect(samplesOf(recording, 'I')).toEqual([7, -9, -9, 7])
  })

  it('adds the reference beat where it was subtracted', () => {
    const beat = join([u16(0), u32(3), u32(4), u32(5)])
    const other = join([u16(1), u32(6), u32(7), u32(8)])
    const locations = join([u16(6), u16(2), u16(2), beat, other, u32(3), u32(5), u32(6), u32(8)])
    const recording = read([
      leadSection([1], 1, 8, 5),
      { id: 4, contents: locations },
      sampleSection(5, {}, [plain([100, 200, 300])]),
      sampleSection(6, {}, [plain([1, 1, 1, 1, 1, 1, 1, 1])]),
    ])
    expect(samplesOf(recording, 'I')).toEqual([1, 1, 101, 201, 301, 1, 1, 1])
  })

  it('adds the reference beat in its own voltage step, unrounded', () => {
    const beat = join([u16(0), u32(1), u32(2), u32(3)])
    const recording = read([
      leadSection([1], 1, 4, 5),
      { id: 4, contents: join([u16(6), u16(2), u16(1), beat, u32(1), u32(4)]) },
      sampleSection(5, { stepNv: 500 }, [plain([101, 200, -3])]),
      sampleSection(6, { stepNv: 2000 }, [plain([1, 1, 1, 1])]),
    ])
    expect(samplesOf(recording, 'I')).toEqual([52.5, 102, 0.5, 2])
  })

  it('interpolates between the beats where the device stored fewer samples there', () => {
    const locations = join([u16(8), u16(2), u16(1), u16(1), u32(9), u32(9), u32(10), u32(9), u32(10)])
    const recording = read([
      leadSection([1], 1, 14, 4),
      { id: 4, contents: locations },
      sampleSection(5, { intervalUs: 2000 }, [plain([0, 0, 0, 0])]),
      sampleSection(6, { intervalUs: 8000, bimodal: 1 }, [plain([0, 40, 500, 600, 8])]),
    ])
    expect(recording.sampleRateHz).toBe(500)
    expect(samplesOf(recording, 'I')).toEqual([0, 0, 5, 15, 25, 35, 40, 40, 500, 600, 8, 8, 8, 8])
    expect(recording.warnings.join()).toContain('interpolated')
  })

  it('takes a record that counts its samples from 0', () => {
    const recording = read([leadSection([1], 0, 3), sampleSection(6, {}, [plain([1, 2, 3])])])
    expect(samplesOf(recording, 'I')).toEqual([1, 2, 3])
  })

  it('suppresses the numbers that stand for "not measured"', () => {
    const beat = [29999, 29999, 400, 496, 29999, 29999, 45, 999].map((value) => u16(value))
    const measurements = join([
      u8(1, 0),
      u16(0),
      u16(29999),
      ...beat,
      u16(0),
      u16(0),
      u16(0),
      u16(29999),
      u8(0),
      u16(0),
    ])
    const { reported } = read([ONE_LEAD, ONE_SIGNAL, { id: 7, contents: measurements }])
    expect(reported).toMatchObject({ rrMs: null, prMs: null, qrsMs: 96, qtMs: null, heartRateBpm: null, qtcMs: null })
    expect([reported.pAxisDeg, reported.qrsAxisDeg, reported.tAxisDeg]).toEqual([null, 45, null])
  })

  it('reads what the device measured lead by lead', () => {
    const lead = (number: number, ...values: readonly number[]) =>
      join([u16(number), u16(values.length * 2), ...values.map((value) => u16(value))])
    const contents = join([u16(2), u16(0), lead(1, 29999, 148, 96, 400, 7), lead(3, 90, 29998, 100, 404)])
    const { reported } = read([ONE_LEAD, ONE_SIGNAL, { id: 10, contents }])
    expect(reported.byLead).toEqual({
      I: { pMs: null, prMs: 148, qrsMs: 96, qtMs: 400 },
      V1: { pMs: 90, prMs: null, qrsMs: 100, qtMs: 404 },
    })
  })

  it('names the person, the time and the zone', () => {
    const tag = (id: number, value: Uint8Array) => join([u8(id), u16(value.length), value])
    const header = join([
      tag(0, text('Karimov')),
      tag(1, text('Sherzod')),
      tag(2, text('AA1234567')),
      tag(4, join([u16(18), u8(2)])),
      tag(5, join([u16(1971), u8(1, 23)])),
      tag(8, u8(2)),
      tag(25, join([u16(2026), u8(11, 22)])),
      tag(26, u8(9, 5, 7)),
      tag(34, join([u16(300), u16(0), text('')])),
      u8(255),
    ])
    const recording = read([{ id: 1, contents: header }, ONE_LEAD, ONE_SIGNAL])
    expect(recording.patient).toEqual({
      id: 'AA1234567',
      familyName: 'Karimov',
      givenName: 'Sherzod',
      sex: 'female',
      birthDate: '1971-01-23',
      ageYears: 1,
    })
    expect(recording.recordedAt).toEqual({ local: '2026-11-22T09:05:07', utcOffsetMinutes: 300 })
  })

  it('warns about a wrong checksum and reads on', () => {
    const bytes = makeScp([ONE_LEAD, ONE_SIGNAL])
    bytes[0] = (bytes[0] ?? 0) ^ 1
    const reading = scpEcg.read(bytes)
    expect(reading.kind === 'waveform' && reading.recording.warnings).toEqual(['The checksum of the file is wrong.'])
  })

  it.each<readonly [string, readonly MadeSection[], string]>([
    ['no rhythm', [leadSection([1], 1, 3)], 'no_waveform'],
    ['no leads', [sampleSection(6, {}, [plain([1])])], 'no_waveform'],
    ['fewer samples than announced', [leadSection([1], 1, 9), sampleSection(6, {}, [plain([1])])], 'malformed'],
    [
      'an announced hour times ten',
      [leadSection([1], 1, 20_000_000), sampleSection(6, {}, [plain([1])])],
      'unsupported',
    ],
    [
      'a reference beat that is not there',
      [leadSection([1], 1, 2, 5), sampleSection(6, {}, [plain([1, 2])])],
      'malformed',
    ],
    ['no lead that we know', [leadSection([21], 1, 2), sampleSection(6, {}, [plain([1, 2])])], 'no_waveform'],
  ])('refuses %s', (_, sections, code) => {
    expect(codeOf(() => scpEcg.read(makeScp(sections)))).toBe(code)
  })

  it('is cut short wherever it ends', () => {
    const whole = makeScp([ONE_LEAD, ONE_SIGNAL])
    for (let length = 0; length < whole.length; length++) {
      expect(codeOf(() => scpEcg.read(whole.subarray(0, length)))).toMatch(/truncated|malformed|no_waveform/)
    }
  })
})

const ONE_LEAD = leadSection([1], 1, 3)
const ONE_SIGNAL = sampleSection(6, {}, [plain([1, 2, 3])])

function sequentialLeads(): MadeSection {
  return { id: 3, contents: join([u8(2, 4), u32(1), u32(2), u8(1), u32(3), u32(4), u8(2)]) }
}

function read(sections: readonly MadeSection[]): EcgRecording {
  const bytes = makeScp(sections)
  expect(scpEcg.sniff(bytes)).toBe(true)
  const reading = scpEcg.read(bytes)
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf(recording: EcgRecording, name: string): number[] {
  return [...(recording.leads.find((lead) => lead.name === name)?.samplesUv ?? [])]
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
