'use client'
import { useEffect, useState } from 'react'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'

/** What software measured on a recording, beat by beat; null while it is on its way and where nothing was measured. */
export function useAnalysis(recordingId: string | null): AnalysisJson | null {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly analysis: AnalysisJson } | null>(null)
  useEffect(() => {
    if (recordingId === null) return
    let isCurrent = true
    loadAnalysis(recordingId).then(
      (analysis) => {
        if (isCurrent) setLoaded({ id: recordingId, analysis })
      },
      // Without it the trace and the numbers are there all the same; only the marks on the trace are not.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [recordingId])
  return loaded?.id === recordingId ? loaded.analysis : null
}

const KEPT_ANALYSES = 4
const kept = new Map<string, Promise<AnalysisJson>>()

/** Findings, calipers and the usual beat of one ECG read the same analysis. */
function loadAnalysis(recordingId: string): Promise<AnalysisJson> {
  const known = kept.get(recordingId)
  if (known !== undefined) return known
  const loading = fetchAnalysis(recordingId)
  kept.set(recordingId, loading)
  const oldest = kept.keys().next().value
  if (kept.size > KEPT_ANALYSES && oldest) kept.delete(oldest)
  loading.catch(() => kept.delete(recordingId))
  return loading
}

async function fetchAnalysis(recordingId: string): Promise<AnalysisJson> {
  const response = await fetch(`/api/v1/recordings/${recordingId}/analysis`, { credentials: 'same-origin' })
  if (!response.ok) throw new Error(`analysis: ${response.status}`)
  return (await response.json()) as AnalysisJson // our own server's answer
}
