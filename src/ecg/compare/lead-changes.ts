/**
 * ST, T and QRS of each lead against the earlier ones, in whole microvolts.
 *
 * J: worse when it rose by 100 µV to 100 µV or more, or fell by 50 µV to −50 µV or less (the Fourth Universal
 * Definition of MI 2018 asks so much of new elevation and new depression); any other step of 100 µV is a
 * change for the better. T: from upright to inverted by 100 µV or the reverse (same source). Q: 30 ms and
 * 100 µV now and not before (same source). R: halved from 500 µV or more (ours).
 */
import { whole } from '../measure/numeric'
import type { LeadMeasurements } from '../measure/types'
import { LEAD_NAMES, type LeadName } from '../types'
import type { Change } from './comparison'

const J_RISE_UV = 100
const J_FALL_UV = 50
/** Smaller steps of J are the breathing and lying of the day. */
const J_NOTICEABLE_UV = 50
const T_UV = 100
const Q_MS = 30
const Q_UV = 100
const R_UV = 500

/** Which way the change goes, where that is known: towards injury or away from it. */
export type LeadChange = Change & { readonly lead: LeadName; readonly course: 'worse' | 'better' }

type Leads = Readonly<Partial<Record<LeadName, LeadMeasurements>>>

export function leadChanges(previous: Leads, current: Leads, left: readonly LeadName[]): LeadChange[] {
  return LEAD_NAMES.filter((lead) => !left.includes(lead)).flatMap((lead) => {
    const from = previous[lead]
    const to = current[lead]
    if (!from?.isUsable || !to?.isUsable) return []
    return [jChange(lead, from, to), tChange(lead, from, to), qChange(lead, from, to), rChange(lead, from, to)].flatMap(
      (change) => change ?? [],
    )
  })
}

/** Leads whose J was measured both times. */
export function comparableLeads(previous: Leads, current: Leads): readonly LeadName[] {
  return LEAD_NAMES.filter((lead) =>
    [previous[lead], current[lead]].every((measured) => measured?.isUsable === true && measured.jUv !== null),
  )
}

function jChange(lead: LeadName, before: LeadMeasurements, now: LeadMeasurements): LeadChange | null {
  const from = whole(before.jUv)
  const to = whole(now.jUv)
  if (from === null || to === null || Math.abs(to - from) < J_NOTICEABLE_UV) return null
  const isWorse = (to - from >= J_RISE_UV && to >= J_RISE_UV) || (from - to >= J_FALL_UV && to <= -J_FALL_UV)
  const isSignificant = isWorse || Math.abs(to - from) >= J_RISE_UV
  return { quantity: 'jUv', lead, from, to, isSignificant, course: isWorse ? 'worse' : 'better' }
}

function tChange(lead: LeadName, before: LeadMeasurements, now: LeadMeasurements): LeadChange | null {
  const from = tallerPartUv(before)
  const to = tallerPartUv(now)
  if (from === null || to === null) return null
  const isInverted = from > 0 && to <= -T_UV
  const isUprightAgain = from <= -T_UV && to > 0
  if (!isInverted && !isUprightAgain) return null
  return { quantity: 'tUv', lead, from, to, isSignificant: true, course: isInverted ? 'worse' : 'better' }
}

function tallerPartUv({ tMaxUv, tMinUv }: LeadMeasurements): number | null {
  if (tMaxUv === null || tMinUv === null) return null
  return whole(tMaxUv >= -tMinUv ? tMaxUv : tMinUv)
}

function qChange(lead: LeadName, before: LeadMeasurements, now: LeadMeasurements): LeadChange | null {
  const from = whole(before.qMs)
  const to = whole(now.qMs)
  if (from === null || to === null || !isPathological(now) || isPathological(before)) return null
  return { quantity: 'qMs', lead, from, to, isSignificant: true, course: 'worse' }
}

/** QS counts as Q; it stands in S, with no R. */
function isPathological({ qUv, qMs, rUv, sUv }: LeadMeasurements): boolean {
  const isQs = rUv === 0 && (sUv ?? 0) >= Q_UV
  return isQs || (Math.round(qUv ?? 0) >= Q_UV && Math.round(qMs ?? 0) >= Q_MS)
}

function rChange(lead: LeadName, before: LeadMeasurements, now: LeadMeasurements): LeadChange | null {
  const from = whole(before.rUv)
  const to = whole(now.rUv)
  if (from === null || to === null || from < R_UV || to > from / 2) return null
  return { quantity: 'rUv', lead, from, to, isSignificant: true, course: 'worse' }
}
