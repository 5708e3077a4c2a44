'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { apiGet } from '../api/client'
import { useLiveEvents, useOnHello } from '../live/live-provider'
import { arrangeRows, type BoardRow, reuseRows } from './queue-model'

/** Two readings of the queue are at least this far apart: a burst of events costs one request. */
const MIN_GAP_MS = 400

export type LiveQueue = {
  readonly result: QueueResult
  readonly rows: readonly BoardRow[]
  readonly isReadFailing: boolean
  readonly refresh: () => Promise<QueueResult | null>
}

/** The queue, live. `isHeld` keeps the order still under a moving pointer. */
export function useQueue(
  initial: QueueResult,
  isHeld: boolean,
  onNews: (before: readonly QueueItem[], after: readonly QueueItem[]) => void,
): LiveQueue {
  const [result, setResult] = useState(initial)
  const [rows, setRows] = useState<readonly BoardRow[]>(() => arrangeRows([], initial.items, false))
  const [isReadFailing, setIsReadFailing] = useState(false)
  const memory = useRef({ items: initial.items, isHeld, number: 0, readAtMs: 0, onNews })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    memory.current.onNews = onNews
  })
  useEffect(() => {
    memory.current.isHeld = isHeld
    if (!isHeld) setRows((before) => reuseRows(before, arrangeRows(before, memory.current.items, false)))
  }, [isHeld])

  const refresh = useCallback(async () => {
    const memo = memory.current
    memo.number += 1
    const mine = memo.number
    memo.readAtMs = performance.now()
    const answer = await apiGet<QueueResult>('queue')
    const isNewest = mine === memo.number
    if (isNewest) setIsReadFailing(!answer.ok)
    if (!answer.ok) return null
    // A slow answer must not overwrite a newer one; who asked still learns what it said.
    if (!isNewest) return answer.data
    memo.onNews(memo.items, answer.data.items)
    memo.items = answer.data.items
    setResult(answer.data)
    setRows((before) => reuseRows(before, arrangeRows(before, answer.data.items, memo.isHeld)))
    return answer.data
  }, [])

  const plan = useCallback(() => {
    clearTimeout(timer.current)
    const waitMs = memory.current.readAtMs + MIN_GAP_MS - performance.now()
    if (waitMs <= 0) void refresh()
    else timer.current = setTimeout(() => void refresh(), waitMs)
  }, [refresh])

  useEffect(() => () => clearTimeout(timer.current), [])
  useLiveEvents(plan)
  useOnHello(plan)

  return { result, rows, isReadFailing, refresh }
}
