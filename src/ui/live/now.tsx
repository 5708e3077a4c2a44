'use client'
/**
 * The server's clock in the browser: a computer in a ward may be minutes wrong, and every clock on the screen
 * counts from instants of the server. All clocks of a page tick together, once a second.
 */
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'

type ServerClock = {
  readonly now: () => Date
  readonly correct: (serverAt: string) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly tick: () => number
  readonly firstTick: () => number
}

const ClockContext = createContext<ServerClock | null>(null)

export function ServerClockProvider({
  serverAt,
  children,
}: {
  readonly serverAt: string
  readonly children: ReactNode
}) {
  const [clock] = useState(() => makeClock(Date.parse(serverAt)))
  return <ClockContext value={clock}>{children}</ClockContext>
}

/** The server's time, to the second; renders again every second. */
export function useNow(): Date {
  const clock = useServerClock()
  return new Date(useSyncExternalStore(clock.subscribe, clock.tick, clock.firstTick))
}

/** The same, standing still while nobody needs it: long lists are worked through only where time decides. */
export function useNowWhile(isTicking: boolean): Date {
  const clock = useServerClock()
  return new Date(useSyncExternalStore(isTicking ? clock.subscribe : standStill, clock.tick, clock.firstTick))
}

function standStill(): () => void {
  return () => undefined
}

/** For handlers: reads the server's time without rendering again. */
export function useServerClock(): ServerClock {
  const clock = useContext(ClockContext)
  if (clock === null) throw new Error('ServerClockProvider is missing')
  return clock
}

/** Sets the clock right whenever the server says what time it is. */
export function useClockCorrection(serverAt: string | null): void {
  const clock = useServerClock()
  useEffect(() => {
    if (serverAt !== null) clock.correct(serverAt)
  }, [clock, serverAt])
}

function makeClock(firstMs: number): ServerClock {
  let offsetMs: number | null = null
  let tickMs = firstMs
  let timer: ReturnType<typeof setInterval> | null = null
  const listeners = new Set<() => void>()
  const nowMs = () => (offsetMs === null ? firstMs : Date.now() + offsetMs)
  const beat = () => {
    tickMs = Math.floor(nowMs() / 1000) * 1000
    for (const listener of listeners) listener()
  }
  return {
    now: () => new Date(nowMs()),
    correct: (serverAt) => {
      offsetMs = Date.parse(serverAt) - Date.now()
    },
    subscribe: (listener) => {
      offsetMs ??= firstMs - Date.now()
      listeners.add(listener)
      timer ??= setInterval(beat, 1000)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0 || timer === null) return
        clearInterval(timer)
        timer = null
      }
    },
    tick: () => tickMs,
    firstTick: () => firstMs,
  }
}
