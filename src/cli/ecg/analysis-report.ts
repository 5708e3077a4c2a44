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

export function analysisReport(_recording: EcgRecording, { byLead }: { readonly byLead: boolean }): AnalysisReport {
  return {
    measured: null,
    beats: null,
    ...(byLead ? { beatsByLead: null } : {}),
    quality: null,
    findings: null,
    triageClass: null,
  }
}
