'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { shortInstant } from '@/i18n/format'
import { useNow } from '../live/now'
import { useDuration } from './use-duration'
import { useReasonText } from './use-reason-text'

/** Why the person came and the pain: strength now, since when. */
export function ComplaintLine({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('queue.row')
  const reasonText = useReasonText()
  const duration = useDuration()
  const now = useNow()
  const pain = item.painNow === null ? null : item.painNow === 0 ? t('noPain') : t('painNow', { value: item.painNow })
  const since =
    item.painOnsetAt === null
      ? null
      : t('since', {
          time: shortInstant(item.painOnsetAt, now),
          elapsed: duration(now.getTime() - Date.parse(item.painOnsetAt)),
        })
  return <p className="truncate font-medium">{[reasonText(item.reasons), pain, since].filter(Boolean).join(', ')}</p>
}
