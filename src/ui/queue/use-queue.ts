'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueResult } from '@/cases/api/views'
import { apiGet } from '../api/client'
import { useAlarmFeed } from '../live/alarm-provider'
import { useLiveEvents, useOnHello, useReadPlanner, useSpread } from '../live/live-provider'
import { FIRST_PAGE } from './first-page'
import { arrangeRows, type BoardRow, reuseRows } from './queue-model'
import { type Pages, withFirstPage, withNextPage, withPageAgain } from './queue-pages'

const LATER_PAGE = 1000
/** What was read beyond the first page is read again so long after an event, and not more often than this. */
const TAIL_AFTER_MS = 5_000
const TAIL_GAP_MS = 20_000

export type LiveQueue = {
  /** The newest first page: counts, answers that wait, drafts. */
  readonly result: QueueResult
  readonly rows: readonly BoardRow[]
  /** More cases wait than have been read. */
  readonly hasMore: boolean
  readonly isReadFailing: boolean
  readonly refresh: () => Promise<QueueResult | null>
  /** Reads the next page, unless it is being read. */
  readonly readMore: () => void
}

/** The queue, live. `isHeld` keeps the order still under a moving pointer. */
export function useQueue(initial: QueueResult, isHeld: boolean): LiveQueue {
  const feed = useAlarmFeed()
  const spread = useSpread()
  const [result, setResult] = useState(initial)
  const [rows, setRows] = useState<readonly BoardRow[]>(() => arrangeRows([], initial.items, false))
  const [hasMore, setHasMore] = useState(initial.nextCursor !== null)
  const [isReadFailing, setIsReadFailing] = useState(false)
  const memory = useRef<{ pages: Pages; first: QueueResult; isHeld: boolean; number: number; isReading: boolean }>({
    pages: initial,
    first: initial,
    isHeld,
    number: 0,
    isReading: false,
  })

  const show = useCallback((pages: Pages) => {
    const memo = memory.current
    memo.pages = pages
    setHasMore(pages.nextCursor !== null)
    setRows((before) => reuseRows(before, arrangeRows(before, pages.items, memo.isHeld)))
  }, [])

  useEffect(() => {
    memory.current.isHeld = isHeld
    if (!isHeld) show(memory.current.pages)
  }, [isHeld, show])

  const refresh = useCallback(async () => {
    const memo = memory.current
    memo.number += 1
    const mine = memo.number
    const answer = await apiGet<QueueResult>(`queue?limit=${FIRST_PAGE}`)
    const isNewest = mine === memo.number
    if (isNewest) setIsReadFailing(!answer.ok)
    if (!answer.ok) return null
    // A slow answer must not overwrite a newer one; who asked still learns what it said.
    if (!isNewest) return answer.data
    memo.first = answer.data
    feed(answer.data, false)
    setResult(answer.data)
    show(withFirstPage(memo.pages, answer.data))
    return answer.data
  }, [feed, show])

  const readTail = useCallback(async () => {
    const memo = memory.current
    let after = memo.first.items.at(-1)
    let cursor = memo.first.nextCursor
    while (cursor !== null && after !== undefined && memo.pages.items.length > memo.first.items.length) {
      const answer = await apiGet<QueueResult>(pathAfter(cursor))
      if (!answer.ok) return
      show(withPageAgain(memo.pages, answer.data, after))
      const last = answer.data.items.at(-1)
      // As far as it had been read, and no further.
      if (last === undefined || memo.pages.items.at(-1)?.caseId === last.caseId) return
      after = last
      cursor = answer.data.nextCursor
    }
  }, [show])

  const readMore = useCallback(async () => {
    const memo = memory.current
    const { nextCursor } = memo.pages
    if (memo.isReading || nextCursor === null) return
    memo.isReading = true
    const answer = await apiGet<QueueResult>(pathAfter(nextCursor))
    memo.isReading = false
    // What was read meanwhile may have moved the end.
    if (answer.ok && memo.pages.nextCursor === nextCursor) show(withNextPage(memo.pages, answer.data))
  }, [show])

  useEffect(() => {
    feed(initial, true)
  }, [feed, initial])
  const planner = useReadPlanner(() => void refresh())
  const tailPlanner = useReadPlanner(() => void readTail(), TAIL_GAP_MS)
  useLiveEvents((event) => {
    planner.within(spread(event))
    tailPlanner.within(TAIL_AFTER_MS)
  })
  useOnHello(() => planner.within(spread()))

  return { result, rows, hasMore, isReadFailing, refresh, readMore: useCallback(() => void readMore(), [readMore]) }
}

function pathAfter(cursor: string): string {
  return `queue?limit=${LATER_PAGE}&cursor=${encodeURIComponent(cursor)}`
}
