import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { accuracyTable } from './accuracy/accuracy-table'
import { shortfalls } from './accuracy/floors'
import { measureMade } from './accuracy/made-score'
import { madeTable } from './accuracy/made-table'
import { measureAccuracy } from './accuracy/measure-accuracy'
import { type Command, WrongUse } from './command'

const DEFAULT_SEEDS = 3

export const accuracyCommand: Command = {
  usage: 'accuracy [--data DIR] [--require] [--marks global|median] [--seeds N] [--json]',
  help: `Says how well beats and waves are found and marked: in made ECGs, whose truth is known, and in recordings
of LUDB and MIT-BIH that people have marked, wherever they lie below DIR; and how well intervals, J and exchanged
electrodes are told in made ECGs.
  --data DIR   the recordings (../shared/ecg)
  --require    fails when a database is absent or a figure is below its floor
  --marks      global: second-earliest onset and second-latest offset over the leads, as reported (default);
               median: the middle of the leads, as most publications compare
  --seeds N    made ECGs of each kind (${DEFAULT_SEEDS})
  --json       one JSON object
Exit status: 0 printed, 2 with --require when something is absent or below its floor, 64 wrong use.`,
  run: (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        require: { type: 'boolean', default: false },
        marks: { type: 'string', default: 'global' },
        seeds: { type: 'string', default: String(DEFAULT_SEEDS) },
        json: { type: 'boolean', default: false },
      },
    })
    const { marks } = values
    const seeds = Number(values.seeds)
    if (marks !== 'global' && marks !== 'median') throw new WrongUse('--marks is global or median')
    if (!(Number.isInteger(seeds) && seeds >= 1)) throw new WrongUse('--seeds wants a whole number')
    const folder = values.data ?? join(process.cwd(), '..', 'shared', 'ecg')
    const accuracy = measureAccuracy(folder, marks, seeds)
    const made = measureMade(seeds)
    const below = shortfalls(accuracy)
    const text = [accuracyTable(accuracy), madeTable(made), ...below].join('\n\n')
    return {
      output: values.json ? JSON.stringify({ ...accuracy, made, shortfalls: below }) : text,
      isDone: !values.require || (accuracy.absent.length === 0 && below.length === 0),
    }
  },
}
