'use client'

import { useEffect, useState } from 'react'

const TOPBAR_PX = 44
const FOOT_PX = 52

/** How much of the window bars and the pinned emergencies cover: a row that is moved to must not end below them. */
export function useCovered(pinned: HTMLElement | null): { readonly topPx: number; readonly footPx: number } {
  const [covered, setCovered] = useState({ topPx: TOPBAR_PX, footPx: FOOT_PX })
  useEffect(() => {
    const measure = () => {
      const isPinned = pinned !== null && getComputedStyle(pinned).position === 'sticky'
      const topPx = TOPBAR_PX + (isPinned ? pinned.offsetHeight : 0) + 4
      setCovered((before) => (before.topPx === topPx ? before : { ...before, topPx }))
    }
    measure()
    if (pinned === null) return
    const observer = new ResizeObserver(measure)
    observer.observe(pinned)
    return () => observer.disconnect()
  }, [pinned])
  return covered
}
