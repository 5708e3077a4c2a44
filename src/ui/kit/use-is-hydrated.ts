'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False for what the server draws and for the first drawing here, which must be the same; true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
