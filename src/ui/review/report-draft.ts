/** The text of a report while it is written: what is kept in the browser until the server has it. */
import type { CaseView } from '@/cases/api/views'

export type ReportText = { readonly conclusion: string; readonly recommendation: string }
export type KeptText = ReportText & { readonly keptAt: string }

export const EMPTY_REPORT: ReportText = { conclusion: '', recommendation: '' }

/** The server takes a report only with both parts; until then the browser alone keeps it. */
export function isComplete(text: ReportText): boolean {
  return text.conclusion.trim() !== '' && text.recommendation.trim() !== ''
}

export function isSameText(a: ReportText, b: ReportText): boolean {
  return a.conclusion.trim() === b.conclusion.trim() && a.recommendation.trim() === b.recommendation.trim()
}

/** The unsigned draft that the server has, if any. */
export function draftOnServer(view: CaseView): (ReportText & { readonly savedAt: string }) | null {
  const { report } = view
  return report !== null && report.signedAt === null ? report : null
}

/** Text kept in this browser wins unless the server's is newer. */
export function pickText(
  kept: KeptText | null,
  onServer: (ReportText & { readonly savedAt: string }) | null,
): ReportText {
  if (kept !== null && (onServer === null || kept.keptAt > onServer.savedAt)) return kept
  return onServer ?? EMPTY_REPORT
}

const keyOf = (caseId: string) => `yurak.report.${caseId}`

export function readKept(storage: Storage, caseId: string): KeptText | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(caseId)) ?? 'null')
    return isKeptText(value) ? value : null
  } catch {
    return null
  }
}

export function keepText(storage: Storage, caseId: string, text: ReportText, keptAt: string): void {
  try {
    storage.setItem(keyOf(caseId), JSON.stringify({ ...text, keptAt }))
  } catch {
    // A full or forbidden storage must not stop a person from writing; the server still gets the text.
  }
}

export function forgetKept(storage: Storage, caseId: string): void {
  try {
    storage.removeItem(keyOf(caseId))
  } catch {
    // See keepText.
  }
}

function isKeptText(value: unknown): value is KeptText {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['conclusion', 'recommendation', 'keptAt'].every(
      (key) => key in value && typeof (value as Record<string, unknown>)[key] === 'string',
    )
  )
}
