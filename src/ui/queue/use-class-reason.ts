'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'

type Reason = QueueItem['classReasons'][number]

/** One reason of a class in words, with its value: `SpO₂ 88 %`. */
export function useClassReason(): (reason: Reason) => string {
  const t = useTranslations('clinical.classReason')
  return ({ code, value }) => (t.has(code) ? t(code, { value: String(value ?? '') }) : code)
}
