'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { span } from '@/i18n/format'
import { Clock } from '../kit/clock'
import { useNow } from '../live/now'
import { runningTarget } from './queue-model'

/** The running clock of a waiting case and, in words, what its end means. */
export function TargetClock({ item, size }: { readonly item: QueueItem; readonly size: 'sm' | 'md' | 'lg' }) {
  const t = useTranslations('queue.clock')
  const { kind, dueAt } = runningTarget(item)
  const leftMs = Date.parse(dueAt) - useNow().getTime()
  return (
    <div className="grid gap-1.5">
      <Clock since={item.submittedAt} dueAt={dueAt} size={size} isOverrunShown={false} />
      {leftMs >= 0 ? (
        <span className="text-11 leading-tight text-ink-2">
          {t(kind === 'open' ? 'opensIn' : 'answersIn', { time: span(leftMs) })}
        </span>
      ) : (
        <b className="text-11 leading-tight text-emergent-ink">
          {t(kind === 'open' ? 'openOverdue' : 'answerOverdue', { over: span(-leftMs) })}
        </b>
      )}
    </div>
  )
}
