import { assess } from '@/ecg/assess'
import type { Measurements } from '@/ecg/measure/types'
import type { EcgRecording } from '@/ecg/types'

/** What is measured and judged by us; null is "not measured". */
export type AnalysisReport = {
  readonly measured: object | null
  readonly beats: readonly object[] | null
  /** Only where it was asked for. */
  readonly beatsByLead?: object | null
  readonly quality: object | null
  readonly findings: readonly object[] | null
  readonly triageClass: string | null
}

export function analysisReport(recording: EcgRecording, { byLead }: { readonly byLead: boolean }): AnalysisReport {
  const { analysis, findings, recordingClass } = assess(recording)
  return {
    measured: analysis && { ...wholeNumbers(analysis.measurements), leads: analysis.leads, rhythm: analysis.rhythm },
    beats: analysis?.beats ?? null,
    ...(byLead ? { beatsByLead: analysis?.beatsByLead ?? null } : {}),
    quality: analysis && { ...analysis.quality, swap: analysis.swap },
    findings: analysis ? findings : null,
    triageClass: recordingClass,
  }
}

/** As carts print them: whole beats a minute, milliseconds, degrees and microvolts. */
function wholeNumbers(measurements: Measurements): object {
  const entries = Object.entries(measurements).map(([name, value]) => [
    name,
    typeof value === 'number' ? Math.round(value) : value,
  ])
  return Object.fromEntries(entries)
}
