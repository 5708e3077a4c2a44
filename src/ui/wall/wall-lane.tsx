'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import type { CaseClass } from '@/cases/values'
import { span } from '@/i18n/format'
import { CLASS_TONE } from '../cases/words'
import { classNames } from '../kit/class-names'
import { Mark } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'
import { useNow } from '../live/now'
import { runningTarget } from '../queue/queue-model'
import { TimeSince } from '../queue/ticking'
import { usePersonLine } from '../queue/use-person-line'
import { initialsOf } from './initials'

/** Up to so many emergencies are shown in the largest letters. */
const ROOMY = 4

type Props = {
  readonly of: CaseClass
  readonly items: readonly QueueItem[]
  readonly total: number
  /** As many lines as fit the screen; the rest are counted. */
  readonly most: number
}

/** One class on the wall: how long each case waits against its target, and who has it. */
export function WallLane({ of, items, total, most }: Props) {
  const t = useTranslations('wall')
  const tClass = useTranslations('common.class')
  const tone = CLASS_TONE[of]
  const shown = items.slice(0, most)
  const isBig = of === 'EMERGENT' && shown.length <= ROOMY
  return (
    <section
      aria-label={tClass(of)}
      className={classNames(
        TONE_CLASS[tone],
        'overflow-hidden rounded-3 border bg-surface',
        of === 'EMERGENT' && total > 0 ? 'border-tone' : 'border-line',
      )}
    >
      <h2 className="flex items-center gap-[.6em] px-[.6em] py-[.25em] text-[length:clamp(16px,1.9vw,44px)] text-tone-ink">
        <Mark tone={tone} size={34} />
        <span className="font-bold tracking-[.03em]">{tClass(of)}</span>
        <span className="ml-auto text-ink tabular-nums">{total}</span>
      </h2>
      {shown.length === 0 && (
        <p className="border-t border-line px-[.6em] py-[.35em] text-[length:clamp(15px,1.7vw,40px)] text-ink-2">
          {total === 0 ? t('nobody') : t('waiting', { count: total })}
        </p>
      )}
      <ul>
        {shown.map((item) => (
          <WallRow key={item.caseId} item={item} isBig={isBig} />
        ))}
      </ul>
      {shown.length > 0 && total > shown.length && (
        <p className="border-t border-line px-[.6em] py-[.2em] text-[length:clamp(14px,1.5vw,34px)] text-ink-2">
          {t('more', { count: total - shown.length })}
        </p>
      )}
    </section>
  )
}

function WallRow({ item, isBig }: { readonly item: QueueItem; readonly isBig: boolean }) {
  const t = useTranslations('wall')
  const { who } = usePersonLine()
  const { dueAt } = runningTarget(item)
  const nowMs = useNow().getTime()
  const isOverdue = Date.parse(dueAt) < nowMs
  const target = span(Date.parse(dueAt) - Date.parse(item.submittedAt))
  const isFree = item.reader === null
  return (
    <li
      className={classNames(
        'grid items-center gap-x-[.8em] border-t border-line px-[.6em] py-[.22em] leading-tight',
        item.class !== 'ROUTINE' && 'md:grid-cols-[7.6em_minmax(0,1fr)_minmax(0,.8fr)]',
        isBig ? 'text-[length:clamp(18px,2.5vw,60px)]' : 'text-[length:clamp(16px,1.8vw,42px)]',
        isOverdue && isFree && 'tone-emergent bg-tone text-tone-on',
        !isOverdue && isFree && item.class === 'EMERGENT' && 'bg-tone-soft',
      )}
    >
      <span className="whitespace-nowrap">
        <b className="text-[1.35em] font-bold tabular-nums">{span(nowMs - Date.parse(item.submittedAt))}</b>
        <span className={classNames('ml-[.3em] text-[.7em]', !(isOverdue && isFree) && 'text-ink-2')}>/ {target}</span>
      </span>
      <span className="min-w-0">
        <b className="whitespace-nowrap">
          {initialsOf(item.patientName) ?? t('unknown')} · {who(item)}
        </b>
        <span className="block truncate text-[.75em]">{item.facilityName}</span>
      </span>
      {item.class !== 'ROUTINE' && <WallReader item={item} isOverdue={isOverdue} />}
    </li>
  )
}

/** Who has it, or that nobody has. */
function WallReader({ item, isOverdue }: { readonly item: QueueItem; readonly isOverdue: boolean }) {
  const t = useTranslations('wall')
  const { reader } = item
  if (reader === null)
    return (
      <b className={classNames('md:text-right', !isOverdue && 'text-tone-ink')}>{t(isOverdue ? 'overdue' : 'free')}</b>
    )
  return (
    <span className="min-w-0 md:text-right">
      <b className="block truncate">{reader.name}</b>
      <span className={classNames('text-[.75em]', isOverdue ? 'text-emergent-ink' : 'text-ink-2')}>
        {t.rich(isOverdue ? 'readingLate' : 'reading', { time: () => <TimeSince at={reader.claimedAt} /> })}
      </span>
    </span>
  )
}
