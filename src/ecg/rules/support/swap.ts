/** A swap of limb electrodes that is likely (clinical.md B6): axis and limb Q waves say nothing then. ST rules go on. */
import type { Analysis } from '../../measure/types'

const LIMB_CHECKS = ['LR-01', 'LR-02', 'LR-03', 'LR-04', 'LR-05']

export function isLimbSwapLikely({ swap }: Analysis): boolean {
  return swap !== null && swap.confidence === 'high' && LIMB_CHECKS.includes(swap.rule)
}
