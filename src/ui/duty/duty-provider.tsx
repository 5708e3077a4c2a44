'use client'
/** Who reads now, for every page of the people who may know it. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { DutyReader, DutyResult } from '@/cases/api/duty-views'
import { can } from '@/cases/permissions'
import { type ApiFailure, apiGet } from '../api/client'
import { useMe, useOnHello, useReadPlanner, useSpread } from '../live/live-provider'

type Duty = {
  readonly result: DutyResult | null
  readonly failure: ApiFailure | null
  readonly reload: () => Promise<void>
  /** What a write answered is the newest there is. */
  readonly take: (result: DutyResult) => void
}

const DutyContext = createContext<Duty | null>(null)

/** Presence makes no event: it is asked for. */
const EVERY_MS = 30_000

export function DutyProvider({ children }: { readonly children: ReactNode }) {
  const isEnabled = can(useMe().role, 'duty.read')
  const spread = useSpread()
  const [result, setResult] = useState<DutyResult | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const latest = useRef(0)

  const take = useCallback((next: DutyResult) => {
    latest.current += 1
    setFailure(null)
    setResult(next)
  }, [])
  const reload = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await apiGet<DutyResult>('duty')
    if (mine !== latest.current) return
    if (answer.ok) take(answer.data)
    else setFailure(answer)
  }, [take])

  const planner = useReadPlanner(() => void reload())
  useOnHello(() => {
    if (isEnabled) planner.within(spread())
  })
  useEffect(() => {
    if (!isEnabled) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') planner.within(spread())
    }, EVERY_MS)
    return () => clearInterval(timer)
  })

  const value = useMemo(() => ({ result, failure, reload, take }), [result, failure, reload, take])
  return <DutyContext value={value}>{children}</DutyContext>
}

export function useDuty(): Duty {
  const duty = useContext(DutyContext)
  if (duty === null) throw new Error('DutyProvider is missing')
  return duty
}

/** Oneself among the readers; null for who is none, and until it is known. */
export function useOwnDuty(): DutyReader | null {
  const { userId } = useMe()
  const { result } = useDuty()
  return result?.regions.flatMap(({ readers }) => readers).find((reader) => reader.userId === userId) ?? null
}
