import type { LeadName } from '../../types'
import type { Beat, PWave } from '../types'

/** What the features of the rhythm are made from. Milliseconds from the first sample, microvolts. */
export type RhythmInput = {
  readonly beats: readonly Beat[]
  readonly pWaves: readonly PWave[]
  readonly sampleRateHz: number
  /** Without baseline, mains and what lies above 40 Hz; missing samples are NaN. */
  readonly leads: readonly RhythmLead[]
  readonly usableLeads: readonly LeadName[]
}

export type RhythmLead = { readonly name: LeadName; readonly smoothUv: Float32Array }

export type Span = { readonly fromMs: number; readonly toMs: number }

export const durationMsOf = ({ leads, sampleRateHz }: RhythmInput): number =>
  ((leads[0]?.smoothUv.length ?? 0) * 1000) / sampleRateHz

/** The usable ones among `names`, in the order asked for. */
export function leadsNamed(input: RhythmInput, names: readonly LeadName[]): readonly RhythmLead[] {
  return names.flatMap((name) => {
    const lead = input.usableLeads.includes(name) ? input.leads.find((one) => one.name === name) : undefined
    return lead ?? []
  })
}
