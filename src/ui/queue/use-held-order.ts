'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** How long after the last movement the order stays still under a resting pointer. */
const HOLD_MS = 3000
/** A press that comes this soon after the rows shifted, and hits another row than the pointer chose, was not meant. */
const SLIP_MS = 400

/**
 * True while a mouse moves over the list: then rows keep their places. Emergencies still come in on top, so a press
 * right after such a shift is swallowed when it lands on a row that only slid under the resting pointer.
 */
export function useHeldOrder(list: RefObject<HTMLElement | null>, order: string): boolean {
  const [isHeld, setIsHeld] = useState(false)
  const shiftedAtMs = useRef(Number.NEGATIVE_INFINITY)
  const known = useRef(order)

  useEffect(() => {
    if (known.current === order) return
    known.current = order
    shiftedAtMs.current = performance.now()
  }, [order])

  useEffect(() => {
    const element = list.current
    if (element === null) return
    let chosen: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const release = () => {
      clearTimeout(timer)
      setIsHeld(false)
    }
    const onMove = (event: PointerEvent) => {
      chosen = rowOf(event)
      if (event.pointerType !== 'mouse') return
      clearTimeout(timer)
      timer = setTimeout(release, HOLD_MS)
      setIsHeld(true)
    }
    const onClick = (event: MouseEvent) => {
      const isByKey = event.detail === 0
      if (isByKey || performance.now() - shiftedAtMs.current > SLIP_MS || rowOf(event) === chosen) return
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

function rowOf({ target }: Event): string | null {
  return target instanceof Element ? (target.closest('[data-case-id]')?.getAttribute('data-case-id') ?? null) : null
}
