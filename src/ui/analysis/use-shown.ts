'use client'
import { useMemo, useState } from 'react'
import type { FindingView } from '@/cases/api/assessment-views'
import type { Segment } from '@/ecg/rules/rule'
import { type Span, spansOf } from './mark-spans'
import { useAnalysis } from './use-analysis'

/** A number is known by its key: QRS and the axis come from the same stretch. */
export type Shown = { readonly key: string; readonly segment: Segment } | { readonly finding: FindingView }

/** What the reader asked to see on the trace: where a number was measured, or what a finding speaks of. */
export function useShown(recordingId: string | null, isAnalysed: boolean) {
  const analysis = useAnalysis(isAnalysed ? recordingId : null)
  const [choice, setChoice] = useState<{ readonly recordingId: string | null; readonly shown: Shown | null }>()
  const shown = choice?.recordingId === recordingId ? (choice?.shown ?? null) : null
  const spans = useMemo((): readonly Span[] => {
    if (!analysis || !shown) return []
    if ('segment' in shown) return spansOf(analysis.beats, shown.segment, null)
    const { segment, leads } = shown.finding
    if (segment !== 'st') return spansOf(analysis.beats, segment, leads.length > 0 ? leads : null)
    return leads.flatMap((lead) =>
      spansOf(analysis.beats, 'st', [lead], (analysis.leads[lead]?.jUv ?? 0) >= 0 ? 'raised' : 'lowered'),
    )
  }, [analysis, shown])
  return { shown, spans, show: (next: Shown | null) => setChoice({ recordingId, shown: next }) }
}
