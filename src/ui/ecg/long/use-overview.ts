'use client'
import { useEffect, useState } from 'react'
import type { OverviewView } from '@/cases/api/long-views'
import { LONG_MS } from '@/ecg/long/long-limits'
import { apiGet } from '../../api/client'

const ASK_AGAIN_MS = 1500

/** Null for a recording of less than a minute, and until the first answer. */
export function useOverview(recordingId: string, durationMs: number | null): OverviewView | null {
  const [answer, setAnswer] = useState<{ readonly id: string; readonly view: OverviewView } | null>(null)
  const isLong = durationMs !== null && durationMs > LONG_MS
  useEffect(() => {
    if (!isLong) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const result = await apiGet<OverviewView>(`recordings/${recordingId}/overview`, { signal: stop.signal })
      if (stop.signal.aborted) return
      if (result.ok) setAnswer({ id: recordingId, view: result.data })
      // A lost line is asked again; a refusal is not.
      if (result.ok ? result.data.state === 'preparing' : result.problem === null) timer = setTimeout(ask, ASK_AGAIN_MS)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [recordingId, isLong])
  return answer?.id === recordingId ? answer.view : null
}
