'use client'
/** One stream of live events for the whole page, and who listens to it. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { LiveEvent } from '@/cases/api/views'
import type { Role } from '@/cases/values'
import { type LineStatus, openEventStream } from './event-stream'
import { useServerClock } from './now'
import { BROWSER_CLOCK, type ReadPlanner, readPlanner } from './read-planner'

/** Who looks at the page. */
export type Me = { readonly userId: string; readonly role: Role; readonly regionCodes: readonly string[] }

type Line = { readonly status: LineStatus; readonly latencyMs: number | null; readonly lostAt: Date | null }
type Listeners = {
  readonly events: Set<(event: LiveEvent) => void>
  readonly hellos: Set<() => void>
  /** The line stands: a hello came and the line was not lost since. */
  isGreeted: boolean
}

const LineContext = createContext<Line>({ status: 'connecting', latencyMs: null, lostAt: null })
const ListenersContext = createContext<Listeners | null>(null)
const MeContext = createContext<Me | null>(null)

/** Lists are read again within this time after what others did. */
const SPREAD_MS = 1500

/** `isEnabled` is false for roles that hear no events (administrator, auditor). */
export function LiveProvider({
  me,
  isEnabled,
  children,
}: {
  readonly me: Me
  readonly isEnabled: boolean
  readonly children: ReactNode
}) {
  const clock = useServerClock()
  const [line, setLine] = useState<Line>({ status: 'connecting', latencyMs: null, lostAt: null })
  const listeners = useMemo<Listeners>(() => ({ events: new Set(), hellos: new Set(), isGreeted: false }), [])

  useEffect(() => {
    if (!isEnabled) return
    return openEventStream({
      onStatus: (status) => {
        const isLost = status === 'lost' || status === 'signed_out'
        if (isLost) listeners.isGreeted = false
        setLine((before) => ({ ...before, status, lostAt: isLost ? (before.lostAt ?? clock.now()) : null }))
      },
      onLatency: (latencyMs) => setLine((before) => ({ ...before, latencyMs })),
      onHello: (serverAt) => {
        if (serverAt !== '') clock.correct(serverAt)
        listeners.isGreeted = true
        for (const hello of listeners.hellos) hello()
      },
      onEvent: (event) => {
        for (const listener of listeners.events) listener(event)
      },
    })
  }, [isEnabled, clock, listeners])

  return (
    <MeContext value={me}>
      <ListenersContext value={listeners}>
        <LineContext value={line}>{children}</LineContext>
      </ListenersContext>
    </MeContext>
  )
}

export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('LiveProvider is missing')
  return me
}

/** How the line is: `live`, `connecting`, `slow`, `lost` (since when) or `signed_out`, and the last round trip. */
export function useLine(): Line {
  return useContext(LineContext)
}

/** Calls the handler with every live event, once each, in their order. */
export function useLiveEvents(handler: (event: LiveEvent) => void): void {
  const listeners = useContext(ListenersContext)
  const latest = useLatest(handler)
  useEffect(() => {
    if (listeners === null) return
    const listener = (event: LiveEvent) => latest.current(event)
    listeners.events.add(listener)
    return () => void listeners.events.delete(listener)
  }, [listeners, latest])
}

/**
 * Calls the handler at every (re)connection: the moment to read again what may have been missed. A page that comes
 * to life after the line stands (it was rendered earlier, on the server) hears it at once.
 */
export function useOnHello(handler: () => void): void {
  const listeners = useContext(ListenersContext)
  const latest = useLatest(handler)
  useEffect(() => {
    if (listeners === null) return
    const listener = () => latest.current()
    listeners.hellos.add(listener)
    if (listeners.isGreeted) listener()
    return () => void listeners.hellos.delete(listener)
  }, [listeners, latest])
}

/**
 * How long a page waits with reading a list after an event: not at all after what its own person did, nor at a facility,
 * whose events reach few pages.
 */
export function useSpread(): (event?: LiveEvent) => number {
  const { userId, role } = useMe()
  return (event) => (event?.actorId === userId || role === 'nurse' ? 0 : Math.random() * SPREAD_MS)
}

/** A planner of readings for as long as the component lives. */
export function useReadPlanner(read: () => void, minGapMs?: number): ReadPlanner {
  const latest = useLatest(read)
  const planner = useMemo(() => readPlanner(() => latest.current(), BROWSER_CLOCK, minGapMs), [latest, minGapMs])
  useEffect(() => planner.stop, [planner])
  return planner
}

function useLatest<T>(value: T) {
  const ref = useRef(value)
  useEffect(() => {
    ref.current = value
  })
  return ref
}
