'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import type { ClaimNextResult } from '@/cases/api/views'
import { type ApiFailure, apiPost } from '../api/client'
import { usePreference } from '../kit/use-preference'

export type NextCase = {
  readonly step: 'idle' | 'searching' | 'none'
  readonly failure: ApiFailure | null
  readonly go: () => void
  readonly settle: () => void
}

/** "Next case": the server chooses and claims it, by class, time and quota; it opens by itself. */
export function useNextCase(onNobody?: () => void): NextCase {
  const router = useRouter()
  const [step, setStep] = useState<NextCase['step']>('idle')
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const isBusy = useRef(false)

  const go = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    setStep('searching')
    setFailure(null)
    const answer = await apiPost<ClaimNextResult>('queue/next', {})
    isBusy.current = false
    // The button stays busy until the reading page is there.
    if (answer.ok && answer.data.case !== null) return router.push(`/review/${answer.data.case.caseId}`)
    setStep(answer.ok ? 'none' : 'idle')
    if (!answer.ok) setFailure(answer)
    onNobody?.()
  }, [router, onNobody])

  return {
    step,
    failure,
    go: useCallback(() => void go(), [go]),
    settle: useCallback(() => {
      setStep('idle')
      setFailure(null)
    }, []),
  }
}

/** Reading in a row: after an answer the next case is claimed and opened by itself. Kept by this browser. */
export function useReadInARow(): readonly [boolean, (isOn: boolean) => void] {
  const [value, set] = usePreference('yurak.row', ['on', 'off'] as const, 'off')
  return [value === 'on', useCallback((isOn: boolean) => set(isOn ? 'on' : 'off'), [set])]
}
