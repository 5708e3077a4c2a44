'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { codeText } from '@/i18n/code-text'

type Reason = QueueItem['classReasons'][number]
export type ReasonWords = { readonly text: string; readonly class: Reason['class']; readonly source: Reason['source'] }

/** The reasons of a class in words with their values. Two limits that one value crosses say it once: the graver stays. */
export function useClassReasons(): (reasons: readonly Reason[]) => ReasonWords[] {
  const t = useTranslations('clinical.classReason')
  const tFinding = useTranslations('finding')
  return (reasons) => {
    const words = new Map<string, ReasonWords>()
    for (const { code, value, class: itsClass, source } of reasons) {
      const text =
        code === 'finding'
          ? codeText(tFinding, `${String(value).toLowerCase()}.title`, String(value))
          : codeText(t, code, code, { value: String(value ?? '') })
      if (!words.has(text)) words.set(text, { text, class: itsClass, source })
    }
    return [...words.values()]
  }
}
