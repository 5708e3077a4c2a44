'use client'
import { useTranslations } from 'next-intl'
import { codeText } from '@/i18n/code-text'
import type { FieldProblem } from './clinical-input'

/** One sentence for a field that is wrong. */
export function useProblemText(): (problem: FieldProblem | undefined) => string | undefined {
  const t = useTranslations('newCase.error')
  return (problem) => {
    if (!problem) return undefined
    return codeText(t, problem.code, t('invalid'), { min: problem.min ?? '', max: problem.max ?? '' })
  }
}
