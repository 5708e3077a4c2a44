import { describe, expect, it } from 'vitest'
import { explain, isDiskFull, Refusal } from '../../scripts/up/say.mjs'

describe('explain', () => {
  it.each([
    ['a refusal', new Refusal('Port 3000 is taken.'), 'Port 3000 is taken.'],
    ['a full disk', fault('ENOSPC', '/data/x'), 'The disk is full: free some space (1 GB is enough) and start again.'],
    [
      'a read-only disk',
      fault('EROFS', '/data/keys.env'),
      'The folder /data is read-only: move the data with YURAK_DATA_DIR.',
    ],
  ])('says one sentence for %s', (_name, error, sentence) => {
    expect(explain(error)).toBe(sentence)
  })

  it('shows where a fault of our own happened', () => {
    expect(explain(new TypeError('undefined is not a function'))).toContain('say.test.ts')
  })
})

describe('isDiskFull', () => {
  it.each([
    'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device',
    'npm error code ENOSPC',
    'Disk quota exceeded',
  ])('hears it in "%s"', (output) => {
    expect(isDiskFull(output)).toBe(true)
  })
})

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path })
}
