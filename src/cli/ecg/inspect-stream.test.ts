import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeIshne } from '../../../tests/support/make-ishne'
import { inspect } from './inspect'
import { inspectStream } from './inspect-stream'

const folder = mkdtempSync(join(tmpdir(), 'yurak-long-'))
const TWO_HOURS = Array.from({ length: 2 * 3600 * 50 }, (_, index) => index % 100)

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('inspecting a long recording', () => {
  it('tells its length and the range of each lead', async () => {
    const report = await inspectStream([holter('long.ecg', [TWO_HOURS, TWO_HOURS.map((count) => -count)])])
    expect(report).toMatchObject({
      format: 'ishne',
      sampleRateHz: 50,
      durationMs: 7_200_000,
      leads: [
        { name: 'V1', sampleCount: 360_000, minUv: 0, maxUv: 99 },
        { name: 'V5', sampleCount: 360_000, minUv: -99, maxUv: 0 },
      ],
      measured: null,
    })
  })

  it('leaves out a lead that was not connected', async () => {
    const report = await inspectStream([holter('loose.ecg', [TWO_HOURS, TWO_HOURS.map(() => 7)])])
    const warnings = [expect.stringContaining('pieces'), expect.stringContaining('V5')]
    expect(report).toMatchObject({ leads: [{ name: 'V1' }], warnings })
  })

  it('is what the command does with it', async () => {
    const { text, isRead } = await inspect([holter('long.ecg', [TWO_HOURS])], {
      isJson: true,
      withSamples: true,
      byLead: false,
    })
    expect(isRead).toBe(true)
    expect(JSON.parse(text)).toMatchObject({ format: 'ishne', durationMs: 7_200_000 })
  })

  it('leaves a short one, and what is none, to the reading of the whole', async () => {
    const other = join(folder, 'other')
    writeFileSync(other, 'nothing')
    expect(await inspectStream([holter('short.ecg', [TWO_HOURS.slice(0, 500)])])).toBeNull()
    expect(await inspectStream([other])).toBeNull()
    expect(await inspectStream([join(folder, 'absent')])).toBeNull()
  })
})

function holter(name: string, leads: readonly (readonly number[])[]): string {
  const path = join(folder, name)
  const codes = [11, 15]
  const made = leads.map((counts, index) => [codes[index] ?? 0, counts] as const)
  writeFileSync(path, makeIshne({ leads: made, resolutionNv: 1000, sampleRateHz: 50 }))
  return path
}
