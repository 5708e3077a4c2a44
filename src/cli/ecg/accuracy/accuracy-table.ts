/** The figures as tables that stand in a terminal and in a document alike. */
import { table } from '../table'
import type { Accuracy, DatabaseAccuracy, DatabaseName } from './measure-accuracy'

const TITLES: Readonly<Record<DatabaseName, string>> = {
  synthetic: 'Synthetic ECGs, twelve leads, light noise',
  ludb: 'LUDB, twelve leads',
  'mit-bih': 'MIT-BIH, lead 1',
}

export function accuracyTable({ databases, absent, marks }: Accuracy): string {
  const delineated = databases.filter(({ delineation }) => delineation !== null)
  return [
    'Beats',
    table(
      ['database', 'records', 'beats', 'missed', 'false', 'Se %', '+P %', 'R offset ms', 'jitter median ms', '95 % ms'],
      databases.map(beatRow),
    ),
    ...delineated.flatMap(({ database, delineation }) => [
      `Waves: ${TITLES[database]}`,
      table(
        ['wave', 'marked', 'missed', 'false', 'Se %', '+P %'],
        (delineation?.waves ?? []).map(({ wave, waves, missed, false: extra, sensitivity, positivePredictivity }) => [
          wave,
          String(waves),
          String(missed),
          String(extra),
          fixed(sensitivity, 2),
          fixed(positivePredictivity, 2),
        ]),
      ),
      `Limits: ${TITLES[database]}, ours (${marks}) less the median of the leads' manual marks`,
      table(
        ['limit', 'count', 'mean ms', 'SD ms'],
        (delineation?.limits ?? []).map(({ limit, count, meanMs, sdMs }) => [
          limit,
          String(count),
          signed(meanMs),
          fixed(sdMs, 1),
        ]),
      ),
    ]),
    ...databases.flatMap(worstOf),
    ...absent.map((database) => `Not found: ${TITLES[database]}`),
  ].join('\n\n')
}

function beatRow({ database, beats }: DatabaseAccuracy): readonly string[] {
  return [
    TITLES[database],
    String(beats.records),
    String(beats.beats),
    String(beats.missed),
    String(beats.false),
    fixed(beats.sensitivity, 2),
    fixed(beats.positivePredictivity, 2),
    signed(beats.offsetMs),
    fixed(beats.jitterMedianMs, 1),
    fixed(beats.jitterP95Ms, 1),
  ]
}

const WORST_SHOWN = 20

function worstOf({ database, worst }: DatabaseAccuracy): readonly string[] {
  if (worst.length === 0) return []
  const shown = worst.slice(0, WORST_SHOWN).map(({ record, missed, false: extra }) => `${record} (${missed}/${extra})`)
  const more = worst.length > WORST_SHOWN ? `, and ${worst.length - WORST_SHOWN} more` : ''
  return [`Missed/false beats, ${TITLES[database]}: ${shown.join(', ')}${more}`]
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits)
}

function signed(value: number | null): string {
  return value === null ? '–' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`
}
