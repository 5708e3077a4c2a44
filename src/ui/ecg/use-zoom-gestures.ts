'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keptZoom } from './viewer-settings'

type Options = {
  /** What scrolls. */
  readonly frame: RefObject<HTMLElement | null>
  /** What grows. */
  readonly sheet: RefObject<HTMLElement | null>
  readonly zoom: number
  readonly onZoom: (zoom: number) => void
}

const WHEEL_PX_PER_DOUBLING = 300
const WHEEL_REST_MS = 160

/**
 * Two fingers, or the wheel with Ctrl, change the size of the paper: the picture is stretched at once and drawn sharp
 * when the gesture ends. What lies between the fingers stays there. Answers the size to be named meanwhile.
 */
export function useZoomGestures({ frame, sheet, zoom, onZoom }: Options): number {
  const [live, setLive] = useState<number | null>(null)
  const latest = useRef({ zoom, onZoom })
  const anchor = useRef<Anchor | null>(null)
  useLayoutEffect(() => {
    latest.current = { zoom, onZoom }
  })
  useLayoutEffect(() => {
    if (!anchor.current || !frame.current || !sheet.current) return
    sheet.current.style.transform = ''
    frame.current.scrollLeft = anchor.current.contentPx * zoom - anchor.current.inFramePx
    anchor.current = null
  }, [zoom, frame, sheet])

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const pinch = pinchOf(element, sheet, latest, {
      onLive: setLive,
      onEnd: (next, at) => {
        setLive(null)
        if (next === latest.current.zoom) return
        anchor.current = at
        latest.current.onZoom(next)
      },
    })
    return pinch.detach
  }, [frame, sheet])
  return live ?? zoom
}

type Anchor = { readonly contentPx: number; readonly inFramePx: number }

type Calls = {
  readonly onLive: (zoom: number) => void
  readonly onEnd: (zoom: number, anchor: Anchor) => void
}

type Latest = RefObject<{ readonly zoom: number }>

function pinchOf(element: HTMLElement, sheet: RefObject<HTMLElement | null>, latest: Latest, calls: Calls) {
  let factor = 1
  let startSpread = 0
  let middle = { x: 0, y: 0 }
  let rest: ReturnType<typeof setTimeout> | undefined

  const begin = (clientX: number, clientY: number) => {
    const box = sheet.current?.getBoundingClientRect()
    factor = 1
    middle = { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
    if (!sheet.current) return
    sheet.current.style.transformOrigin = `${middle.x}px ${middle.y}px`
    // Its picture is stretched; without this it would be drawn anew for every frame.
    sheet.current.style.willChange = 'transform'
  }
  const stretch = (wanted: number) => {
    factor = keptZoom(latest.current.zoom * wanted) / latest.current.zoom
    if (sheet.current) sheet.current.style.transform = `scale(${factor})`
    calls.onLive(keptZoom(latest.current.zoom * factor))
  }
  const end = () => {
    const inFramePx = middle.x + (sheet.current?.offsetLeft ?? 0) - element.scrollLeft
    if (sheet.current) Object.assign(sheet.current.style, { transform: '', willChange: '' })
    calls.onEnd(keptZoom(latest.current.zoom * factor), { contentPx: middle.x / latest.current.zoom, inFramePx })
  }

  const onTouch = (event: TouchEvent) => {
    const [one, other] = event.touches
    if (!one || !other) {
      if (startSpread > 0) end()
      startSpread = 0
      return
    }
    event.preventDefault()
    const spread = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
    if (startSpread === 0) {
      startSpread = Math.max(1, spread)
      begin((one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2)
    } else {
      stretch(spread / startSpread)
    }
  }
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    if (rest === undefined) begin(event.clientX, event.clientY)
    clearTimeout(rest)
    stretch(factor * 2 ** (-event.deltaY / WHEEL_PX_PER_DOUBLING))
    rest = setTimeout(() => {
      rest = undefined
      end()
    }, WHEEL_REST_MS)
  }
  const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const
  for (const name of touches) element.addEventListener(name, onTouch, { passive: false })
  element.addEventListener('wheel', onWheel, { passive: false })
  return {
    detach: () => {
      clearTimeout(rest)
      for (const name of touches) element.removeEventListener(name, onTouch)
      element.removeEventListener('wheel', onWheel)
    },
  }
}
