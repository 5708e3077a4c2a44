'use client'
import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 699.98px)'

/** Under 700 px, where the paper is one column. The server does not know and says no. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  )
}

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia(QUERY)
  list.addEventListener('change', onChange)
  return () => list.removeEventListener('change', onChange)
}
