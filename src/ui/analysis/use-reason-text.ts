'use client'
import { useTranslations } from 'next-intl'
import type { QualityView } from '@/cases/api/assessment-views'

const MOST_NAMED = 4

/** What is wrong with which leads; many leads are counted, not named. */
export function useReasonText(): (note: QualityView['notes'][number]) => string {
  const t = useTranslations('analysis.quality')
  return ({ reason, leads }) =>
    t(`reason.${reason}`, {
      leads: leads.length > MOST_NAMED ? t('manyLeads', { count: leads.length }) : leads.join(', '),
    })
}
