'use client'

import { useTranslations } from 'next-intl'
import type { QueueResult } from '@/cases/api/views'
import { timeWithSeconds } from '@/i18n/format'
import { EmptyState } from '../kit/empty-state'

/** Nobody waits: when that was seen, and what the last answer was. */
export function QueueEmpty({ result }: { readonly result: QueueResult }) {
  const t = useTranslations('queue.empty')
  const last = result.unconfirmed.toSorted((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1))[0]
  return (
    <div className="rounded-3 border border-line bg-surface">
      <EmptyState title={t('title')}>
        <p>{t('text')}</p>
        <p className="mt-2 text-12 text-ink-3">
          {t('seenAt', { time: timeWithSeconds(result.serverAt) })}{' '}
          {last && t('lastAnswer', { time: timeWithSeconds(last.answeredAt), facility: last.facilityName })}
        </p>
      </EmptyState>
    </div>
  )
}
