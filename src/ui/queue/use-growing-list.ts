'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

const STEP = 40

/** Long lists start with a screenful and grow when their end comes near: 500 rows do not tick all at once. */
export function useGrowingList(
  count: number,
  mustShowIndex: number,
): { readonly shown: number; readonly end: RefObject<HTMLDivElement | null> } {
  const [limit, setLimit] = useState(STEP)
  const end = useRef<HTMLDivElement>(null)
  const shown = Math.min(count, Math.max(limit, mustShowIndex + 5))
  useEffect(() => {
    const element = end.current
    if (element === null || shown >= count) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(shown + STEP)
      },
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [shown, count])
  return { shown, end }
}
