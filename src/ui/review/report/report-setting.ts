/** What a report is checked against, from the case as the page has it: the same as the server takes (`report-content.ts`). */
import type { CaseView } from '@/cases/api/views'
import { caseFacts } from '@/cases/report/case-facts'
import type { ReportSetting } from '@/cases/report/report-problems'
import { MEASURED, type ReportMeasurements, type ReportStructure } from '@/cases/report/structure'

export function settingOf(view: CaseView, structure: ReportStructure, userId: string, now: Date): ReportSetting {
  const { recordingId } = structure
  const findings = view.findings.find((one) => one.recordingId === recordingId)?.findings ?? []
  const person = { ageYears: view.patient?.ageYears ?? null, sex: view.patient?.sex ?? 'unknown' }
  const measured = measuredOf(view, recordingId)
  const mine = view.findingReviews.filter((one) => one.recordingId === recordingId && one.by.id === userId)
  return {
    class: view.class,
    facts: caseFacts({ clinical: view.clinical, person, findings, measured, structure, now }),
    findings,
    reviewed: mine.map(({ findingId }) => findingId),
    overridden: view.overrides.filter(({ isAgreed }) => isAgreed).flatMap(({ blockers }) => blockers),
  }
}

/** As software measured it, in whole numbers. */
export function measuredOf(view: CaseView, recordingId: string | null): ReportMeasurements | null {
  const recording = view.files.find((file) => file.recording?.recordingId === recordingId)?.recording
  const numbers = recording?.assessment?.measurements
  if (!numbers) return null
  const entries = MEASURED.map((key) => [key, numbers[key] === null ? null : Math.round(numbers[key])])
  return Object.fromEntries(entries) as ReportMeasurements // one entry for each of its keys
}
