'use client'

import { useTranslations } from 'next-intl'
import { codeText } from '@/i18n/code-text'

/** Reasons of a case as one text: `Chest pain, dyspnoea`. A code without words shows as itself rather than as nothing. */
export function useReasonText(): (reasons: readonly string[]) => string {
  const words = useReasonWords()
  return (reasons) => words(reasons).join(', ')
}

/** The same as a list; only the first begins with a capital letter. */
export function useReasonWords(): (reasons: readonly string[]) => string[] {
  const t = useTranslations('clinical.reason')
  return (reasons) =>
    reasons
      .map((reason) => codeText(t, reason, reason))
      .map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1)))
}
