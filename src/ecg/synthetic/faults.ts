/**
 * What goes wrong between the patient and the file: clinical.md F4. Two places: in the eight channels, before
 * they become whole steps, and in the finished twelve leads.
 */
import type { Lead, LeadName } from '../types'
import { INDEPENDENT_LEADS, type IndependentLead } from './morphology'

export type Faults = {
  /** Steps of 2 mV that decay in 0.3 s, three times in the recording. */
  readonly popLeads?: readonly IndependentLead[]
  /** Pushed against the end of the range of ±5 mV. */
  readonly saturatedLeads?: readonly IndependentLead[]
  /** Of the whole recording: a unit or a calibration that is wrong. */
  readonly gain?: number
  /** Each chest lead one sample later than the one before it, as converters without a hold do. */
  readonly isSkewed?: boolean
  /** V1…V6 put on as V6…V1. */
  readonly isChestMirrored?: boolean
  /** The second lead shows what the first one does. */
  readonly duplicated?: readonly [IndependentLead, IndependentLead]
  readonly missingLeads?: readonly LeadName[]
  readonly invertedLeads?: readonly ('III' | 'aVR')[]
  /** Lead I too large by this factor, after the other limb leads were computed. */
  readonly leadOneGain?: number
  /** Four columns of 2.5 s, II all along: the other samples are missing. */
  readonly isFourColumns?: boolean
}

const POP_MV = 2
const POP_DECAY_MS = 300
const POPS_AT_SHARE = [0.23, 0.55, 0.82] as const
const NEAR_THE_END_UV = 4900

/** New channels; the given ones, in the order of `INDEPENDENT_LEADS`, stay as they are. */
export function faultyChannels(
  channelsUv: readonly Float64Array[],
  sampleRateHz: number,
  faults: Faults,
): readonly Float64Array[] {
  return INDEPENDENT_LEADS.map((name, lead) => {
    const source = channelsUv[sourceOf(name, lead, faults)] ?? new Float64Array()
    const delay = faults.isSkewed ? Math.max(0, lead - 1) : 0
    const gain = faults.gain ?? 1
    const offsetUv = faults.saturatedLeads?.includes(name) ? NEAR_THE_END_UV : 0
    const popped = faults.popLeads?.includes(name) ? POP_MV * 1000 : 0
    return source.map((_, index) => {
      const sample = source[Math.max(0, index - delay)] ?? 0
      return sample * gain + offsetUv + popped * popAt(index, source.length, sampleRateHz)
    })
  })
}

export function faultyLeads(leads: readonly Lead[], sampleRateHz: number, faults: Faults): readonly Lead[] {
  return leads
    .filter(({ name }) => !faults.missingLeads?.includes(name))
    .map((lead) => {
      const gain = leadGain(lead.name, faults)
      const isStoredWhole = faults.invertedLeads !== undefined || faults.leadOneGain !== undefined
      const samplesUv = gain === 1 ? lead.samplesUv : lead.samplesUv.map((sample) => sample * gain)
      return {
        ...lead,
        isDerived: lead.isDerived && !isStoredWhole,
        samplesUv: faults.isFourColumns ? oneColumn(lead.name, samplesUv, sampleRateHz) : samplesUv,
      }
    })
}

function sourceOf(name: IndependentLead, lead: number, { isChestMirrored, duplicated }: Faults): number {
  if (duplicated && duplicated[1] === name) return INDEPENDENT_LEADS.indexOf(duplicated[0])
  return isChestMirrored && lead > 1 ? INDEPENDENT_LEADS.length + 1 - lead : lead
}

function popAt(index: number, sampleCount: number, sampleRateHz: number): number {
  return POPS_AT_SHARE.reduce((sum, share) => {
    const afterMs = ((index - Math.round(share * sampleCount)) * 1000) / sampleRateHz
    return afterMs < 0 ? sum : sum + Math.exp(-afterMs / POP_DECAY_MS)
  }, 0)
}

function leadGain(name: LeadName, { invertedLeads, leadOneGain }: Faults): number {
  if (invertedLeads?.some((inverted) => inverted === name)) return -1
  return name === 'I' ? (leadOneGain ?? 1) : 1
}

const COLUMNS: readonly (readonly LeadName[])[] = [
  ['I', 'II', 'III'],
  ['aVR', 'aVL', 'aVF'],
  ['V1', 'V2', 'V3'],
  ['V4', 'V5', 'V6'],
]
const COLUMN_MS = 2500

function oneColumn(name: LeadName, samplesUv: Float32Array, sampleRateHz: number): Float32Array {
  if (name === 'II') return samplesUv
  const column = COLUMNS.findIndex((names) => names.includes(name))
  const width = (COLUMN_MS * sampleRateHz) / 1000
  return samplesUv.map((sample, index) => (Math.floor(index / width) === column ? sample : Number.NaN))
}
