'use client'
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { moveBy, type PictureView, type Point, zoomAbout } from './picture-view'

type Change = (by: (view: PictureView) => PictureView) => void

/** Drag with one finger or the mouse, pinch with two, turn the wheel with Ctrl. */
export function usePictureGestures(frame: RefObject<HTMLElement | null>, change: Change) {
  const pointers = useRef(new Map<number, Point>())
  useWheelZoom(frame, change)

  const pointOf = (event: { clientX: number; clientY: number }) => pointFromMiddle(frame.current, event)

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, pointOf(event))
  }
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    pointers.current.set(event.pointerId, now)
    if (other) change((view) => pinched(view, before, now, other))
    else change((view) => moveBy(view, now.xPx - before.xPx, now.yPx - before.yPx))
  }
  const onPointerEnd = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
  }
  return { onPointerDown, onPointerMove, onPointerUp: onPointerEnd, onPointerCancel: onPointerEnd }
}

const WHEEL_PX_PER_DOUBLING = 300

/** React listens to the wheel passively; zooming must hold the page still. */
function useWheelZoom(frame: RefObject<HTMLElement | null>, change: Change) {
  const latest = useRef(change)
  useEffect(() => {
    latest.current = change
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const point = pointFromMiddle(element, event)
      latest.current((view) => zoomAbout(view, 2 ** (-event.deltaY / WHEEL_PX_PER_DOUBLING), point))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [frame])
}

function pinched(view: PictureView, before: Point, now: Point, other: Point): PictureView {
  const spread = (point: Point) => Math.hypot(point.xPx - other.xPx, point.yPx - other.yPx)
  const middle = { xPx: (now.xPx + other.xPx) / 2, yPx: (now.yPx + other.yPx) / 2 }
  const moved = moveBy(view, (now.xPx - before.xPx) / 2, (now.yPx - before.yPx) / 2)
  return zoomAbout(moved, spread(now) / Math.max(1, spread(before)), middle)
}

function pointFromMiddle(element: HTMLElement | null, event: { clientX: number; clientY: number }): Point {
  const box = element?.getBoundingClientRect()
  if (!box) return { xPx: 0, yPx: 0 }
  return { xPx: event.clientX - box.left - box.width / 2, yPx: event.clientY - box.top - box.height / 2 }
}
