'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LineRow } from './line-row'
import { LaneFrame, type LaneProps } from './queue-lane'
import { QueueRow } from './queue-row'

type Props = LaneProps & {
  /** What stands over the list at the top and the foot of the window. */
  readonly covered: { readonly topPx: number; readonly footPx: number }
  /** The row that a key moved to, counted so that the same one can be asked for twice. */
  readonly jump: { readonly caseId: string | null; readonly count: number }
  readonly isReading: boolean
  readonly onNearEnd: () => void
}

const ROW_PX = { full: 99, line: 39 } as const
const OVERSCAN = 6
const NEAR_END = 12
/** What the server draws before it knows the window. */
const FIRST_WINDOW = { width: 1440, height: 900 }

/** URGENT or ROUTINE, of any length: only the rows near the window exist. */
export function LongLane(props: Props) {
  const { lane, density, covered, jump, isReading, onNearEnd, selectedId, claimingId, actions, onSelect } = props
  const t = useTranslations('queue')
  const list = useRef<HTMLUListElement>(null)
  const isFull = lane.class === 'URGENT' && density === 'comfortable'
  const Row = isFull ? QueueRow : LineRow
  const topPx = useTopOf(list)
  // A new function would have ten thousand rows measured anew at every frame.
  const keyOf = useCallback((index: number) => lane.rows[index]?.item.caseId ?? index, [lane.rows])
  const virtual = useWindowVirtualizer({
    count: lane.rows.length,
    estimateSize: () => (isFull ? ROW_PX.full : ROW_PX.line),
    getItemKey: keyOf,
    overscan: OVERSCAN,
    scrollMargin: topPx,
    scrollPaddingStart: covered.topPx,
    scrollPaddingEnd: covered.footPx,
    initialRect: FIRST_WINDOW,
  })
  const drawn = virtual.getVirtualItems()
  const lastDrawn = drawn.at(-1)?.index ?? 0
  const isNearEnd = lastDrawn >= lane.rows.length - NEAR_END
  useEffect(() => {
    if (isNearEnd) onNearEnd()
  }, [isNearEnd, onNearEnd])

  const rows = useRef(lane.rows)
  useEffect(() => {
    rows.current = lane.rows
  })
  useEffect(() => {
    const index = jump.caseId === null ? -1 : rows.current.findIndex(({ item }) => item.caseId === jump.caseId)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  }, [jump, virtual])

  const before = (drawn[0]?.start ?? topPx) - topPx
  const after = virtual.getTotalSize() - ((drawn.at(-1)?.end ?? topPx) - topPx)
  return (
    <LaneFrame {...props}>
      <ul ref={list} style={{ paddingTop: before, paddingBottom: Math.max(0, after) }}>
        {drawn.map(({ index, key }) => {
          const row = lane.rows[index]
          return (
            row && (
              <Row
                key={key}
                row={row}
                index={index}
                setSize={props.isFiltered ? lane.rows.length : props.total}
                measure={virtual.measureElement}
                isSelected={row.item.caseId === selectedId}
                isClaiming={row.item.caseId === claimingId}
                actions={actions}
                onSelect={onSelect}
              />
            )
          )
        })}
      </ul>
      {isReading && <p className="border-t border-line px-4 py-2.5 text-ink-2">{t('reading')}</p>}
    </LaneFrame>
  )
}

/** How far the list begins below the top of the page; what stands above it grows and shrinks. */
function useTopOf(list: RefObject<HTMLElement | null>): number {
  const [topPx, setTopPx] = useState(0)
  const measure = useCallback(() => {
    const element = list.current
    if (element !== null) setTopPx(Math.round(element.getBoundingClientRect().top + window.scrollY))
  }, [list])
  useLayoutEffect(measure)
  useEffect(() => {
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [measure])
  return topPx
}
