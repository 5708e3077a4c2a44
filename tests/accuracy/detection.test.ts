/** Beats and waves against manual marks and known truth; the floors are those of `ecg accuracy` and may only rise. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shortfalls } from '@/cli/ecg/accuracy/floors'
import { type DatabaseName, measureAccuracy } from '@/cli/ecg/accuracy/measure-accuracy'
import { findReferences } from '@/cli/ecg/accuracy/reference-records'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const { ludb, mitBih } = findReferences(DATA)
const PRESENT: Readonly<Record<DatabaseName, boolean>> = {
  synthetic: true,
  ludb: ludb.length > 0,
  'mit-bih': mitBih.length > 0,
}

describe('every beat is found, and no other', () => {
  const accuracy = measureAccuracy(DATA, 'median', 1)
  for (const database of ['synthetic', 'ludb', 'mit-bih'] as const) {
    it.skipIf(!PRESENT[database])(`reaches its floors: ${database}`, () => {
      const measured = accuracy.databases.filter((one) => one.database === database)
      expect(measured).toHaveLength(1)
      expect(shortfalls({ ...accuracy, databases: measured })).toEqual([])
    })
  }

  it('counts for the floors: a figure below one is named', () => {
    const [synthetic] = accuracy.databases
    const worse = synthetic && { ...synthetic, beats: { ...synthetic.beats, sensitivity: 98 } }
    expect(shortfalls({ ...accuracy, databases: worse ? [worse] : [] })).toEqual([
      expect.stringContaining('synthetic: beats: sensitivity is 98.00'),
    ])
  })
})
