'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { shortInstant } from '@/i18n/format'
import { useNow } from '../live/now'
import { useDuration } from './use-duration'
import { useReasonWords } from './use-reason-text'

/** Why the person came. Pain comes first with its strength and its age, so that a narrow row cuts the rest. */
export function ComplaintLine({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.row')
  const reasonWords = useReasonWords()
  const duration = useDuration()
  const now = useNow()
  const { painNow, painOnsetAt } = item
  const pain =
    painNow === null
      ? null
      : painNow === 0
        ? t('noPain')
        : t(item.reasons.includes('chest_pain') ? 'painNow' : 'otherPain', { value: painNow })
  const since =
    painOnsetAt === null
      ? null
      : t('since', {
          time: shortInstant(painOnsetAt, now),
          elapsed: duration(now.getTime() - Date.parse(painOnsetAt)),
        })
  const [first, ...others] = reasonWords(
    item.reasons.toSorted((a, b) => Number(b === 'chest_pain') - Number(a === 'chest_pain')),
  )
  const lead = [first, pain, since].filter(Boolean).join(' ')
  return <p className="truncate font-medium">{[lead, ...others].join(', ')}</p>
}
