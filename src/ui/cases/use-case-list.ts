'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseListItem, CaseListResult } from '@/cases/api/views'
import { type ApiFailure, apiGet } from '../api/client'
import { useLiveEvents, useOnHello, useSpread } from '../live/live-provider'

export const SHOWS = ['open', 'drafts', 'ended', 'all'] as const
export type Show = (typeof SHOWS)[number]

const PAGE = 50
const SEARCH_AFTER_MS = 250
/** Several events of one act (submit, triage) make one reading. */
const LIVE_AFTER_MS = 150

/** The list as the person asked for it, read again whenever something happens to a case. */
export function useCaseList(initial: CaseListResult) {
  const [q, setQ] = useState('')
  const [show, setShow] = useState<Show>('all')
  const [page, setPage] = useState(initial)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState<'list' | 'more' | null>(null)
  const shownCount = useRef(initial.items.length)
  const lastRequest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const read = useCallback(
    async (path: string, merge: (result: CaseListResult) => (before: CaseListResult) => CaseListResult) => {
      lastRequest.current += 1
      const request = lastRequest.current
      const result = await apiGet<CaseListResult>(path)
      if (request !== lastRequest.current) return
      setBusy(null)
      setFailure(result.ok ? null : result)
      if (result.ok) setPage(merge(result.data))
    },
    [],
  )
  const reload = useCallback(() => {
    const limit = Math.min(200, Math.max(PAGE, shownCount.current))
    void read(pathOf({ q, show, limit }), (result) => () => result)
  }, [read, q, show])
  const reloadSoon = useCallback(
    (afterMs: number) => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(reload, afterMs)
    },
    [reload],
  )

  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    shownCount.current = PAGE
    setBusy('list')
    reloadSoon(SEARCH_AFTER_MS)
  }, [reloadSoon])
  useEffect(() => {
    shownCount.current = page.items.length
  }, [page])
  const spread = useSpread()
  useLiveEvents((event) => reloadSoon(LIVE_AFTER_MS + spread(event)))
  useOnHello(reload)

  return {
    q,
    setQ,
    show,
    setShow,
    items: page.items,
    nextCursor: page.nextCursor,
    failure,
    isLoading: busy === 'list',
    isLoadingMore: busy === 'more',
    reload,
    loadMore: () => {
      if (page.nextCursor === null) return
      setBusy('more')
      const cursor = page.nextCursor
      void read(`${pathOf({ q, show, limit: PAGE })}&cursor=${encodeURIComponent(cursor)}`, (result) => (before) => ({
        ...result,
        items: withoutTwice([...before.items, ...result.items]),
      }))
    },
  }
}

function pathOf({ q, show, limit }: { readonly q: string; readonly show: Show; readonly limit: number }): string {
  const search = new URLSearchParams({ show, limit: String(limit) })
  if (q.trim() !== '') search.set('q', q.trim())
  return `cases?${search}`
}

function withoutTwice(items: readonly CaseListItem[]): CaseListItem[] {
  return [...new Map(items.map((item) => [item.caseId, item])).values()]
}
