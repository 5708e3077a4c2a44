/** The options by which a person says what a file of bare numbers does not say itself. */
import { uvPerCount } from '@/ecg/formats/plain-samples'
import { leadOfLabel } from '@/ecg/leads'
import type { LeadName, SignalDescription } from '@/ecg/types'
import { WrongUse } from './command'

export const DESCRIPTION_OPTIONS = {
  rate: { type: 'string' },
  unit: { type: 'string' },
  columns: { type: 'string' },
} as const

export const DESCRIPTION_USAGE = '[--rate HZ] [--unit uV] [--columns I,II,...]'

export const DESCRIPTION_HELP = `  --rate      samples a second of a file that does not say it
  --unit      of its numbers: nV, uV, mV, V, or a multiple for the counts of a device: 4.88uV
  --columns   the leads of its columns in order; "none" leaves a column out`

type Values = {
  readonly rate?: string | undefined
  readonly unit?: string | undefined
  readonly columns?: string | undefined
}

export function descriptionOf({ rate, unit, columns }: Values): SignalDescription {
  return {
    ...(rate === undefined ? {} : { sampleRateHz: rateOf(rate) }),
    ...(unit === undefined ? {} : { unit: unitOf(unit) }),
    ...(columns === undefined ? {} : { columns: columns.split(',').map(columnOf) }),
  }
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
