'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { can } from '@/cases/permissions'
import { HandOverDialog } from '../duty/hand-over-dialog'
import { useAlarms } from '../live/alarm-provider'
import { useMe } from '../live/live-provider'
import { useClockCorrection } from '../live/now'
import { EmergencyPin } from './emergency-pin'
import { FilterDialog } from './filter-dialog'
import { KeyListDialog } from './key-list'
import { LongLane } from './long-lane'
import { QueueEmpty } from './queue-empty'
import { facilitiesOf, NO_FILTER } from './queue-filter'
import { QueueKeyBar, useQueueKeyHelp } from './queue-key-bar'
import { EmergentLane } from './queue-lane'
import { lanesOf } from './queue-model'
import { FilterLine, QueueNotices } from './queue-notices'
import { QueueRail } from './queue-rail'
import { QueueStrip } from './queue-strip'
import { NextCaseButton, QueueToolbar } from './queue-toolbar'
import type { RowActions } from './row-action'
import { useBoardFilter } from './use-board-filter'
import { useClaim } from './use-claim'
import { useCovered } from './use-covered'
import { useDensity } from './use-density'
import { useHeldOrder } from './use-held-order'
import { useNextCase, useReadInARow } from './use-next-case'
import { usePersonLine } from './use-person-line'
import { useQueue } from './use-queue'
import { useSelection } from './use-selection'
import { useShortcuts } from './use-shortcuts'
import { WhyHereDialog } from './why-here-dialog'

type OpenDialog = 'help' | 'filter' | { readonly kind: 'why' | 'handOver'; readonly item: QueueItem } | null

