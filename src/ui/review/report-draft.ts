/** A report while it is written: what is kept in the browser until the server has it. */
import { z } from 'zod'
import type { ReportView } from '@/cases/api/report-views'
import type { CaseView } from '@/cases/api/views'
import { canonicalJson } from '@/cases/report/canonical'
import { EMPTY_STRUCTURE, ReportStructure } from '@/cases/report/structure'

const Kept = z.object({ structure: ReportStructure, keptAt: z.string() })
export type Kept = z.infer<typeof Kept>

export function isSame(a: ReportStructure, b: ReportStructure): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Nothing was said yet; which ECG it is about is no word. */
export function isEmpty(structure: ReportStructure): boolean {
  return isSame({ ...structure, recordingId: null, plan: null }, EMPTY_STRUCTURE)
}

/** A report as the editor shows it: a plain one is free text. */
export function structureOf(report: Pick<ReportView, 'structure' | 'conclusion' | 'recommendation'>): ReportStructure {
  const { structure, conclusion, recommendation } = report
  return structure ?? { ...EMPTY_STRUCTURE, conclusionText: conclusion, recommendationText: recommendation }
}

/** Is there something here that no signed report holds? It stays in sight, even when it cannot be sent now. */
export function hasUnsigned(view: CaseView, structure: ReportStructure): boolean {
  if (isEmpty(structure)) return false
  return !view.reports.some((report) => report.signedAt !== null && isSame(structureOf(report), structure))
}

/** The unsigned version of this person that the server has, if any; what a colleague began stays theirs. */
export function draftOnServer({ reports }: Pick<CaseView, 'reports'>, userId: string): ReportView | null {
  const own = reports.filter(({ signedAt, by }) => signedAt === null && by.id === userId)
  return own.toSorted((a, b) => b.version - a.version)[0] ?? null
}

/** What is kept in this browser wins unless the server's is newer. */
export function pickStructure(kept: Kept | null, onServer: ReportView | null): ReportStructure {
  if (kept !== null && (onServer === null || kept.keptAt > onServer.savedAt)) return kept.structure
  return onServer ? structureOf(onServer) : EMPTY_STRUCTURE
}

/** `owner` is person and case: two doctors may share a computer. */
const keyOf = (owner: string) => `yurak.report.${owner}`

export function readKept(storage: Storage, owner: string): Kept | null {
  try {
    return Kept.safeParse(JSON.parse(storage.getItem(keyOf(owner)) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

export function keep(storage: Storage, owner: string, structure: ReportStructure, keptAt: string): void {
  try {
    storage.setItem(keyOf(owner), JSON.stringify({ structure, keptAt }))
  } catch {
    // A full or forbidden storage must not stop a person from writing; the server still gets the report.
  }
}

export function forgetKept(storage: Storage, owner: string): void {
  try {
    storage.removeItem(keyOf(owner))
  } catch {
    // See keep.
  }
}
