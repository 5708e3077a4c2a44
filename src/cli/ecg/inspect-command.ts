import { parseArgs } from 'node:util'
import { uvPerCount } from '@/ecg/formats/plain-samples'
import { leadOfLabel } from '@/ecg/leads'
import type { LeadName, SignalDescription } from '@/ecg/types'
import { type Command, WrongUse } from './command'
import { inspect } from './inspect'

export const inspectCommand: Command = {
  usage: 'inspect FILE... [--json] [--samples] [--by-lead] [--rate HZ] [--unit uV] [--columns I,II,...]',
  help: `Reads ECG files as the server does and says what is in them. Several files that belong together,
as those of a WFDB record do, are one recording.
  --json      one JSON value: an object for one recording, a list for several
  --samples   with the voltages in microvolts, lead by lead; null is a missing sample
  --by-lead   with the marks of each lead for itself
  --rate      samples a second of a file that does not say it
  --unit      of its numbers: nV, uV, mV, V, or a multiple for the counts of a device: 4.88uV
  --columns   the leads of its columns in order; "none" leaves a column out
Exit status: 0 read, 2 not readable (one of the files, or a picture), 64 wrong use.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        samples: { type: 'boolean', default: false },
        'by-lead': { type: 'boolean', default: false },
        rate: { type: 'string' },
        unit: { type: 'string' },
        columns: { type: 'string' },
      },
    })
    if (positionals.length === 0) throw new WrongUse('no file is named')
    const description: SignalDescription = {
      ...(values.rate === undefined ? {} : { sampleRateHz: rateOf(values.rate) }),
      ...(values.unit === undefined ? {} : { unit: unitOf(values.unit) }),
      ...(values.columns === undefined ? {} : { columns: values.columns.split(',').map(columnOf) }),
    }
    const options = { isJson: values.json, withSamples: values.samples, byLead: values['by-lead'], description }
    return inspect(positionals, options).then(({ text, isRead }) => ({ output: text, isDone: isRead }))
  },
}

function rateOf(text: string): number {
  const rate = Number(text)
  if (!(rate > 0 && Number.isFinite(rate))) throw new WrongUse('--rate wants a number of samples a second')
  return rate
}

function unitOf(text: string): string {
  if (uvPerCount(text) === null) throw new WrongUse('--unit wants nV, uV, mV or V, or a multiple such as 4.88uV')
  return text
}

function columnOf(text: string): LeadName | null {
  const name = leadOfLabel(text)
  if (!name && !['', 'none'].includes(text.trim().toLowerCase()))
    throw new WrongUse('--columns wants names of leads, or "none"')
  return name
}
