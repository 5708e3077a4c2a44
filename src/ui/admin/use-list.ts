'use client'
import { useCallback, useState } from 'react'
import { apiGet } from '../api/client'

/** A list that the page came with, and the way to read it again after a change. A lost line keeps the old one. */
export function useList<T>(path: string, initial: readonly T[]): readonly [readonly T[], () => Promise<void>] {
  const [items, setItems] = useState(initial)
  const refresh = useCallback(async () => {
    const answer = await apiGet<{ items: readonly T[] }>(path)
    if (answer.ok) setItems(answer.data.items)
  }, [path])
  return [items, refresh]
}
