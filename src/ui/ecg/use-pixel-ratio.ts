'use client'
import { useSyncExternalStore } from 'react'

/** Changes with the browser's own zoom and when the window moves to another screen. The server says 1. */
export function usePixelRatio(): number {
  return useSyncExternalStore(
    subscribe,
    () => window.devicePixelRatio,
    () => 1,
  )
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange)
  return () => window.removeEventListener('resize', onChange)
}
