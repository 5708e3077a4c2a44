import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { writeScp } from '@/ecg/writers/scp'
import { namedText } from '../../../tests/support/make-wfdb'
import { inspect } from './inspect'

/** What users of the JSON rely on, in this order. */
const FIELDS = [
  'format',
  'sampleRateHz',
  'durationMs',
  'leads',
  'recordedAt',
  'patient',
  'device',
  'reported',
  'measured',
  'beats',
  'quality',
  'findings',
  'triageClass',
  'warnings',
  'samplesUv',
]
const folder = mkdtempSync(join(tmpdir(), 'yurak-inspect-'))
const good = join(folder, 'good.scp')
const bad = join(folder, 'bad.scp')

beforeAll(() => {
  writeFileSync(good, writeScp(makeEcg({ scenario: 'normal', seed: 2 }).recording))
  writeFileSync(bad, 'nothing')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('inspecting files', () => {
  it('gives one JSON object for one file, with the samples lead by lead', async () => {
    const { text, isRead } = await inspect([good], { isJson: true, withSamples: true, byLead: false })
    const report = JSON.parse(text)
    expect(isRead).toBe(true)
    expect(report).toMatchObject({ format: 'scp-ecg', sampleRateHz: 500, durationMs: 10_000 })
    expect(report.leads).toHaveLength(12)
    expect(report.leads[0]).toMatchObject({ name: 'I', sampleCount: 5000, maxUv: expect.any(Number) })
    expect(report.measured).toMatchObject({ heartRateBpm: expect.any(Number), qrsMs: expect.any(Number) })
    expect(report.beats.length).toBeGreaterThan(5)
    expect(Object.keys(report)).toEqual(FIELDS)
    expect(report.samplesUv.aVR).toHaveLength(5000)
  })

  it('gives a list for several, and the reason for each that cannot be read', async () => {
    const { text, isRead } = await inspect([good, bad, join(folder, 'absent')], {
      isJson: true,
      withSamples: false,
      byLead: false,
    })
    expect(isRead).toBe(false)
    expect(JSON.parse(text)).toMatchObject([
      { format: 'scp-ecg' },
      { error: { code: 'unrecognised', format: null, message: expect.any(String), byteOffset: null } },
      { error: { code: 'unreadable_path', message: expect.any(String) } },
    ])
  })

  it('gives one object for the files of one WFDB record', async () => {
    const parts = [namedText('a.hea', ['a 1 250 2', 'a.dat 16 200 0 0 0 0 0 V1']), namedText('a.dat', ['abcd'])]
    const paths = parts.map(({ name }) => join(folder, name))
    for (const { name, bytes } of parts) writeFileSync(join(folder, name), bytes)
    const { text, isRead } = await inspect(paths, { isJson: true, withSamples: false, byLead: false })
    expect(isRead).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ format: 'wfdb', leads: [{ name: 'V1', sampleCount: 2 }] })
  })

  it('finds the files that a WFDB header names beside it', async () => {
    const parts = [namedText('b.hea', ['b 1 250 2', 'b.dat 16 200 0 0 0 0 0 V1']), namedText('b.dat', ['abcd'])]
    for (const { name, bytes } of parts) writeFileSync(join(folder, name), bytes)
    const { text } = await inspect([join(folder, 'b.hea')], { isJson: true, withSamples: false, byLead: false })
    expect(JSON.parse(text)).toMatchObject({ format: 'wfdb', leads: [{ name: 'V1', sampleCount: 2 }] })
  })

  it('says what is missing, and reads the file once that is told', async () => {
    const path = join(folder, 'bare.csv')
    writeFileSync(path, '1,2\n3,\n5,6\n')
    const options = { isJson: true, withSamples: true, byLead: true }
    expect(JSON.parse((await inspect([path], options)).text)).toMatchObject({
      error: {
        code: 'needs_description',
        format: 'csv',
        needs: { missing: ['columns', 'rate', 'unit'], columnNames: [null, null], rowCount: 3 },
      },
    })
    const description = { sampleRateHz: 500, unit: '2 uV', columns: ['V1', 'V2'] as const }
    expect(JSON.parse((await inspect([path], { ...options, description })).text)).toMatchObject({
      sampleRateHz: 500,
      samplesUv: { V1: [2, 6, 10], V2: [4, null, 12] },
      beatsByLead: { V1: [], V2: [] },
    })
  })

  it.each([
    ['pdf', '%PDF-1.7 %%EOF'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['gif', 'GIF89a'],
  ])('refuses a picture, which is no recording, whole or cut: %s', async (format, start) => {
    const path = join(folder, 'renamed.dcm')
    writeFileSync(path, start, 'latin1')
    const { text, isRead } = await inspect([path], { isJson: true, withSamples: false, byLead: false })
    expect(isRead).toBe(false)
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'picture', format } })
  })

  it('is readable without JSON', async () => {
    const { text } = await inspect([good, bad], { isJson: false, withSamples: false, byLead: false })
    expect(text).toContain('scp-ecg: 500 Hz, 10000 ms')
    expect(text).toContain('derived: III aVR aVL aVF')
    expect(text).toContain('not readable')
  })
})
