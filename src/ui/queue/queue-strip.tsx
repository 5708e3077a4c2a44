'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { useDuty } from '../duty/duty-provider'
import { countingReaders, presenceOf } from '../duty/readers'
import { Avatar } from '../kit/avatar'
import { useMe } from '../live/live-provider'
import { useNow } from '../live/now'
import { runningTarget } from './queue-model'
import { TimeSince } from './ticking'

const SHOWN_READERS = 6

type Props = {
  readonly items: readonly QueueItem[]
  readonly total: QueueResult['total']
  /** More cases wait than `items` holds. */
  readonly isPart: boolean
}

/** The queue in one line: how many wait, how many are late, who is there and reads what. */
export function QueueStrip({ items, total, isPart }: Props) {
  const t = useTranslations('queue.strip')
  const nowMs = useNow().getTime()
  const overdue = items.filter((item) => Date.parse(runningTarget(item).dueAt) < nowMs).length
  const readers = useReaders(items)
  return (
    <section
      aria-label={t('label')}
      className="flex min-h-[52px] items-center overflow-hidden border-b border-line bg-surface px-3 py-2"
    >
      <Cell label={t('waiting')}>
        {t('byClass', { emergent: total.EMERGENT, urgent: total.URGENT, routine: total.ROUTINE })}
      </Cell>
      <Cell label={t('overdue')}>
        <span className={overdue > 0 ? 'text-emergent-ink' : 'text-done-ink'}>
          {t(isPart ? 'overdueAtLeast' : 'overdueCount', { count: overdue })}
        </span>
      </Cell>
      {readers.length === 0 && <Cell label={t('readers')}>{t('nobody')}</Cell>}
      {readers.slice(0, SHOWN_READERS).map((reader) => (
        <Reader key={reader.id} {...reader} />
      ))}
      {readers.length > SHOWN_READERS && (
        <Cell label={t('readers')}>{t('more', { count: readers.length - SHOWN_READERS })}</Cell>
      )}
    </section>
  )
}

type StripReader = {
  readonly id: string
  readonly name: string
  readonly isMine: boolean
  readonly state: 'reading' | 'free' | 'away'
  readonly item: { readonly caseId: string; readonly number: string; readonly since: string } | null
}

/** Who reads stands in the rows, newer than the duty list; who is there and free only in that. */
function useReaders(items: readonly QueueItem[]): StripReader[] {
  const { userId } = useMe()
  const { result } = useDuty()
  const reading = items.flatMap(({ reader, caseId, number }): StripReader[] =>
    reader === null
      ? []
      : [
          {
            id: reader.id,
            name: reader.name,
            isMine: reader.isMine,
            state: 'reading',
            item: { caseId, number, since: reader.claimedAt },
          },
        ],
  )
  const known = new Map(reading.map((reader) => [reader.id, reader]))
  for (const reader of (result?.regions ?? []).flatMap(countingReaders)) {
    const presence = presenceOf(reader)
    if (known.has(reader.userId) || presence === 'gone') continue
    known.set(reader.userId, {
      id: reader.userId,
      name: reader.name,
      isMine: reader.userId === userId,
      state: presence === 'away' ? 'away' : 'free',
      item: null,
    })
  }
  return [...known.values()]
}

function Reader({ name, isMine, state, item }: StripReader) {
  const t = useTranslations('queue.strip')
  const label = isMine ? t('you') : name
  const look = 'flex items-center gap-2.5 border-r border-line px-4 last:border-r-0 max-md:hidden'
  if (item === null)
    return (
      <span className={look}>
        <Avatar name={name} isStrong={state === 'free' && !isMine} />
        <Cell label={label} isBare>
          <span className={state === 'free' ? 'text-done-ink' : 'text-quality-ink'}>{t(state)}</span>
        </Cell>
      </span>
    )
  return (
    <Link href={`/review/${item.caseId}`} className={`${look} hover:bg-surface-3`}>
      <Avatar name={name} isStrong={!isMine} />
      <Cell label={label} isBare>
        {t.rich('reading', { number: item.number, time: () => <TimeSince at={item.since} /> })}
      </Cell>
    </Link>
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
