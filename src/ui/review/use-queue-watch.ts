'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueItem, QueueResult } from '@/cases/api/views'
import { apiGet, apiPost } from '../api/client'
import { useLiveEvents, useOnHello } from '../live/live-provider'
import { firstFree } from '../queue/queue-model'
import { type EmergencyBell, useEmergencyBell } from '../queue/use-emergency-bell'

const QUIET_GAP_MS = 3000
const TRIES = 5

export type QueueWatch = {
  readonly items: readonly QueueItem[]
  readonly bell: EmergencyBell
  readonly next: { readonly step: 'idle' | 'searching' | 'none'; readonly go: () => void }
}

/** The queue behind the reading page: rings for emergencies, and finds the case to read next. */
export function useQueueWatch(caseId: string): QueueWatch {
  const router = useRouter()
  const bell = useEmergencyBell()
  const [items, setItems] = useState<readonly QueueItem[]>([])
  const [step, setStep] = useState<'idle' | 'searching' | 'none'>('idle')
  const known = useRef<readonly QueueItem[] | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { hear } = bell

  const read = useCallback(async (): Promise<readonly QueueItem[]> => {
    const answer = await apiGet<QueueResult>('queue')
    if (!answer.ok) return []
    const others = answer.data.items.filter((item) => item.caseId !== caseId)
    hear(known.current ?? others, others)
    known.current = others
    setItems(answer.data.items)
    return others
  }, [caseId, hear])

  useEffect(() => () => clearTimeout(timer.current), [])
  useOnHello(() => void read())
  useLiveEvents((event) => {
    clearTimeout(timer.current)
    if (event.class === 'EMERGENT' && event.caseId !== caseId) void read()
    else timer.current = setTimeout(() => void read(), QUIET_GAP_MS)
  })

  const go = useCallback(async () => {
    setStep('searching')
    const tried = new Set([caseId])
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const item = firstFree(await read(), tried)
      if (item === null) break
      tried.add(item.caseId)
      const answer = await apiPost(`cases/${item.caseId}/claim`, {})
      if (answer.ok) return router.push(`/review/${item.caseId}`)
    }
    setStep('none')
  }, [caseId, read, router])

  return { items, bell, next: { step, go: useCallback(() => void go(), [go]) } }
}
