/**
 * A recording as it would have been with two electrodes put back (clinical.md B6, algebra; legs at one potential).
 *
 *   LA↔RA: I = −I′, II = III′       LA↔LL: I = II′, II = I′       RA↔LL: I = −III′, II = −II′
 *
 * The three are their own inverse and leave Wilson's terminal and so the chest leads alone. A swap with the
 * right leg loses a lead that nothing brings back, and dextrocardia and high electrodes are no exchange: null.
 * The preview and the second run of the rules use it; it never replaces what was recorded.
 */
import { deriveLead } from '../leads'
import type { SwapKind, SwapSuspicion } from '../measure/types'
import type { EcgRecording, Lead, LeadName } from '../types'

type LimbSwap = 'LA-RA' | 'LA-LL' | 'RA-LL'

export function correctSwap(
  recording: EcgRecording,
  { kind, leads }: Pick<SwapSuspicion, 'kind' | 'leads'>,
): EcgRecording | null {
  if (kind === 'chest-order') return withLeads(recording, (lead) => otherOf(lead, leads, recording))
  if (!isLimbSwap(kind)) return null
  const find = (name: LeadName) => recording.leads.find((lead) => lead.name === name)?.samplesUv
  const recordedOne = find('I')
  const recordedTwo = find('II')
  if (!recordedOne || !recordedTwo) return null
  const { one, two } = limbLeadsPutBack(kind, recordedOne, recordedTwo)
  return withLeads(recording, (lead) => {
    if (lead.name === 'I') return changed(lead, one)
    if (lead.name === 'II') return changed(lead, two)
    const derived = deriveLead(lead.name, one, two)
    return derived ? changed(lead, derived) : lead
  })
}

export function limbLeadsPutBack(
  kind: LimbSwap,
  one: Float32Array,
  two: Float32Array,
): { readonly one: Float32Array; readonly two: Float32Array } {
  if (kind === 'LA-LL') return { one: two, two: one }
  const three = two.map((uv, index) => uv - (one[index] ?? Number.NaN))
  if (kind === 'LA-RA') return { one: one.map((uv) => -uv), two: three }
  return { one: three.map((uv) => -uv), two: two.map((uv) => -uv) }
}

const isLimbSwap = (kind: SwapKind): kind is LimbSwap => kind === 'LA-RA' || kind === 'LA-LL' || kind === 'RA-LL'

function withLeads(recording: EcgRecording, leadOf: (lead: Lead) => Lead): EcgRecording {
  return { ...recording, leads: recording.leads.map(leadOf) }
}

/** Steps of the device no longer hold for a lead that was computed. */
function changed({ name, isDerived }: Lead, samplesUv: Float32Array): Lead {
  return { name, isDerived, samplesUv }
}

function otherOf(lead: Lead, [one, other]: readonly LeadName[], { leads }: EcgRecording): Lead {
  const wanted = lead.name === one ? other : lead.name === other ? one : null
  const source = wanted && leads.find(({ name }) => name === wanted)
  return source ? { ...source, name: lead.name } : lead
}
