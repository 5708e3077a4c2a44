'use client'

import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** A choice that this browser keeps; every place that shows it changes at once. `fallback` until the page is alive. */
export function usePreference<Value extends string>(
  key: string,
  values: readonly Value[],
  fallback: Value,
): readonly [Value, (value: Value) => void] {
  const read = () => values.find((value) => value === stored(key)) ?? fallback
  const value = useSyncExternalStore(subscribe, read, () => fallback)
  const set = useCallback(
    (next: Value) => {
      keep(key, next)
    },
    [key],
  )
  return [value, set]
}

/** A text in this browser's storage, or null where there is none or storage is forbidden. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A full or forbidden storage only means that the choice is made again next time.
  }
  for (const listener of listeners) listener()
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
