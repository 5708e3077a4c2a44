/** What others changed in a case after this reader opened the page: said once, beside the old view. */
import type { CaseEventView } from '@/cases/api/views'

const NEWS = ['add_recording', 'add_clinical', 'change_patient', 'change_class', 'cannot_do'] as const
export type NewsKind = (typeof NEWS)[number]

export type NewsItem = {
  readonly kind: NewsKind
  readonly at: string
  readonly seq: number
  readonly byName: string | null
}

export function lastSeq(events: readonly CaseEventView[]): number {
  return events.reduce((highest, { seq }) => Math.max(highest, seq), 0)
}

/** The latest event of each kind that somebody else caused after `sinceSeq`, oldest first. */
export function newSince(events: readonly CaseEventView[], sinceSeq: number, myUserId: string): NewsItem[] {
  const latest = new Map<NewsKind, NewsItem>()
  for (const event of events) {
    if (event.seq <= sinceSeq || event.by?.id === myUserId || !isNewsKind(event.type)) continue
    latest.set(event.type, { kind: event.type, at: event.at, seq: event.seq, byName: event.by?.name ?? null })
  }
  return [...latest.values()].sort((a, b) => a.seq - b.seq)
}

function isNewsKind(type: string): type is NewsKind {
  return (NEWS as readonly string[]).includes(type)
}
