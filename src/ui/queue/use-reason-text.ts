'use client'

import { useTranslations } from 'next-intl'

/** Reasons of a case as one text: `Chest pain, dyspnoea`. A code without words shows as itself rather than as nothing. */
export function useReasonText(): (reasons: readonly string[]) => string {
  const t = useTranslations('clinical.reason')
  return (reasons) => {
    const words = reasons.map((reason) => (t.has(reason) ? t(reason) : reason))
    const [first, ...rest] = words
    return [first, ...rest.map((word) => word.charAt(0).toLowerCase() + word.slice(1))].join(', ')
  }
}
