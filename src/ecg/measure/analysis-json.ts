/**
 * An `Analysis` as plain JSON for the database and the network: the voltages of the representative
 * beat become whole tenths of a microvolt, missing samples become null. Everything else is plain already.
 */
import type { LeadName } from '../types'
import type { Analysis, RepresentativeBeat } from './types'

const STEP_UV = 0.1

export type AnalysisJson = Omit<Analysis, 'representative'> & {
  readonly representative:
    | (Omit<RepresentativeBeat, 'leads'> & {
        /** Tenths of a microvolt. */
        readonly leads: Readonly<Partial<Record<LeadName, readonly (number | null)[]>>>
      })
    | null
}

export function analysisToJson(analysis: Analysis): AnalysisJson {
  const { representative, ...rest } = analysis
  if (!representative) return { ...rest, representative: null }
  const leads = mapLeads(representative.leads, (samplesUv) =>
    Array.from(samplesUv, (uv) => (Number.isNaN(uv) ? null : Math.round(uv / STEP_UV))),
  )
  return { ...rest, representative: { ...representative, leads } }
}

export function analysisFromJson(json: AnalysisJson): Analysis {
  const { representative, ...rest } = json
  if (!representative) return { ...rest, representative: null }
  const leads = mapLeads(representative.leads, (tenths) =>
    Float32Array.from(tenths, (tenth) => (tenth === null ? Number.NaN : tenth * STEP_UV)),
  )
  return { ...rest, representative: { ...representative, leads } }
}

function mapLeads<From, To>(
  leads: Readonly<Partial<Record<LeadName, From>>>,
  change: (samples: From) => To,
): Partial<Record<LeadName, To>> {
  const entries = Object.entries(leads) as [LeadName, From][]
  return Object.fromEntries(entries.map(([name, samples]) => [name, change(samples)])) as Partial<Record<LeadName, To>>
}
