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

/** Is there text here that no signed report holds? It stays in sight, even when it cannot be sent now. */
export function hasUnsignedText(view: CaseView, text: ReportText): boolean {
  if (isSameText(text, EMPTY_REPORT)) return false
  return !view.reports.some((report) => report.signedAt !== null && isSameText(report, text))
}

/** The unsigned version of this person that the server has, if any; what a colleague began stays theirs. */
export function draftOnServer(
  { reports }: Pick<CaseView, 'reports'>,
  userId: string,
): (ReportText & { readonly savedAt: string }) | null {
  const own = reports.filter(({ signedAt, by }) => signedAt === null && by.id === userId)
  return own.toSorted((a, b) => b.version - a.version)[0] ?? null
}

/** Text kept in this browser wins unless the server's is newer. */
export function pickText(
  kept: KeptText | null,
  onServer: (ReportText & { readonly savedAt: string }) | null,
): ReportText {
  if (kept !== null && (onServer === null || kept.keptAt > onServer.savedAt)) return kept
  return onServer ?? EMPTY_REPORT
}

/** `owner` is person and case: two doctors may share a computer. */
const keyOf = (owner: string) => `yurak.report.${owner}`

export function readKept(storage: Storage, owner: string): KeptText | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(keyOf(owner)) ?? 'null')
    return isKeptText(value) ? value : null
  } catch {
    return null
  }
}

export function keepText(storage: Storage, owner: string, text: ReportText, keptAt: string): void {
  try {
    storage.setItem(keyOf(owner), JSON.stringify({ ...text, keptAt }))
  } catch {
    // A full or forbidden storage must not stop a person from writing; the server still gets the text.
  }
}

export function forgetKept(storage: Storage, owner: string): void {
  try {
    storage.removeItem(keyOf(owner))
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
