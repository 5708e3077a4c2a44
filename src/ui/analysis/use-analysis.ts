'use client'
import { useEffect, useState } from 'react'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'

/** What software measured on a recording, beat by beat; null while it is on its way and where nothing was measured. */
export function useAnalysis(recordingId: string | null): AnalysisJson | null {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly analysis: AnalysisJson } | null>(null)
  useEffect(() => {
    if (recordingId === null) return
    const abort = new AbortController()
    loadAnalysis(recordingId, abort.signal).then(
      (analysis) => setLoaded({ id: recordingId, analysis }),
      // Without it the trace and the numbers are there all the same; only the marks on the trace are not.
      () => undefined,
    )
    return () => abort.abort()
  }, [recordingId])
  return loaded?.id === recordingId ? loaded.analysis : null
}

async function loadAnalysis(recordingId: string, signal: AbortSignal): Promise<AnalysisJson> {
  const response = await fetch(`/api/v1/recordings/${recordingId}/analysis`, { credentials: 'same-origin', signal })
  if (!response.ok) throw new Error(`analysis: ${response.status}`)
  return (await response.json()) as AnalysisJson // our own server's answer
}
