/**
 * What every measurement must reach; a floor may only be raised. Percent and milliseconds.
 *
 * Limits are those of the best open figure of each row, and are held against the marks in the middle of the leads:
 * global marks lie further out by definition.
 */
import type { Accuracy, DatabaseName } from './measure-accuracy'

type BeatFloor = {
  readonly database: DatabaseName
  readonly sensitivity: number
  readonly positivePredictivity: number
  readonly jitterMedianMs: number
  readonly jitterP95Ms: number
}

const BEAT_FLOORS: readonly BeatFloor[] = [
  { database: 'synthetic', sensitivity: 99.9, positivePredictivity: 99.9, jitterMedianMs: 1, jitterP95Ms: 4 },
  { database: 'ludb', sensitivity: 99.95, positivePredictivity: 99.95, jitterMedianMs: 2, jitterP95Ms: 30 },
  { database: 'mit-bih', sensitivity: 99.95, positivePredictivity: 99.95, jitterMedianMs: 1.5, jitterP95Ms: 5 },
]

const WAVE_FLOORS = {
  P: { sensitivity: 98, positivePredictivity: 97 },
  QRS: { sensitivity: 99.95, positivePredictivity: 99.95 },
  T: { sensitivity: 99, positivePredictivity: 97 },
} as const

const LARGEST_SD_MS = { 'P on': 14, 'P off': 15.7, 'QRS on': 10.8, 'QRS off': 16.7, 'T off': 20 } as const
const LARGEST_MEAN_MS = 8

/** A sentence for each floor that is not reached, and nothing for a database that is absent. */
export function shortfalls({ databases, marks }: Accuracy): readonly string[] {
  return databases.flatMap(({ database, beats, delineation }) => {
    const floor = BEAT_FLOORS.find((one) => one.database === database)
    const below = (what: string, value: number | null, least: number) =>
      value !== null && value < least ? [`${database}: ${what} is ${value.toFixed(2)}, at least ${least} is asked`] : []
    const above = (what: string, value: number | null, most: number) =>
      value !== null && value > most ? [`${database}: ${what} is ${value.toFixed(2)}, at most ${most} is allowed`] : []
    return [
      ...(floor ? below('beats: sensitivity', beats.sensitivity, floor.sensitivity) : []),
      ...(floor ? below('beats: +P', beats.positivePredictivity, floor.positivePredictivity) : []),
      ...(floor ? above('R jitter, median', beats.jitterMedianMs, floor.jitterMedianMs) : []),
      ...(floor ? above('R jitter, 95 %', beats.jitterP95Ms, floor.jitterP95Ms) : []),
      ...(delineation?.waves ?? []).flatMap(({ wave, sensitivity, positivePredictivity }) => [
        ...below(`${wave}: sensitivity`, sensitivity, WAVE_FLOORS[wave].sensitivity),
        ...below(`${wave}: +P`, positivePredictivity, WAVE_FLOORS[wave].positivePredictivity),
      ]),
      ...(marks === 'median' ? (delineation?.limits ?? []) : []).flatMap(({ limit, meanMs, sdMs }) => [
        ...above(`${limit}: SD`, sdMs, LARGEST_SD_MS[limit]),
        ...above(`${limit}: mean`, meanMs && Math.abs(meanMs), LARGEST_MEAN_MS),
      ]),
    ]
  })
}
