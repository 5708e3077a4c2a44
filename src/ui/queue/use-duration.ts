'use client'

import { useTranslations } from 'next-intl'

/** A span in words and whole minutes: `35 min`, `1 h 35 min`, from two days on `3 d`. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('queue.duration')
  return (ms) => {
    const minutes = Math.max(0, Math.floor(ms / 60_000))
    if (minutes < 60) return t('minutes', { minutes })
    if (minutes < 48 * 60) return t('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
    return t('days', { days: Math.floor(minutes / 1440) })
  }
}
