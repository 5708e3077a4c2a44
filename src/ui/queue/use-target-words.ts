'use client'

import { useTranslations } from 'next-intl'

/** A target in words: `3 min`, `4 h`. */
export function useTargetWords(): (minutes: number) => string {
  const t = useTranslations('queue')
  return (minutes) =>
    minutes >= 60 && minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes })
}
