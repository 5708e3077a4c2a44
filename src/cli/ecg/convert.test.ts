import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type CommandResult, WrongUse } from './command'
import { convertCommand } from './convert'
import { readRecording } from './read-recording'
import { renderCommand } from './render'
import { synthCommand } from './synth'

const folder = mkdtempSync(join(tmpdir(), 'yurak-convert-'))
const at = (name: string) => join(folder, name)
const EXTENSIONS = ['dcm', 'scp', 'xml', 'edf', 'hea', 'csv']

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('the command synth', () => {
  it.each(EXTENSIONS)('writes a made ECG that reads as one: .%s', async (extension) => {
    const { output } = await synthCommand.run(['lbbb', '--seed', '4', at(`made.${extension}`), '--json'])

    expect(JSON.parse(output)).toMatchObject({
      options: { scenario: 'lbbb', seed: 4 },
      truth: { beats: expect.any(Array) },
    })
    const { isSynthetic, recordedAt } = readRecording(at(`made.${extension}`))
    expect(isSynthetic).toBe(true)
    expect(recordedAt?.local).toBe('2000-01-01T12:00:00')
  })

  it('writes the same file for the same seed and another for another', async () => {
    const bytesOf = async (seed: string) => {
      await synthCommand.run(['normal', '--seed', seed, at('seed.scp')])
      return readFileSync(at('seed.scp'))
    }

    expect(await bytesOf('1')).toEqual(await bytesOf('1'))
    expect(await bytesOf('2')).not.toEqual(await bytesOf('1'))
  })

  it('takes rhythm, rate, length, noise and swap', async () => {
    const args = [
      '--rhythm',
      'av-block-1',
      '--rate',
      '50',
      '--seconds',
      '4',
      '--sample-rate',
      '250',
      '--noise',
      'muscle,mains',
    ]
    await synthCommand.run(['normal', ...args, '--swap', 'LA-RA', '--at', '2026-01-02T03:04:05', at('much.dcm')])
    const { sampleRateHz, leads, recordedAt } = readRecording(at('much.dcm'))

    expect([sampleRateHz, leads[0]?.samplesUv.length, recordedAt?.local]).toEqual([250, 1000, '2026-01-02T03:04:05'])
  })

  it('lists what there is', async () => {
    const { output } = await synthCommand.run(['--list', '--json'])

    expect(JSON.parse(output)).toMatchObject({ scenarios: expect.arrayContaining(['normal', 'lbbb']) })
  })

  it.each([
    [['normal']],
    [['nothing', 'a.scp']],
    [['normal', 'a.doc']],
    [['normal', 'a.scp', '--seed', '1.5']],
    [['normal', 'a.scp', '--at', 'noon']],
  ])('refuses what makes no sense: %j', (args) => {
    expect(() => synthCommand.run(args)).toThrow(WrongUse)
  })
})

describe('the command convert', () => {
  it.each(EXTENSIONS)('makes a DICOM file of .%s, its signal file found beside it', async (extension) => {
    await synthCommand.run(['normal', at(`from.${extension}`)])
    const { output, isDone } = await convertCommand.run([at(`from.${extension}`), at('to.dcm'), '--json'])

    expect(isDone).toBe(true)
    expect(JSON.parse(output)).toMatchObject({ format: 'dicom', written: [at('to.dcm')] })
    expect(samplesIn('to.dcm')).toEqual(samplesIn(`from.${extension}`))
  })

  it('takes what a file of bare numbers does not say', async () => {
    writeFileSync(at('bare.csv'), '1,2\n3,4\n5,6\n')
    await convertCommand.run([at('bare.csv'), at('bare.hea'), '--rate', '250', '--unit', 'mV', '--columns', 'I,V1'])

    expect(readRecording(at('bare.hea')).leads.map(({ name }) => name)).toEqual(['I', 'V1'])
  })

  it('says why a file is not read or not written, as one JSON object where that is wanted', async () => {
    writeFileSync(at('letter.scp'), 'Dear colleague')
    await synthCommand.run(['normal', at('good.scp')])

    expect(await problemOf(convertCommand.run([at('letter.scp'), at('x.dcm'), '--json']))).toBe('unrecognised')
    expect(await problemOf(convertCommand.run([at('absent.scp'), at('x.dcm'), '--json']))).toBe('unreadable_path')
    expect(await problemOf(convertCommand.run([at('good.scp'), at('no/such/x.dcm'), '--json']))).toBe('unwritable_path')
    expect(await problemOf(convertCommand.run([at('good.scp'), at('a record.hea'), '--json']))).toBe('cannot_write')
  })

  it('writes nothing where it refuses', () => {
    expect(readdirSync(folder)).not.toContain('x.dcm')
  })
})

describe('the command render', () => {
  it.each([
    ['svg', '<?xml'],
    ['pdf', '%PDF-1.7'],
    ['png', '\x89PNG'],
  ])('draws a page as %s', async (extension, start) => {
    await synthCommand.run(['normal', at('drawn.scp')])
    const { isDone } = await renderCommand.run([at('drawn.scp'), at(`page.${extension}`)])

    expect(isDone).toBe(true)
    expect(readFileSync(at(`page.${extension}`), 'latin1').startsWith(start)).toBe(true)
  })

  it.each([
    [['a.scp']],
    [['a.scp', 'a.gif']],
    [['a.scp', 'a.svg', '--layout', 'round']],
    [['a.scp', 'a.png', '--dpi', '1']],
  ])('refuses what makes no sense: %j', (args) => {
    expect(() => renderCommand.run(args)).toThrow(WrongUse)
  })
})

/** Zero has one sign here. */
function samplesIn(name: string): readonly (readonly number[])[] {
  return readRecording(at(name)).leads.map(({ samplesUv }) => Array.from(samplesUv, (uv) => uv + 0))
}

async function problemOf(running: CommandResult | Promise<CommandResult>): Promise<string> {
  const { output, isDone } = await running
  expect(isDone).toBe(false)
  return JSON.parse(output).error.code
}
