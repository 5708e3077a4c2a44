'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { QueueResult } from '@/cases/api/views'
import type { Role } from '@/cases/values'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { useClockCorrection } from '../live/now'
import { KeyListDialog } from './key-list'
import { QueueEmpty } from './queue-empty'
import { QueueKeyBar, useQueueKeyHelp } from './queue-key-bar'
import { QueueLane } from './queue-lane'
import { lanesOf, stepSelection } from './queue-model'
import { QueueRail } from './queue-rail'
import { QueueStrip } from './queue-strip'
import type { RowActions } from './row-action'
import { useClaim } from './use-claim'
import { useEmergencyBell } from './use-emergency-bell'
import { useHeldOrder } from './use-held-order'
import { usePersonLine } from './use-person-line'
import { useQueue } from './use-queue'
import { useShortcuts } from './use-shortcuts'

/** As many as one reading of the queue brings, unless it is asked for more. */
const READ_AT_ONCE = 500

/** The cardiologist's board; the coordinator sees the same and claims nothing. */
export function QueueBoard({ initial, role }: { readonly initial: QueueResult; readonly role: Role }) {
  const t = useTranslations('queue')
  const router = useRouter()
  const { who, name } = usePersonLine()
  const list = useRef<HTMLDivElement>(null)
  const [selectedId, setSelectedId] = useState<string | null>(() => initial.items[0]?.caseId ?? null)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [order, setOrder] = useState('')
  const bell = useEmergencyBell()
  const isHeld = useHeldOrder(list, order)
  const { result, rows, isReadFailing, refresh } = useQueue(initial, isHeld, bell.hear)
  const { claimingId, notice, dismiss, claim } = useClaim(refresh)
  const keyHelp = useQueueKeyHelp(role === 'cardiologist')
  useClockCorrection(result.serverAt)

  const lanes = useMemo(() => lanesOf(rows), [rows])
  useEffect(() => setOrder(rows.map(({ item }) => item.caseId).join()), [rows])
  const visible = lanes.flatMap((lane) => lane.rows)
  const selected = visible.find(({ item, isGone }) => !isGone && item.caseId === selectedId)?.item ?? null

  const canClaim = role === 'cardiologist'
  const actions = useMemo<RowActions>(
    () => ({
      canClaim,
      claimAndOpen: (item) => claim(item, true),
      claim: (item) => claim(item, false),
      open: (item) => router.push(`/review/${item.caseId}`),
    }),
    [canClaim, claim, router],
  )

  const move = (step: 1 | -1) => {
    const next = stepSelection(visible, selected?.caseId ?? null, step)
    setSelectedId(next)
    document.querySelector(`[data-case-id="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const isFree = selected !== null && selected.reader === null && canClaim
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    enter: () => {
      if (selected === null) return false
      if (isFree) actions.claimAndOpen(selected)
      else actions.open(selected)
    },
    c: () => {
      if (!isFree) return false
      actions.claim(selected)
    },
    o: () => {
      if (selected === null) return false
      actions.open(selected)
    },
    '?': () => setIsHelpOpen(true),
  })

  return (
    <div className="queue">
      <h1 className="sr-only">{t('title')}</h1>
      <QueueStrip items={result.items} />
      <div role="alert" className="sr-only">
        {bell.waiting.map((item) => (
          <p key={item.caseId}>
            {t('notice.newEmergency', { who: `${who(item)} ${name(item)}`, facility: item.facilityName })}
          </p>
        ))}
      </div>
      <div className="grid gap-3 p-3 pb-[calc(var(--dock)+52px)] max-md:p-2.5 lg:grid-cols-[minmax(0,1fr)_316px]">
        <div ref={list} className="grid min-w-0 content-start gap-2.5">
          {role === 'coordinator' && <p className="text-ink-2">{t('readOnly')}</p>}
          {notice !== null && (
            <Banner
              tone="quality"
              isAlert
              actions={
                <Button size="sm" onClick={dismiss}>
                  {t('notice.dismiss')}
                </Button>
              }
            >
              {notice}
            </Banner>
          )}
          {isReadFailing && (
            <Banner
              tone="urgent"
              actions={
                <Button size="sm" onClick={() => void refresh()}>
                  {t('notice.retry')}
                </Button>
              }
            >
              {t('notice.readFailing')}
            </Banner>
          )}
          {visible.length === 0 ? (
            <QueueEmpty result={result} />
          ) : (
            lanes.map((lane) => (
              <QueueLane
                key={lane.class}
                lane={lane}
                selectedId={selected?.caseId ?? null}
                claimingId={claimingId}
                actions={actions}
                onSelect={setSelectedId}
              />
            ))
          )}
          {result.items.length >= READ_AT_ONCE && (
            <p className="px-0.5 text-ink-2">{t('cut', { count: result.items.length })}</p>
          )}
        </div>
        <QueueRail unconfirmed={result.unconfirmed} />
      </div>
      <QueueKeyBar list={keyHelp} onHelp={() => setIsHelpOpen(true)} />
      <KeyListDialog isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} title={t('keys.title')} list={keyHelp} />
    </div>
  )
}
