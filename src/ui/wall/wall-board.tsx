'use client'

import { Maximize, X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { QueueResult } from '@/cases/api/views'
import type { CaseClass } from '@/cases/values'
import { timeWithSeconds } from '@/i18n/format'
import { useDuty } from '../duty/duty-provider'
import { countingReaders, presenceOf } from '../duty/readers'
import { IconButton } from '../kit/button'
import { classNames } from '../kit/class-names'
import { useAlarms } from '../live/alarm-provider'
import { useMe } from '../live/live-provider'
import { useClockCorrection, useNow } from '../live/now'
import { useAlarmTitle } from '../live/use-alarm'
import { runningTarget } from '../queue/queue-model'
import { TimeSince } from '../queue/ticking'
import { useQueue } from '../queue/use-queue'
import { LineState } from '../shell/line-state'
import { useWakeLock } from './use-wake-lock'
import { WallLane } from './wall-lane'

const EMERGENT_LINES = 8
const ROUTINE_LINES = 3

/** What fits under the emergencies on a screen of 16 : 9; more than four of them are drawn smaller. */
function urgentLines(emergencies: number): number {
  return Math.max(1, 8 - (emergencies > 4 ? emergencies : Math.round(emergencies * 1.3)))
}

/** The display of the duty room: read from across the room, touched by nobody, seen by visitors. */
export function WallBoard({ initial }: { readonly initial: QueueResult }) {
  const _t = useTranslations('wall')
  const tAlarm = useTranslations('alarm')
  const { result, rows, isReadFailing } = useQueue(initial, false)
  const { alarms, isRinging } = useAlarms()
  const items = useMemo(() => rows.map(({ item }) => item), [rows])
  useClockCorrection(result.serverAt)
  useWakeLock()
  const laneOf = (of: CaseClass) => ({
    of,
    items: items.filter((item) => item.class === of),
    total: result.total[of],
  })
  const [newest] = alarms
  const cause = newest ? tAlarm(`short.${newest.cause}`) : ''
  useAlarmTitle(isRinging && newest ? tAlarm('title', { count: alarms.length, cause }) : null)
  return (
    <div className="grid min-h-dvh content-start gap-[.7vw] p-[.8vw] pb-[calc(var(--dock)+8px)] max-md:gap-2 max-md:p-2">
      <WallHead items={items} isReadFailing={isReadFailing} />
      {newest && (
        <p
          role="alert"
          className="tone-emergent rounded-3 bg-tone px-[.6em] py-[.2em] text-[length:clamp(18px,2.6vw,64px)] font-bold text-tone-on"
        >
          {tAlarm(`text.${newest.cause}`)}
        </p>
      )}
      <div className="grid items-start gap-[.7vw] max-md:gap-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,26vw)]">
        <div className="grid min-w-0 gap-[.7vw] max-md:gap-2">
          <WallLane {...laneOf('EMERGENT')} most={EMERGENT_LINES} />
          <WallLane {...laneOf('URGENT')} most={urgentLines(result.total.EMERGENT)} />
        </div>
        <div className="grid min-w-0 gap-[.7vw] max-md:gap-2">
          <WallReaders items={items} />
          <WallLane {...laneOf('ROUTINE')} most={ROUTINE_LINES} />
        </div>
      </div>
    </div>
  )
}

function WallHead({
  items,
  isReadFailing,
}: {
  readonly items: readonly QueueResult['items'][number][]
  readonly isReadFailing: boolean
}) {
  const t = useTranslations('wall')
  const now = useNow()
  const overdue = items.filter((item) => Date.parse(runningTarget(item).dueAt) < now.getTime()).length
  return (
    <header className="flex flex-wrap items-center gap-x-[1em] text-[length:clamp(16px,1.9vw,44px)] leading-none">
      <h1 className="text-[length:inherit] font-semi">{t('title')}</h1>
      <b className={overdue > 0 ? 'text-emergent-ink' : 'text-done-ink'}>{t('overdueCount', { count: overdue })}</b>
      {isReadFailing && <b className="text-emergent-ink">{t('old')}</b>}
      <span className="ml-auto" />
      <LineState />
      <b className="tabular-nums">{timeWithSeconds(now)}</b>
      <IconButton label={t('fullScreen')} onClick={() => void document.documentElement.requestFullscreen?.()}>
        <Maximize size={16} aria-hidden="true" />
      </IconButton>
      <Link
        href="/queue"
        aria-label={t('leave')}
        title={t('leave')}
        className="inline-grid size-8 place-items-center rounded-2 text-ink-2 hover:bg-surface-3 max-md:size-11"
      >
        <X size={16} aria-hidden="true" />
      </Link>
    </header>
  )
}

/** Who is on duty, and what each of them reads; in red when nobody is there. */
function WallReaders({ items }: { readonly items: readonly QueueResult['items'][number][] }) {
  const t = useTranslations('wall')
  const tDuty = useTranslations('duty')
  const { regionCodes } = useMe()
  const { result } = useDuty()
  return (
    <aside className="grid gap-[.7vw] text-[length:clamp(15px,1.6vw,38px)] max-md:gap-2">
      {result?.regions.map((region) => (
        <section key={region.regionCode} aria-label={region.name} className="rounded-3 border border-line bg-surface">
          <h2 className="px-[.7em] py-[.4em] text-[length:inherit] text-ink-2">
            {regionCodes.length > 1 ? region.name : t('readers')}
          </h2>
          {region.emptySince !== null && (
            <p className="tone-emergent bg-tone px-[.7em] py-[.4em] font-bold text-tone-on">
              {t.rich('empty', { time: () => <Since at={region.emptySince ?? result.serverAt} /> })}
            </p>
          )}
          <ul>
            {countingReaders(region).map((reader) => {
              const presence = presenceOf(reader)
              const item = items.find((one) => one.reader?.id === reader.userId)
              return (
                <li key={reader.userId} className="border-t border-line px-[.7em] py-[.35em] leading-tight">
                  <b className={classNames('block truncate', presence !== 'here' && 'text-ink-3')}>{reader.name}</b>
                  <span className="text-[.8em] text-ink-2">
                    {item?.reader
                      ? tDuty.rich('reading', {
                          number: item.number,
                          time: () => <TimeSince at={item.reader?.claimedAt ?? item.submittedAt} />,
                        })
                      : presence === 'here'
                        ? tDuty('free')
                        : tDuty(`presence.${presence}`)}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </aside>
  )
}

/** On a filled ground the ink follows the ground. */
function Since({ at }: { readonly at: string }) {
  return (
    <span className="*:text-tone-on">
      <TimeSince at={at} />
    </span>
  )
}
