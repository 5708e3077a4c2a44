'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import type { QueueItem } from '@/cases/api/views'
import { useAlarmTitle, useRinging } from '../live/use-alarm'
import { newEmergencies } from './queue-model'
import { usePersonLine } from './use-person-line'

type Bell = { readonly waiting: readonly QueueItem[]; readonly isSilent: boolean }

export type EmergencyBell = {
  /** Emergencies that came while the page was open and that nobody has taken yet. */
  readonly waiting: readonly QueueItem[]
  readonly hear: (before: readonly QueueItem[], after: readonly QueueItem[]) => void
  readonly dismiss: () => void
}

/** Rings for each new EMERGENT case until somebody takes it, or the person here gives a sign. */
export function useEmergencyBell(): EmergencyBell {
  const t = useTranslations('queue.alarm')
  const { who } = usePersonLine()
  const [{ waiting, isSilent }, setBell] = useState<Bell>({ waiting: [], isSilent: true })

  const hear = useCallback((before: readonly QueueItem[], after: readonly QueueItem[]) => {
    const added = newEmergencies(new Set(before.map(({ caseId }) => caseId)), after)
    const isFree = (caseId: string) => after.some((item) => item.caseId === caseId && item.reader === null)
    setBell((bell) => {
      const left = bell.waiting.filter(({ caseId }) => isFree(caseId))
      if (added.length > 0) return { waiting: [...added, ...left], isSilent: false }
      return left.length === bell.waiting.length ? bell : { ...bell, waiting: left }
    })
  }, [])
  const dismiss = useCallback(() => setBell({ waiting: [], isSilent: true }), [])

  const isRinging = waiting.length > 0 && !isSilent
  useEffect(() => {
    if (!isRinging) return
    const silence = () => setBell((bell) => ({ ...bell, isSilent: true }))
    document.addEventListener('pointerdown', silence)
    document.addEventListener('keydown', silence)
    return () => {
      document.removeEventListener('pointerdown', silence)
      document.removeEventListener('keydown', silence)
    }
  }, [isRinging])
  useRinging(isRinging, 'emergency')
  const [first] = waiting
  useAlarmTitle(isRinging && first ? t('title', { count: waiting.length, who: who(first) }) : null)

  return { waiting, hear, dismiss }
}
