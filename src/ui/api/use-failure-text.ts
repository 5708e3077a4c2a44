'use client'
import { useTranslations } from 'next-intl'
import type { ApiFailure } from './client'

/** One clear sentence for whatever went wrong. */
export function useFailureText(): (failure: ApiFailure) => string {
  const t = useTranslations('failure')
  return ({ problem }) => {
    if (problem === null) return t('no_connection')
    return t.has(problem.code) ? t(problem.code) : t('unexpected')
  }
}
