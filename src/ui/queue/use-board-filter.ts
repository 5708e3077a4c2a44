'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useNowWhile } from '../live/now'
import { filterRows, isFiltering, NO_FILTER, type QueueFilter } from './queue-filter'
import type { BoardRow } from './queue-model'
import { defaultFilter } from './saved-views'
import { useSavedViews, type ViewKeeper } from './use-saved-views'

export type BoardFilter = {
  readonly filter: QueueFilter
  readonly setFilter: (filter: QueueFilter) => void
  readonly views: ViewKeeper
  readonly isOn: boolean
  readonly rows: readonly BoardRow[]
  readonly hiddenCount: number
}

/** What of the queue this person looks at. The board opens with the view that they made the default. */
export function useBoardFilter(rows: readonly BoardRow[]): BoardFilter {
  const views = useSavedViews()
  const [chosen, setChosen] = useState<QueueFilter | null>(null)
  const filter = chosen ?? defaultFilter(views) ?? NO_FILTER
  const nowMs = useNowWhile(filter.isOverdue).getTime()
  // Letters appear at once in the search field; ten thousand rows follow a moment later.
  const applied = useDeferredValue(filter)
  const shown = useMemo(() => filterRows(rows, applied, nowMs), [rows, applied, nowMs])
  // A default that is changed or removed later is for the next time: what is seen now stays as it is.
  const hasDefault = views.defaultId !== null
  useEffect(() => {
    if (chosen === null && hasDefault) setChosen(filter)
  }, [chosen, hasDefault, filter])
  return {
    filter,
    setFilter: setChosen,
    views,
    isOn: isFiltering(filter),
    rows: shown,
    hiddenCount: rows.length - shown.length,
  }
}
