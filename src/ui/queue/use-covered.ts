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
      const dock = getComputedStyle(document.documentElement).getPropertyValue('--dock')
      const footPx = FOOT_PX + (Number.parseInt(dock, 10) || 0)
      setCovered((before) => (before.topPx === topPx && before.footPx === footPx ? before : { topPx, footPx }))
    }
    measure()
    // An alarm that comes raises the dock: its height stands in the style of the page.
    const dockObserver = new MutationObserver(measure)
    dockObserver.observe(document.documentElement, { attributeFilter: ['style'] })
    const observer = new ResizeObserver(measure)
    if (pinned !== null) observer.observe(pinned)
    return () => {
      dockObserver.disconnect()
      observer.disconnect()
    }
  }, [pinned])
  return covered
}
