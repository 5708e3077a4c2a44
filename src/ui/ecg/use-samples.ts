'use client'
import { useCallback, useEffect, useState } from 'react'
import { decodeSamples, type Samples } from '@/ecg/samples-codec'

export type SamplesState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready'
      /** All of the recording, or the stretch of it that begins at `startMs`. */
      readonly samples: Samples & { readonly startMs?: number }
    }
  | { readonly status: 'failed' }

/** The samples of one recording; null asks for none. What was loaded once (a thumbnail in the queue) is there at once. */
export function useSamples(recordingId: string | null): { readonly state: SamplesState; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly state: SamplesState }>()

  useEffect(() => {
    if (recordingId === null) return
    let isCurrent = true
    const show = (state: SamplesState) => {
      if (isCurrent) setLoaded({ id: `${recordingId} ${attempt}`, state })
    }
    loadSamples(recordingId).then(
      (samples) => show({ status: 'ready', samples }),
      () => show({ status: 'failed' }),
    )
    return () => {
      isCurrent = false
    }
  }, [recordingId, attempt])

  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  const state = loaded?.id === `${recordingId} ${attempt}` ? loaded.state : LOADING
  return { state, retry }
}

const LOADING: SamplesState = { status: 'loading' }
const KEPT_RECORDINGS = 24
const kept = new Map<string, Promise<Samples>>()

function loadSamples(recordingId: string): Promise<Samples> {
  const known = kept.get(recordingId)
  if (known !== undefined) return known
  const loading = fetchSamples(recordingId)
  kept.set(recordingId, loading)
  const oldest = kept.keys().next().value
  if (kept.size > KEPT_RECORDINGS && oldest) kept.delete(oldest)
  loading.catch(() => kept.delete(recordingId))
  return loading
}

async function fetchSamples(recordingId: string): Promise<Samples> {
  const response = await fetch(`/api/v1/recordings/${recordingId}/samples`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`samples: ${response.status}`)
  return decodeSamples(new Uint8Array(await response.arrayBuffer()))
}
