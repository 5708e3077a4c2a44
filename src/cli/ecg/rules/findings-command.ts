import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { en } from '@/i18n/messages/en'
import { type Command, WrongUse } from '../command'
import { findingsReport } from './findings-report'
import { measureFindings } from './measure-findings'
import { rulesDocument } from './rules-document'

const DEFAULT_SEEDS = 5

export const findingsCommand: Command = {
  usage: 'findings [--data DIR] [--seeds N] [--json | --document]',
  help: `Says how well the rules find: each on made ECGs whose findings are known, on twins around the thresholds,
on the diagnoses of LUDB and on the words of devices in the recordings below DIR. Every miss is listed.
  --data DIR   the recordings (../shared/ecg)
  --seeds N    made ECGs of each kind (${DEFAULT_SEEDS})
  --json       one JSON object
  --document   the page docs/clinical/rules.md: every rule with its words, limits, sources and these figures
Exit status: 0 printed, 64 wrong use.`,
  run: (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        seeds: { type: 'string', default: String(DEFAULT_SEEDS) },
        json: { type: 'boolean', default: false },
        document: { type: 'boolean', default: false },
      },
    })
    const seeds = Number(values.seeds)
    if (!(Number.isInteger(seeds) && seeds >= 1)) throw new WrongUse('--seeds wants a whole number')
    const figures = measureFindings(values.data ?? join(process.cwd(), '..', 'shared', 'ecg'), seeds)
    if (values.document) return { output: rulesDocument(figures, en.finding), isDone: true }
    return { output: values.json ? JSON.stringify(figures) : findingsReport(figures), isDone: true }
  },
}
