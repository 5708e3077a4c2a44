/** What a person wants to see of the queue. No filter and no search ever hides an EMERGENT case. */
import { z } from 'zod'
import type { QueueItem } from '@/cases/api/views'
import { foldText } from '@/cases/fold-text'
import { matchesFolded } from '../kit/matches'
import { type BoardRow, runningTarget } from './queue-model'

export const ECG_KINDS = [
  'waveform',
  'picture',
  'unreadable',
  'on_its_way',
] as const satisfies readonly QueueItem['ecg'][]
export const FILTER_CLASSES = ['URGENT', 'ROUTINE'] as const

export const QueueFilter = z.object({
  /** EMERGENT is shown beside either. */
  class: z.enum(FILTER_CLASSES).nullable(),
  facility: z.string().nullable(),
  ecg: z.enum(ECG_KINDS).nullable(),
  isMine: z.boolean(),
  isOverdue: z.boolean(),
  isFromNeighbour: z.boolean(),
  q: z.string(),
})
export type QueueFilter = z.infer<typeof QueueFilter>

export const NO_FILTER: QueueFilter = {
  class: null,
  facility: null,
  ecg: null,
  isMine: false,
  isOverdue: false,
  isFromNeighbour: false,
  q: '',
}

export function isFiltering(filter: QueueFilter): boolean {
  return countChoices(filter) > 0 || filter.q.trim() !== ''
}

/** How many things are chosen, the search aside. */
export function countChoices({ q: _, ...choices }: QueueFilter): number {
  return Object.values(choices).filter((choice) => choice !== null && choice !== false).length
}

export function isSameFilter(a: QueueFilter, b: QueueFilter): boolean {
  return JSON.stringify(QueueFilter.parse(a)) === JSON.stringify(QueueFilter.parse(b))
}

/** The rows that the filter lets through, EMERGENT ones always among them. */
export function filterRows(rows: readonly BoardRow[], filter: QueueFilter, nowMs: number): readonly BoardRow[] {
  if (!isFiltering(filter)) return rows
  return rows.filter(({ item }) => item.class === 'EMERGENT' || isWanted(item, filter, nowMs))
}

function isWanted(item: QueueItem, filter: QueueFilter, nowMs: number): boolean {
  if (filter.class !== null && item.class !== filter.class) return false
  if (filter.facility !== null && item.facilityName !== filter.facility) return false
  if (filter.ecg !== null && item.ecg !== filter.ecg) return false
  if (filter.isMine && item.reader?.isMine !== true) return false
  if (filter.isFromNeighbour && !item.isFromNeighbour) return false
  if (filter.isOverdue && Date.parse(runningTarget(item).dueAt) >= nowMs) return false
  return filter.q.trim() === '' || matchesFolded(filter.q, textOf(item))
}

const texts = new WeakMap<QueueItem, string>()

/** What the search looks at, folded once for each row. */
function textOf(item: QueueItem): string {
  const known = texts.get(item)
  if (known !== undefined) return known
  const text = foldText([item.patientName, item.number, item.facilityName, item.districtName].filter(Boolean).join(' '))
  texts.set(item, text)
  return text
}

/** The facilities of the queue with how many wait, by name. */
export function facilitiesOf(items: readonly QueueItem[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { facilityName } of items) counts.set(facilityName, (counts.get(facilityName) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
