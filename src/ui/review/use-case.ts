'use client'

import { useCallback, useRef, useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { apiGet } from '../api/client'
import { useLiveEvents, useOnHello } from '../live/live-provider'

export type LiveCase = {
  readonly view: CaseView
  /** Reads the case again; null when the server could not be asked. */
  readonly refresh: () => Promise<CaseView | null>
}

/** One case that keeps up with the server: read again after each of its events and after each reconnect. */
export function useCase(initial: CaseView): LiveCase {
  const [view, setView] = useState(initial)
  const latest = useRef(0)
  const { caseId } = initial

  const refresh = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await apiGet<CaseView>(`cases/${caseId}`)
    if (!answer.ok) return null
    // A slow answer must not overwrite a newer one.
    if (mine === latest.current) setView(answer.data)
    return answer.data
  }, [caseId])

  useLiveEvents((event) => {
    if (event.caseId === caseId) void refresh()
  })
  useOnHello(() => void refresh())

  return { view, refresh }
}
