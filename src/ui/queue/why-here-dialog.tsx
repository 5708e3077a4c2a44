'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { B_MINUTES, OVERDUE_MINUTES, QUOTA, T_MINUTES } from '@/cases/queue-order'
import { timeOfDay, timeWithSeconds } from '@/i18n/format'
import { ClassTag } from '../cases/class-tag'
import { Dialog } from '../kit/dialog'
import { useClassReasons } from './use-class-reason'
import { usePersonLine } from './use-person-line'
import { useTargetWords } from './use-target-words'

type Props = {
  readonly item: QueueItem
  /** The open cases of the same class, in their order. */
  readonly lane: readonly QueueItem[]
  readonly onClose: () => void
}

/** Why a case stands where it stands: each step of the order (clinical.md C5), with its numbers. */
export function WhyHereDialog({ item, lane, onClose }: Props) {
  const t = useTranslations('queue.why')
  const tClass = useTranslations('common.class')
  const { who, name } = usePersonLine()
  const words = useTargetWords()
  const reasons = useClassReasons()(item.classReasons).filter((reason) => reason.class === item.class)
  const place = lane.findIndex(({ caseId }) => caseId === item.caseId)
  const before = lane[place - 1]
  const after = lane[place + 1]
  const earlierMs = (item.acuity / 100) * B_MINUTES[item.class] * 60_000
  const earlierMinutes = Math.round(earlierMs / 6_000) / 10
  // Backwards from the instant that the server sorts by: after an answer the clock began anew.
  const dueAt = new Date(Date.parse(item.queueKeyAt) + earlierMs)
  const sinceAt = new Date(dueAt.getTime() - T_MINUTES[item.class] * 60_000)
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('title', { place: place + 1, class: tClass(item.class) })}
      description={`${who(item)} ${name(item)} · ${item.facilityName}`}
    >
      <ol className="grid gap-3">
        <Step number={1} title={t('class')}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ClassTag of={item.class} />
            <span>{reasons.length === 0 ? t('noReason') : reasons.map(({ text }) => text).join(' · ')}</span>
          </div>
          <p className="text-12 text-ink-2">{t('classRule')}</p>
        </Step>
        <Step number={2} title={t('due', { time: timeWithSeconds(dueAt) })}>
          <p className="text-ink-2">
            {t('dueRule', { time: timeWithSeconds(sinceAt), target: words(T_MINUTES[item.class]) })}
          </p>
        </Step>
        <Step number={3} title={t('acuity', { points: item.acuity })}>
          <p className="text-ink-2">
            {t('acuityRule', { minutes: earlierMinutes, most: words(B_MINUTES[item.class]) })}
          </p>
        </Step>
        <Step number={4} title={t('key', { time: timeWithSeconds(item.queueKeyAt) })}>
          <p className="text-ink-2">{t('keyRule')}</p>
          <ul className="mt-1 grid gap-0.5 text-12">
            {before && (
              <li>
                {t('before', { time: timeWithSeconds(before.queueKeyAt), who: `${who(before)} ${name(before)}` })}
              </li>
            )}
            {after && (
              <li>{t('after', { time: timeWithSeconds(after.queueKeyAt), who: `${who(after)} ${name(after)}` })}</li>
            )}
          </ul>
        </Step>
        <Step number={5} title={t('quota')}>
          <p className="text-ink-2">
            {item.class === 'EMERGENT'
              ? t('quotaNever')
              : t('quotaRule', { quota: QUOTA, before: QUOTA - 1, wait: words(OVERDUE_MINUTES) })}
          </p>
        </Step>
        {item.isFromNeighbour && (
          <Step number={6} title={t('neighbour')}>
            <p className="text-ink-2">
              {t('neighbourRule', { time: timeOfDay(item.escalation?.at ?? item.submittedAt) })}
            </p>
          </Step>
        )}
      </ol>
    </Dialog>
  )
}

function Step({
  number,
  title,
  children,
}: {
  readonly number: number
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-2">
      <span
        aria-hidden="true"
        className="grid size-6 place-items-center rounded-full bg-surface-3 text-12 font-semi text-ink-2"
      >
        {number}
      </span>
      <div className="grid gap-0.5 pt-0.5">
        <p className="font-semi">{title}</p>
        {children}
      </div>
    </li>
  )
}
