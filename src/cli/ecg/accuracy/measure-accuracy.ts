/** Everything that the accuracy command prints, database by database. */
import { type BeatSummary, summariseBeats } from './beat-score'
import { type MarkKind, type RecordScore, scoreLudbRecord, scoreMitRecord, scoreSynthetic } from './databases'
import { type DelineationSummary, summariseDelineation } from './delineation-summary'
import { findReferences } from './reference-records'

export type DatabaseName = 'synthetic' | 'ludb' | 'mit-bih'

export type DatabaseAccuracy = {
  readonly database: DatabaseName
  readonly beats: BeatSummary
  readonly delineation: DelineationSummary | null
  /** Records with a beat missed or false. */
  readonly worst: readonly { readonly record: string; readonly missed: number; readonly false: number }[]
}

export type Accuracy = {
  readonly marks: MarkKind
  readonly databases: readonly DatabaseAccuracy[]
  /** Not found below the folder. */
  readonly absent: readonly DatabaseName[]
}

export function measureAccuracy(folder: string, marks: MarkKind, syntheticSeeds: number): Accuracy {
  const { ludb, mitBih } = findReferences(folder)
  const scored: readonly (readonly [DatabaseName, readonly RecordScore[]])[] = [
    ['synthetic', [...scoreSynthetic(syntheticSeeds)]],
    ['ludb', ludb.map((record) => scoreLudbRecord(record, marks))],
    ['mit-bih', mitBih.map(scoreMitRecord)],
  ]
  return {
    marks,
    databases: scored.flatMap(([database, scores]) => (scores.length > 0 ? [summarise(database, scores)] : [])),
    absent: scored.flatMap(([database, scores]) => (scores.length > 0 ? [] : [database])),
  }
}

function summarise(database: DatabaseName, scores: readonly RecordScore[]): DatabaseAccuracy {
  const delineations = scores.flatMap(({ delineation }) => delineation ?? [])
  return {
    database,
    beats: summariseBeats(scores.map(({ beats }) => beats)),
    delineation: delineations.length > 0 ? summariseDelineation(delineations) : null,
    worst: scores
      .map(({ name, beats }) => ({ record: name, missed: beats.missedMs.length, false: beats.falseMs.length }))
      .filter((record) => record.missed + record.false > 0),
  }
}
