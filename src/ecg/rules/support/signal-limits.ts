/** What the signal itself does not allow to be concluded. */
import type { Analysis } from '../../measure/types'
import { LIMIT } from '../thresholds'

/** Below 250 samples a second a notch, a narrow q or a spike cannot be trusted (clinical.md A1). */
export function isSamplingTooSlow({ quality }: Analysis): boolean {
  return quality.notes.some(({ reason, severity }) => reason === 'sampling-rate-low' && severity !== 'info')
}

/** Noise or wander in half the leads blurs where waves of a few microvolts begin and end. */
export function isNoisy({ quality }: Analysis): boolean {
  return Object.values(quality.leads).filter((status) => status !== 'good').length >= LIMIT.noisyLeads
}
