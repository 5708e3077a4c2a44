/** What the signal itself does not allow to be concluded. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'
import type { Check } from './check'

/** Below 250 samples a second a notch, a narrow q or a spike cannot be trusted (clinical.md A1). */
export function isSamplingTooSlow({ quality }: Analysis): boolean {
  return quality.notes.some(({ reason, severity }) => reason === 'sampling-rate-low' && severity !== 'info')
}

/** Noise or wander in half the leads blurs where waves of a few microvolts begin and end. */
export function isNoisy({ quality }: Analysis): boolean {
  return Object.values(quality.leads).filter((status) => status !== 'good').length >= LIMIT.noisyLeads
}

/** An interval over its limit is only nearly so where noise blurs the ends of waves. */
export function nearlyInNoise(analysis: Analysis, check: Check): Check {
  return check.truth === 'yes' && isNoisy(analysis) ? { ...check, truth: 'near' } : check
}
