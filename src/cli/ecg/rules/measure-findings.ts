/** Everything that the findings command prints. */
import { type DeviceAnswer, scoreDevices } from './device-score'
import { findLudb } from './ludb-diagnoses'
import { type LudbAnswer, scoreLudb } from './ludb-score'
import { type SuiteFigures, scoreSuite } from './suite-score'
import { scoreTwins, type TwinFigures } from './twin-score'

export type FindingFigures = {
  readonly seeds: number
  readonly suite: SuiteFigures
  readonly twins: TwinFigures
  /** Null where the database is absent. */
  readonly ludb: { readonly records: number; readonly answers: readonly LudbAnswer[] } | null
  readonly devices: readonly DeviceAnswer[]
}

export function measureFindings(folder: string, seeds: number): FindingFigures {
  const records = findLudb(folder)
  return {
    seeds,
    suite: scoreSuite(seeds),
    twins: scoreTwins(),
    ludb: records.length === 0 ? null : { records: records.length, answers: scoreLudb(records) },
    devices: scoreDevices(folder),
  }
}
