import { useTranslations } from 'next-intl'
import type { DisplayFilter } from '@/ecg/layout/display-filter'

/** The filters by name; null where there is none. */
export function useFilterText(): (filter: DisplayFilter) => string | null {
  const t = useTranslations('trace.filter')
  return ({ highPassHz, lowPassHz, notchHz }) => {
    const names = [
      highPassHz !== null && t('highPass', { hz: highPassHz }),
      lowPassHz !== null && t('lowPass', { hz: lowPassHz }),
      notchHz !== null && t('notch', { hz: notchHz }),
    ].filter((name) => name !== false)
    return names.length === 0 ? null : names.join(' · ')
  }
}
