/**
 * A wave at the end of QRS: a notch or slur on R, or, behind an S, a second positive wave. Not in V1–V3, where the
 * second wave belongs to the right bundle branch.
 */
import type { Analysis } from '../../measure/types'
import type { LeadName } from '../../types'
import { any, type Check } from './check'
import { leadIs } from './reading'

export const J_WAVE_LEADS: readonly LeadName[] = ['aVL', 'I', 'II', 'aVF', 'III', 'V4', 'V5', 'V6']

export function hasJWave(analysis: Analysis, lead: LeadName, limitUv: number): Check {
  return any(leadIs(analysis, lead, 'jPeak', '>=', limitUv), leadIs(analysis, lead, 'rPrime', '>=', limitUv))
}
