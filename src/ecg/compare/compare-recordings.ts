/**
 * A recording against an earlier one of the same patient (AHA/ACCF/HRS 2007 Part II, statements 400–405).
 *
 * A suggestion for the eye: electrodes that lie elsewhere change QRS and T as disease does. Leads that an
 * electrode swap would touch are not compared. Changes of ST and T count when two neighbouring leads
 * show them. "No significant change" needs most leads and the intervals of both.
 */
import { limitsFor, type Person } from '../measure/limits'
import type { Analysis, SwapKind } from '../measure/types'
import { fact, holds } from '../rules/support/check'
import { inContiguousLeads } from '../rules/support/contiguous'
import { type LeadName, STANDARD_LEADS } from '../types'
import type { Change, Comparison, ComparisonCode, ComparisonLimitation } from './comparison'
import { findingCodes } from './finding-groups'
import { comparableLeads, type LeadChange, leadChanges } from './lead-changes'
import { wholeBeatChanges } from './whole-beat-changes'

type Side = {
  readonly analysis: Pick<Analysis, 'measurements' | 'leads' | 'beats' | 'swap'>
  /** Ids of the findings that were met; null where the rules did not run. */
  readonly metFindings: readonly string[] | null
}

type Input = { readonly previous: Side; readonly current: Side; readonly person: Person }

const LEAST_LEADS = 8
const PACED_SHARE = 0.5

export function compareRecordings({ previous, current, person }: Input): Comparison {
  const left = [previous, current].flatMap(({ analysis }) => leadsTouchedBy(analysis.swap))
  const ofBeat = wholeBeatChanges(previous.analysis.measurements, current.analysis.measurements, limitsFor(person))
  const ofLeads = leadChanges(previous.analysis.leads, current.analysis.leads, left)
  const comparable = comparableLeads(previous.analysis.leads, current.analysis.leads).filter(
    (lead) => !left.includes(lead),
  )
  const isComplete = comparable.length >= LEAST_LEADS && ofBeat.some(({ quantity }) => quantity === 'qrsMs')
  const limitations: ComparisonLimitation[] = [
    ...(isComplete ? [] : (['too-little-measured'] as const)),
    ...(left.length > 0 ? (['electrodes-suspected'] as const) : []),
    ...(previous.metFindings && current.metFindings ? [] : (['rules-not-compared'] as const)),
  ]
  const found = new Set<ComparisonCode>([
    ...findingCodes(
      previous.metFindings ?? current.metFindings ?? [],
      current.metFindings ?? previous.metFindings ?? [],
    ),
    ...(isPaced(previous) === isPaced(current) ? [] : ([401] as const)),
    ...ofBeat.flatMap(codeOfBeatChange),
    ...codesOfLeads(ofLeads, comparable),
  ])
  const codes = found.size > 0 ? [...found].toSorted((one, other) => one - other) : isComplete ? [400 as const] : []
  return { codes, changes: [...ofBeat, ...ofLeads.map(withoutCourse)], limitations }
}

const CODE_OF: Readonly<Partial<Record<Change['quantity'], ComparisonCode>>> = {
  heartRateBpm: 401,
  prMs: 403,
  qrsMs: 403,
  qtcMs: 404,
  qrsAxisDeg: 405,
}

function codeOfBeatChange({ quantity, isSignificant }: Change): readonly ComparisonCode[] {
  const code = CODE_OF[quantity]
  return isSignificant && code ? [code] : []
}

function codesOfLeads(changes: readonly LeadChange[], leads: readonly LeadName[]): readonly ComparisonCode[] {
  const inTwo = (isMeant: (change: LeadChange) => boolean) =>
    holds(inContiguousLeads(leads, (lead) => fact(changes.some((one) => one.lead === lead && isMeant(one)))))
  const isOf = (quantity: Change['quantity'], course: LeadChange['course']) => (change: LeadChange) =>
    change.isSignificant && change.quantity === quantity && change.course === course
  const isIschaemia = inTwo(isOf('jUv', 'worse')) || inTwo(isOf('qMs', 'worse'))
  const isRecovery = inTwo(isOf('jUv', 'better')) || inTwo(isOf('tUv', 'worse')) || inTwo(isOf('tUv', 'better'))
  const isStatus = inTwo(isOf('rUv', 'worse'))
  return [
    ...(isIschaemia ? ([402] as const) : []),
    ...(isRecovery ? ([404] as const) : []),
    ...(isStatus ? ([405] as const) : []),
  ]
}

const withoutCourse = ({ quantity, lead, from, to, isSignificant }: LeadChange): Change => ({
  quantity,
  lead,
  from,
  to,
  isSignificant,
})

function isPaced({ analysis: { beats } }: Side): boolean {
  return beats.filter((beat) => beat.class === 'paced').length > PACED_SHARE * beats.length
}

/** Chest leads are measured against the limb electrodes, but an exchange of those moves them little. */
function leadsTouchedBy(swap: Analysis['swap']): readonly LeadName[] {
  if (!swap) return []
  return swap.leads.length > 0 ? swap.leads : (TOUCHED[swap.kind] ?? LIMB)
}

const LIMB = STANDARD_LEADS.slice(0, 6)
const TOUCHED: Readonly<Partial<Record<SwapKind, readonly LeadName[]>>> = {
  'chest-order': STANDARD_LEADS.slice(6),
  'high-chest': ['V1', 'V2'],
  dextrocardia: STANDARD_LEADS,
}
