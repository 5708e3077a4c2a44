import { useTranslations } from 'next-intl'
import type { SwapView } from '@/cases/api/assessment-views'

/** That the paper shows a preview, and of what. */
export function useSwapText(): (swap: SwapView) => string {
  const t = useTranslations('trace')
  const tSwap = useTranslations('analysis.swap')
  return ({ kind, leads }) => t('putBack', { what: tSwap(`kind.${kind}`, { leads: leads.join(', ') }) })
}
