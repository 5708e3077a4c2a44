import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WrongUse } from './command'
import { inspectCommand } from './inspect-command'

const folder = mkdtempSync(join(tmpdir(), 'yurak-inspect-command-'))
const bare = join(folder, 'bare.csv')

beforeAll(() => writeFileSync(bare, '1,2\n3,4\n5,6\n'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command inspect', () => {
  it('takes rate, unit and columns of a file that does not say them', async () => {
    const args = [bare, '--json', '--samples', '--rate', '250', '--unit', 'mV', '--columns', 'none,v1']
    const { output, isDone } = await inspectCommand.run(args)
    expect(isDone).toBe(true)
    expect(JSON.parse(output)).toMatchObject({ sampleRateHz: 250, samplesUv: { V1: [2000, 4000, 6000] } })
  })

  it('is not done where a file cannot be read', async () => {
    expect(await inspectCommand.run([bare])).toMatchObject({ isDone: false })
  })

  it.each([[[]], [[bare, '--rate', 'fast']], [[bare, '--unit', 'kg']], [[bare, '--columns', 'I,Q9']]])(
    'refuses what makes no sense: %j',
    (args: readonly string[]) => {
      expect(() => inspectCommand.run(args)).toThrow(WrongUse)
    },
  )
})
