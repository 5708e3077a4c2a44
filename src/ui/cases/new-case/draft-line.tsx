'use client'
import { useTranslations } from 'next-intl'
import { timeOfDay } from '@/i18n/format'
import type { DraftState } from './use-draft'

/** Where the unsent form is kept now. */
export function DraftLine({ state }: { readonly state: DraftState }) {
  const t = useTranslations('newCase.draft')
  if (state.status === 'none') return null
  return (
    <span role="status" className={state.status === 'local' ? 'font-medium text-urgent-ink' : undefined}>
      {state.status === 'saved' ? t('saved', { time: timeOfDay(state.at) }) : t(state.status)}
    </span>
  )
}
