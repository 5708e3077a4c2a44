/** Below 250 samples a second a notch, a narrow q or a spike cannot be trusted (clinical.md A1). */
import type { Analysis } from '../../measure/types'

export function isSamplingTooSlow({ quality }: Analysis): boolean {
  return quality.notes.some(({ reason, severity }) => reason === 'sampling-rate-low' && severity !== 'info')
}
