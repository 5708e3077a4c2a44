/** The rules on made ECGs whose findings are known, and on the diagnoses of LUDB; the floors may only rise. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shortfalls } from '@/cli/ecg/rules/floors'
import { findLudb } from '@/cli/ecg/rules/ludb-diagnoses'
import { scoreLudb } from '@/cli/ecg/rules/ludb-score'
import { scoreSuite } from '@/cli/ecg/rules/suite-score'
import { scoreTwins } from '@/cli/ecg/rules/twin-score'

const DATA = process.env.ECG_DATA_DIR ?? join(process.cwd(), '..', 'shared', 'ecg')
const SEEDS = 2
/** Two hundred and more ECGs, on a machine that does other things too. */
const SUITE_MS = 180_000
const NO_SUITE = {
  cases: 0,
  benignCases: 0,
  rules: [],
  missed: [],
  falseAlarms: [],
  swappedInfarcts: 0,
  swappedInfarctsKept: 0,
  swappedInfarctsUrgent: 0,
  keptNot: [],
}
const NO_TWINS = { results: [], wrong: [], rightShare: { above: 100, within: 100, below: 100 } }
const records = findLudb(DATA)

describe('the rules', () => {
  it(
    'find everything in made ECGs, and nothing that is not there',
    () => {
      expect(shortfalls({ suite: scoreSuite(SEEDS), twins: NO_TWINS, ludb: null })).toEqual([])
    },
    SUITE_MS,
  )

  it('part the twins on either side of a threshold', () => {
    const twins = scoreTwins()
    expect(shortfalls({ suite: NO_SUITE, twins, ludb: null })).toEqual([])
    expect(new Set(twins.results.map(({ zone }) => zone)).size).toBe(3)
  })

  it.skipIf(records.length === 0)('reach their floors on the diagnoses of LUDB', () => {
    const ludb = { records: records.length, answers: scoreLudb(records) }
    expect(shortfalls({ suite: NO_SUITE, twins: NO_TWINS, ludb })).toEqual([])
  })
})
