import { describe, expect, it } from 'vitest'
import { EcgFormatError } from '../errors'
import { readEcgFile } from '../read-ecg-file'
import type { EcgRecording } from '../types'

const ROWS = ['1,-2,3', '4,5,6', '7,8,9']

describe('CSV', () => {
  it('reads named columns with rate and unit in the lines before them', () => {
    const recording = read('# Sampling rate: 500 Hz', '# Unit: mV', 'I,"II",V1', ...ROWS)
    expect(recording).toMatchObject({ format: 'csv', sampleRateHz: 500, warnings: [] })
    expect(samplesOf(recording, 'I')).toEqual([1000, 4000, 7000])
    expect(samplesOf(recording, 'II')).toEqual([-2000, 5000, 8000])
    expect(recording.leads).toHaveLength(7)
  })

  it.each([
    ['time_ms,I_uV,V1_uV', ['0', '4', '8']],
    ['Time (s),I (uV),V1 [µV]', ['0', '0.004', '0.008']],
  ])('takes rate and unit from the headings: %s', (heading, [first, second, third]) => {
    const recording = read(heading, `${first},1,2`, `${second},3,4`, `${third},5,6`)
    expect(recording.sampleRateHz).toBe(250)
    expect(samplesOf(recording, 'V1')).toEqual([2, 4, 6])
  })

  it('takes the names from their own line where a line of units follows', () => {
    const recording = read('time,I,V1', 's,mV,mV', '0,1,2', '0.004,3,4', '0.008,5,6', '0.012,7,8')
    expect(samplesOf(recording, 'V1')).toEqual([2000, 4000, 6000, 8000])
  })

  it('reads a decimal comma behind a semicolon', () => {
    const recording = read('200 hertz', 'I (mV);V1 (mV)', '0,5;1,25', '-0,5;2', '1;3')
    expect(samplesOf(recording, 'I')).toEqual([500, -500, 1000])
    expect(samplesOf(recording, 'V1')).toEqual([1250, 2000, 3000])
  })

  it('leaves out an empty column and tells of a missing sample', () => {
    const recording = read('200 Hz, uV', 'I,II,V1', '1,,5', '2,,', '3,,7')
    expect(recording.leads.map(({ name }) => name)).toEqual(['I', 'V1'])
    expect(samplesOf(recording, 'V1')).toEqual([5, Number.NaN, 7])
    expect(recording.warnings).toEqual(['Lead II holds no samples.', 'Of 3 samples a lead, some are missing: 1 in V1.'])
  })

  it('is read with what is told of it, where the file does not say it itself', () => {
    const bytes = new TextEncoder().encode('V1 (mV),V2 (mV)\n1,2\n3,4\n5,6\n')
    const reading = readEcgFile(bytes, { sampleRateHz: 250, unit: 'uV', columns: ['I', 'II'] })
    expect(reading).toMatchObject({ recording: { sampleRateHz: 250, leads: [{ name: 'V1' }, { name: 'V2' }] } })
  })

  it('is not read where not every column is described', () => {
    const bytes = new TextEncoder().encode('1,2\n3,4\n5,6\n')
    const read = () => readEcgFile(bytes, { sampleRateHz: 250, unit: 'uV', columns: ['I'] })
    expect(read).toThrow('the file does not say which column is which lead')
  })

  it.each([
    [['I,II,V1', ...ROWS], 'the file does not say the sampling rate or the unit of the voltages'],
    [['500 Hz', 'I,II,V1', ...ROWS], 'the file does not say the unit of the voltages'],
    [['500 Hz', 'mV', ...ROWS], 'the file does not say which column is which lead'],
    [['500 Hz', 'I (mV),II (uV),V1', ...ROWS], 'the file does not say the unit of the voltages'],
    [['500 Hz', 'mV', 'I,II,V1', ...ROWS, '1,2', ...ROWS], 'the rows differ in their number of columns'],
  ])('says exactly what it lacks: %j', (lines, reason) => {
    expect(() => read(...lines)).toThrow(reason)
  })

  it.each(['7,8', '7,8,9.', '7,8,-'])('is truncated where its last row is: %s', (last) => {
    const bytes = new TextEncoder().encode(['250 Hz', 'mV', 'I,II,V1', ...ROWS, last].join('\n'))
    expect(() => readEcgFile(bytes)).toThrow('the last row ends before its numbers do')
  })

  it('does not take prose for numbers', () => {
    expect(() => read('hello', 'there', '1', 'world')).toThrow(EcgFormatError)
    expect(() => read('hello', 'there', '1', 'world')).toThrow('no kind')
  })
})

function read(...lines: readonly string[]): EcgRecording {
  const reading = readEcgFile(new TextEncoder().encode(lines.join('\n')))
  if (reading.kind !== 'waveform') throw new Error('no waveform')
  return reading.recording
}

function samplesOf({ leads }: EcgRecording, name: string): number[] {
  return Array.from(leads.find((lead) => lead.name === name)?.samplesUv ?? [])
}
