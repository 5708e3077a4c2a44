'use client'

import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { CaseStateResult } from '@/cases/api/views'
import { apiPost } from '../api/client'

const BEAT_MS = 15_000
/** Nobody touched keyboard, mouse or screen for this long: the lease is left to run out and the case goes back. */
const IDLE_MS = 120_000
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const

type Beat = { readonly leaseUntil: string | null } | 'lost'

/** Keeps a held case with a heartbeat while the page lives and the person is active. */
export function useLease(caseId: string, isHeld: boolean, onBeat: (beat: Beat) => void): void {
  const report = useRef(onBeat)
  useEffect(() => {
    report.current = onBeat
  })
  useEffect(() => {
    if (!isHeld) return
    let activeAt = performance.now()
    let isOver = false
    const onActive = () => {
      activeAt = performance.now()
    }
    const beat = async () => {
      if (performance.now() - activeAt > IDLE_MS) return
      const answer = await apiPost<z.infer<typeof CaseStateResult>>(`cases/${caseId}/heartbeat`, {})
      if (isOver) return
      if (answer.ok) report.current({ leaseUntil: answer.data.leaseUntil ?? null })
      // Without a connection nothing is known about the lease; the red bar of the line says so.
      else if (answer.problem !== null && [403, 404, 409].includes(answer.problem.status)) report.current('lost')
    }
    for (const sign of SIGNS_OF_LIFE) document.addEventListener(sign, onActive, { passive: true })
    const timer = setInterval(() => void beat(), BEAT_MS)
    return () => {
      isOver = true
      clearInterval(timer)
      for (const sign of SIGNS_OF_LIFE) document.removeEventListener(sign, onActive)
    }
  }, [caseId, isHeld])
}
