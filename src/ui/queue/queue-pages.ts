/**
 * The queue as far as it has been read, page by page. The first page is read again at every event and holds every
 * EMERGENT case; the pages after it are read as somebody scrolls, and again now and then.
 */
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { CASE_CLASSES } from '@/cases/values'

export type Pages = {
  readonly items: readonly QueueItem[]
  /** For the cases after `items`; null when these are all. */
  readonly nextCursor: string | null
}

type Page = Pick<QueueResult, 'items' | 'nextCursor'>

export const NO_PAGES: Pages = { items: [], nextCursor: null }

/** The first page, anew. What was read beyond its end stays until it is read again itself. */
export function withFirstPage(before: Pages, page: Page): Pages {
  const last = page.items.at(-1)
  if (page.nextCursor === null || last === undefined)
    return { items: reused(before.items, page.items), nextCursor: null }
  const ids = new Set(page.items.map(({ caseId }) => caseId))
  const beyond = before.items.filter((item) => compareItems(item, last) > 0 && !ids.has(item.caseId))
  const items = [...reused(before.items, page.items), ...beyond]
  return { items, nextCursor: beyond.length > 0 ? before.nextCursor : page.nextCursor }
}

/** A page after the last one. */
export function withNextPage(before: Pages, page: Page): Pages {
  const ids = new Set(before.items.map(({ caseId }) => caseId))
  return {
    items: [...before.items, ...page.items.filter(({ caseId }) => !ids.has(caseId))],
    nextCursor: page.nextCursor,
  }
}

/** A page in the middle, read again: what it covers is as it says now, what stands before and after it stays. */
export function withPageAgain(before: Pages, page: Page, after: QueueItem): Pages {
  const last = page.items.at(-1)
  const isLastPage = page.nextCursor === null || last === undefined
  const ids = new Set(page.items.map(({ caseId }) => caseId))
  const kept = (item: QueueItem) => !ids.has(item.caseId)
  const head = before.items.filter((item) => compareItems(item, after) <= 0 && kept(item))
  const tail = isLastPage ? [] : before.items.filter((item) => compareItems(item, last) > 0 && kept(item))
  return {
    items: [...head, ...reused(before.items, page.items), ...tail],
    nextCursor: tail.length > 0 ? before.nextCursor : page.nextCursor,
  }
}

/** The order of the server (clinical.md C5). */
export function compareItems(a: QueueItem, b: QueueItem): number {
  return (
    CASE_CLASSES.indexOf(a.class) - CASE_CLASSES.indexOf(b.class) ||
    order(a.queueKeyAt, b.queueKeyAt) ||
    order(a.submittedAt, b.submittedAt) ||
    order(a.caseId, b.caseId)
  )
}

/** Plain comparison: instants of one form and ids of one case sort as texts, without the cost of a locale. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The same objects wherever nothing changed, so that only changed rows are drawn again. */
function reused(known: readonly QueueItem[], items: readonly QueueItem[]): QueueItem[] {
  const byId = new Map(known.map((item) => [item.caseId, item]))
  return items.map((item) => {
    const old = byId.get(item.caseId)
    return old && JSON.stringify(old) === JSON.stringify(item) ? old : item
  })
}
