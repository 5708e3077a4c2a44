/** Readers in the order in which one would ask them. */
import type { DutyReader, DutyResult } from '@/cases/api/duty-views'

export type Presence = 'here' | 'away' | 'gone'

/** Away says so themselves, even while their page is open. */
export function presenceOf({ isAway, isPresent }: Pick<DutyReader, 'isAway' | 'isPresent'>): Presence {
  if (isAway) return 'away'
  return isPresent ? 'here' : 'gone'
}

/** Everybody who reads in one of the regions, once: who is there first, who is away last; on duty, then free, before the rest. */
export function readersToAsk(result: DutyResult | null, exceptIds: readonly string[]): DutyReader[] {
  const unique = new Map<string, DutyReader>()
  for (const reader of (result?.regions ?? []).flatMap(({ readers }) => readers)) {
    const known = unique.get(reader.userId)
    unique.set(reader.userId, known ? { ...reader, isOnDuty: known.isOnDuty || reader.isOnDuty } : reader)
  }
  return [...unique.values()]
    .filter(({ userId }) => !exceptIds.includes(userId))
    .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

const PRESENCE_RANK: Readonly<Record<Presence, number>> = { here: 0, gone: 1, away: 2 }

function rank(reader: DutyReader): number {
  return PRESENCE_RANK[presenceOf(reader)] * 4 + (reader.isOnDuty ? 0 : 2) + (reader.reading.length === 0 ? 0 : 1)
}

/** Who counts in a region: those whom the coordinator has named, or everybody while nobody is named. */
export function countingReaders(region: DutyResult['regions'][number]): DutyReader[] {
  return region.readers.filter((reader) => !region.isSet || reader.isOnDuty)
}
