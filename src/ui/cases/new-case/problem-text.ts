'use client'
import { useTranslations } from 'next-intl'
import type { FieldProblem } from './clinical-input'

/** One sentence for a field that is wrong. */
export function useProblemText(): (problem: FieldProblem | undefined) => string | undefined {
  const t = useTranslations('newCase.error')
  return (problem) => {
    if (!problem) return undefined
    return t.has(problem.code) ? t(problem.code, { min: problem.min ?? '', max: problem.max ?? '' }) : t('invalid')
  }
}
