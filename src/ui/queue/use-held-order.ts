'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** How long after the last movement the order stays still under a resting pointer. */
const HOLD_MS = 3000
/** A press that comes this soon after a row slid under a resting pointer was meant for another row. */
const SLIP_MS = 400

/**
 * True while a mouse moves over the list: then rows keep their places. Emergencies still come in on top,
 * so a press right after such a shift, with a pointer that did not move since, is swallowed.
 */
export function useHeldOrder(list: RefObject<HTMLElement | null>, order: string): boolean {
  const [isHeld, setIsHeld] = useState(false)
  const movedAtMs = useRef(0)
  const shift = useRef({ order, atMs: 0 })

  useEffect(() => {
    if (shift.current.order !== order) shift.current = { order, atMs: performance.now() }
  }, [order])

  useEffect(() => {
    const element = list.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const release = () => {
      clearTimeout(timer)
      setIsHeld(false)
    }
    const onMove = (event: PointerEvent) => {
      movedAtMs.current = performance.now()
      if (event.pointerType !== 'mouse') return
      clearTimeout(timer)
      timer = setTimeout(release, HOLD_MS)
      setIsHeld(true)
    }
    const onClick = (event: MouseEvent) => {
      const isByKey = event.detail === 0
      const { atMs } = shift.current
      if (isByKey || movedAtMs.current > atMs || performance.now() - atMs > SLIP_MS) return
      event.preventDefault()
      event.stopPropagation()
    }
    element.addEventListener('pointermove', onMove, { passive: true })
    element.addEventListener('pointerleave', release)
    element.addEventListener('click', onClick, { capture: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerleave', release)
      element.removeEventListener('click', onClick, { capture: true })
    }
  }, [list])

  return isHeld
}
