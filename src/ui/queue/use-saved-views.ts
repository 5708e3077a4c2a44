'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { keep, stored, subscribe } from '../kit/use-preference'
import { useMe } from '../live/live-provider'
import type { QueueFilter } from './queue-filter'
import { parseViews, type SavedViews, viewsKeyOf, withDefault, withoutView, withView } from './saved-views'

export type ViewKeeper = SavedViews & {
  readonly save: (name: string, filter: QueueFilter) => void
  readonly remove: (id: string) => void
  readonly makeDefault: (id: string | null) => void
}

/** The saved views of the person here. */
export function useSavedViews(): ViewKeeper {
  const key = viewsKeyOf(useMe().userId)
  const text = useSyncExternalStore(
    subscribe,
    () => stored(key),
    () => null,
  )
  return useMemo(() => {
    const views = parseViews(text)
    const write = (next: SavedViews) => keep(key, JSON.stringify(next))
    return {
      ...views,
      save: (name, filter) => write(withView(views, { id: crypto.randomUUID(), name: name.trim(), filter })),
      remove: (id) => write(withoutView(views, id)),
      makeDefault: (id) => write(withDefault(views, id)),
    }
  }, [key, text])
}
