'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { Avatar } from '../kit/avatar'
import { useNow } from '../live/now'
import { runningTarget } from './queue-model'
import { TimeSince } from './ticking'

/** The queue in one line: how many wait, how many are late, who reads what. */
export function QueueStrip({ items }: { readonly items: readonly QueueItem[] }) {
  const t = useTranslations('queue.strip')
  const nowMs = useNow().getTime()
  const overdue = items.filter((item) => Date.parse(runningTarget(item).dueAt) < nowMs).length
  const count = (itsClass: QueueItem['class']) => items.filter((item) => item.class === itsClass).length
  const readers = items.flatMap((item) => (item.reader === null ? [] : [{ ...item.reader, item }]))
  return (
    <section
      aria-label={t('label')}
      className="flex min-h-[52px] items-center overflow-hidden border-b border-line bg-surface px-3 py-2"
    >
      <Cell label={t('waiting')}>
        {t('byClass', { emergent: count('EMERGENT'), urgent: count('URGENT'), routine: count('ROUTINE') })}
      </Cell>
      <Cell label={t('overdue')}>
        <span className={overdue > 0 ? 'text-emergent-ink' : 'text-done-ink'}>
          {t('overdueCount', { count: overdue })}
        </span>
      </Cell>
      {readers.length === 0 ? (
        <Cell label={t('readers')}>{t('nobody')}</Cell>
      ) : (
        readers.slice(0, 6).map(({ name, claimedAt, isMine, item }) => (
          <Link
            key={item.caseId}
            href={`/review/${item.caseId}`}
            className="flex items-center gap-2.5 border-r border-line px-4 last:border-r-0 hover:bg-surface-3 max-md:hidden"
          >
            <Avatar name={name} isStrong={!isMine} />
            <Cell label={isMine ? t('you') : name} isBare>
              {t.rich('reading', { number: item.number, time: () => <TimeSince at={claimedAt} /> })}
            </Cell>
          </Link>
        ))
      )}
    </section>
  )
}

function Cell({
  label,
  isBare = false,
  children,
}: {
  readonly label: string
  readonly isBare?: boolean
  readonly children: ReactNode
}) {
  return (
    <span
      className={`grid flex-none whitespace-nowrap ${isBare ? '' : 'border-r border-line px-4 first:pl-0 last:border-r-0'}`}
    >
      <span className="text-11 leading-tight text-ink-3">{label}</span>
      <b className="text-13 leading-tight">{children}</b>
    </span>
  )
}
