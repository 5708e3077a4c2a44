'use client'

import type { QueueItem } from '@/cases/api/views'
import { useAlarms } from '../live/alarm-provider'
import { type NextCase, useNextCase } from '../queue/use-next-case'

export type QueueWatch = {
  /** Emergencies that came meanwhile and that nobody has taken; null where the list does not know them yet. */
  readonly emergencies: readonly { readonly caseId: string; readonly item: QueueItem | null }[]
  readonly dismiss: () => void
  readonly next: NextCase
}

/** The queue behind the reading page: new emergencies, and the case to read next. */
export function useQueueWatch(caseId: string): QueueWatch {
  const { alarms, itemOf, dismiss } = useAlarms()
  const next = useNextCase()
  return {
    emergencies: alarms
      .filter((alarm) => alarm.cause === 'emergency' && alarm.caseId !== caseId)
      .map((alarm) => ({ caseId: alarm.caseId, item: itemOf(alarm.caseId) })),
    dismiss: () => dismiss((alarm) => alarm.cause === 'emergency'),
    next,
  }
}
