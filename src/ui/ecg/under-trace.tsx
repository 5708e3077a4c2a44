'use client'
import dynamic from 'next/dynamic'
import type { AnalysisJson } from '@/ecg/measure/analysis-json'
import type { ViewerSettings } from './viewer-settings'

/** Loaded when somebody asks for it: the first trace does not wait for what most readers never open. */
const UsualBeat = dynamic(() => import('./usual-beat').then((module) => module.UsualBeat))
const ComparisonPanel = dynamic(() => import('./compare/comparison-panel').then((module) => module.ComparisonPanel))

type Props = {
  readonly analysis: AnalysisJson | null
  readonly hasBeat: boolean
  readonly isComparing: boolean
  readonly caseId: string
  readonly recordingId: string
  readonly settings: ViewerSettings
}

export function UnderTrace({ analysis, hasBeat, isComparing, caseId, recordingId, settings }: Props) {
  return (
    <div className="mt-2 grid gap-2 empty:hidden max-md:px-(--gutter)">
      {hasBeat && analysis && <UsualBeat analysis={analysis} />}
      {isComparing && (
        <ComparisonPanel caseId={caseId} recordingId={recordingId} analysis={analysis} settings={settings} />
      )}
    </div>
  )
}