/** The board of the readers; the coordinator sees the same, claims nothing, and gives cases to readers. */
export function QueueBoard({ initial }: { readonly initial: QueueResult }) {
  const t = useTranslations('queue')
  const router = useRouter()
  const { role } = useMe()
  const list = useRef<HTMLDivElement>(null)
  const searchField = useRef<HTMLInputElement>(null)
  const [pinned, setPinned] = useState<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const [order, setOrder] = useState('')
  const isHeld = useHeldOrder(list, order)
  const queue = useQueue(initial, isHeld)
  const { result, rows, hasMore, refresh, readMore } = queue
  const { claimingId, notice, dismiss, claim } = useClaim(refresh)
  const board = useBoardFilter(rows)
  const density = useDensity()
  const covered = useCovered(pinned)
  const next = useNextCase(useCallback(() => void refresh(), [refresh]))
  const [isRow, setIsRow] = useReadInARow()
  const canClaim = can(role, 'case.read-ecg')
  const canAssign = can(role, 'duty.manage')
  const keyHelp = useQueueKeyHelp(canClaim)
  useClockCorrection(result.serverAt)

  const lanes = useMemo(() => lanesOf(board.rows), [board.rows])
  const visible = useMemo(() => lanes.flatMap((lane) => lane.rows), [lanes])
  const { selected, select, move, jump } = useSelection(visible)
  useEffect(() => setOrder(rows.map(({ item }) => item.caseId).join()), [rows])
  useEffect(() => {
    // A filter looks at the whole queue, not only at what was scrolled to.
    if (board.isOn && hasMore && rows.length > 0) readMore()
  }, [board.isOn, hasMore, rows, readMore])

  const actions = useMemo<RowActions>(
    () => ({
      canClaim,
      canAssign,
      claimAndOpen: (item) => claim(item, true),
      claim: (item) => claim(item, false),
      open: (item) => router.push(`/review/${item.caseId}`),
      why: (item) => setDialog({ kind: 'why', item }),
      handOver: (item) => setDialog({ kind: 'handOver', item }),
    }),
    [canClaim, canAssign, claim, router],
  )
  const isFree = selected !== null && selected.reader === null && canClaim
  const withSelected = (act: (item: QueueItem) => void) => () => {
    if (selected === null) return false
    act(selected)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    enter: withSelected(isFree ? actions.claimAndOpen : actions.open),
    c: () => (isFree ? actions.claim(selected) : false),
    o: withSelected(actions.open),
    w: withSelected(actions.why),
    h: () => (selected && (canAssign || selected.reader?.isMine) ? actions.handOver(selected) : false),
    n: () => (canClaim ? next.go() : false),
    b: () => (canClaim ? setIsRow(!isRow) : false),
    f: () => setDialog('filter'),
    '/': () => {
      searchField.current?.focus()
      searchField.current?.select()
    },
    '?': () => setDialog('help'),
  })

  const [emergent, ...others] = lanes
  const lastRead = rows.at(-1)?.item.class
  const laneProps = {
    isFiltered: board.isOn,
    density: density[0],
    selectedId: selected?.caseId ?? null,
    claimingId,
    actions,
    onSelect: select,
  }
  const isNobody = Object.values(result.total).every((count) => count === 0) && rows.length === 0
  return (
    <div className="queue">
      <h1 className="sr-only">{t('title')}</h1>
      <QueueStrip items={result.items} total={result.total} isPart={result.nextCursor !== null} />
      <Alert />
      {emergent && <EmergencyPin lane={emergent} section={pinned} />}
      <div className="grid gap-3 p-3 pb-[calc(var(--dock)+52px)] max-md:p-2.5 max-md:pb-[calc(var(--dock)+76px)] lg:grid-cols-[minmax(0,1fr)_316px]">
        <div ref={list} className="grid min-w-0 content-start gap-2.5">
          {canAssign && <p className="text-ink-2">{t('readOnly')}</p>}
          <QueueNotices
            isReadFailing={queue.isReadFailing}
            onRetry={() => void refresh()}
            notice={notice}
            onDismiss={dismiss}
            next={canClaim ? next : null}
          />
          <QueueToolbar
            board={board}
            next={canClaim ? next : null}
            density={density}
            searchField={searchField}
            onFilter={() => setDialog('filter')}
          />
          <FilterLine board={board} onClear={() => board.setFilter(NO_FILTER)} />
          {isNobody || !emergent ? (
            <QueueEmpty result={result} />
          ) : (
            <>
              <EmergentLane {...laneProps} ref={setPinned} lane={emergent} total={result.total.EMERGENT} />
              {others.map((lane) => (
                <LongLane
                  key={lane.class}
                  {...laneProps}
                  lane={lane}
                  total={result.total[lane.class]}
                  covered={covered}
                  jump={jump}
                  isReading={
                    hasMore && (lane.rows.length === 0 || lane.class === lastRead) && result.total[lane.class] > 0
                  }
                  onNearEnd={lane.class === lastRead ? readMore : doNothing}
                />
              ))}
            </>
          )}
        </div>
        <QueueRail unconfirmed={result.unconfirmed} unsent={result.unsent} />
      </div>
      {canClaim && (
        <div className="fixed inset-x-0 bottom-(--dock) z-20 flex border-t border-line bg-surface p-2 md:hidden">
          <NextCaseButton next={next} />
        </div>
      )}
      <QueueKeyBar list={keyHelp} onHelp={() => setDialog('help')} />
      <KeyListDialog
        isOpen={dialog === 'help'}
        onClose={() => setDialog(null)}
        title={t('keys.title')}
        list={keyHelp}
      />
      {dialog === 'filter' && (
        <FilterDialog
          filter={board.filter}
          onFilter={board.setFilter}
          facilities={facilitiesOf(rows.map(({ item }) => item))}
          views={board.views}
          onClose={() => setDialog(null)}
        />
      )}
      {typeof dialog === 'object' && dialog?.kind === 'why' && (
        <WhyHereDialog
          item={dialog.item}
          lane={rows.filter(({ item, isGone }) => !isGone && item.class === dialog.item.class).map(({ item }) => item)}
          onClose={() => setDialog(null)}
        />
      )}
      {typeof dialog === 'object' && dialog?.kind === 'handOver' && (
        <HandOverDialog
          caseId={dialog.item.caseId}
          number={dialog.item.number}
          holderId={dialog.item.reader?.id ?? null}
          onClose={() => setDialog(null)}
          onDone={() => void refresh()}
        />
      )}
    </div>
  )
}

function doNothing(): void {}

/** Read aloud once for each new emergency, as soon as its row is there; the sound has come before. */
function Alert() {
  const t = useTranslations('queue.notice')
  const { who, name } = usePersonLine()
  const { alarms, itemOf } = useAlarms()
  return (
    <div role="alert" className="sr-only">
      {alarms.map(({ caseId, cause }) => {
        const item = itemOf(caseId)
        if (cause !== 'emergency' || item === null) return null
        return (
          <p key={caseId}>{t('newEmergency', { who: `${who(item)} ${name(item)}`, facility: item.facilityName })}</p>
        )
      })}
    </div>
  )
}
