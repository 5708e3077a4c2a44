/** What the board shows from what the server said. Order is the server's; it is only held still under a moving pointer. */
import type { QueueItem } from '@/cases/api/views'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'

/** A row of the board. `isGone`: answered or taken from the queue while the order was held. */
export type BoardRow = { readonly item: QueueItem; readonly isGone: boolean }

export type Lane = { readonly class: CaseClass; readonly rows: readonly BoardRow[] }

/**
 * The next board. While `isHeld` no row below EMERGENT changes its place: known rows keep their order,
 * gone ones stay as placeholders, new ones come last. EMERGENT is in the true order at all times.
 */
export function arrangeRows(before: readonly BoardRow[], items: readonly QueueItem[], isHeld: boolean): BoardRow[] {
  const emergent = items.filter((item) => item.class === 'EMERGENT').map(asRow)
  const others = items.filter((item) => item.class !== 'EMERGENT')
  if (!isHeld) return [...emergent, ...others.map(asRow)]
  const left = new Map(others.map((item) => [item.caseId, item]))
  const emergentIds = new Set(emergent.map(({ item }) => item.caseId))
  const kept: BoardRow[] = []
  for (const row of before) {
    if (row.item.class === 'EMERGENT' || emergentIds.has(row.item.caseId)) continue
    const item = left.get(row.item.caseId)
    // A row whose class changed belongs to another lane and is placed there as a new one.
    if (item && item.class !== row.item.class) continue
    kept.push(item ? { item, isGone: false } : { item: row.item, isGone: true })
    left.delete(row.item.caseId)
  }
  return [...emergent, ...kept, ...[...left.values()].map(asRow)]
}

/** The same rows as objects wherever nothing in them changed, so that only changed ones are drawn again. */
export function reuseRows(before: readonly BoardRow[], next: readonly BoardRow[]): BoardRow[] {
  const known = new Map(before.map((row) => [row.item.caseId, row]))
  return next.map((row) => {
    const old = known.get(row.item.caseId)
    return old && old.item === row.item && old.isGone === row.isGone ? old : row
  })
}

export function lanesOf(rows: readonly BoardRow[]): Lane[] {
  return CASE_CLASSES.map((itsClass) => ({ class: itsClass, rows: rows.filter(({ item }) => item.class === itsClass) }))
}

/** Moves the selection by one row; from nothing it goes to the first or the last. */
export function stepSelection(rows: readonly BoardRow[], selectedId: string | null, step: 1 | -1): string | null {
  const ids = rows.filter(({ isGone }) => !isGone).map(({ item }) => item.caseId)
  const at = selectedId === null ? -1 : ids.indexOf(selectedId)
  if (at === -1) return (step === 1 ? ids[0] : ids.at(-1)) ?? null
  return ids[Math.min(ids.length - 1, Math.max(0, at + step))] ?? null
}

/** Which clock of a waiting case runs: to the opening until somebody reads it, then to the answer. */
export function runningTarget(item: QueueItem): { readonly kind: 'open' | 'answer'; readonly dueAt: string } {
  return item.reader === null ? { kind: 'open', dueAt: item.openDueAt } : { kind: 'answer', dueAt: item.answerDueAt }
}

function asRow(item: QueueItem): BoardRow {
  return { item, isGone: false }
}
