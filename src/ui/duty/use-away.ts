'use client'

import { useCallback, useState } from 'react'
import type { DutyResult } from '@/cases/api/duty-views'
import { apiPost } from '../api/client'
import { useFailureText } from '../api/use-failure-text'
import { useToast } from '../kit/toast'
import { useDuty, useOwnDuty } from './duty-provider'

type Away = {
  /** Null until it is known, and for who is no reader. */
  readonly isAway: boolean | null
  readonly isBusy: boolean
  readonly toggle: () => void
}

/** "I'm away", "I'm back": nobody counts on who is away, though the page stays open. */
export function useAway(): Away {
  const own = useOwnDuty()
  const { take } = useDuty()
  const toast = useToast()
  const failureText = useFailureText()
  const [isBusy, setIsBusy] = useState(false)
  const isAway = own?.isAway ?? null
  const toggle = useCallback(async () => {
    setIsBusy(true)
    const answer = await apiPost<DutyResult>('duty/away', { isAway: isAway !== true })
    setIsBusy(false)
    if (answer.ok) take(answer.data)
    else toast(failureText(answer))
  }, [isAway, take, toast, failureText])
  return { isAway, isBusy, toggle: () => void toggle() }
}
