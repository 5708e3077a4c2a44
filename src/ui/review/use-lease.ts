'use client'

import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { CaseStateResult, CaseView } from '@/cases/api/views'
import { PAGE_BEAT_MS } from '@/cases/deadlines'
import { apiPost } from '../api/client'

const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const

type Beat = { readonly leaseUntil: string | null } | 'lost'

/**
 * Keeps a held case: a heartbeat while the page lives, with how long ago the person last did something, and a last one
 * when the page goes. The server does the rest: without a person the lease runs out, without a page the case goes back.
 */
export function useLease(
  claim: CaseView['claim'],
  caseId: string,
  isHeld: boolean,
  onBeat: (beat: Beat) => void,
): void {
  const report = useRef(onBeat)
  useEffect(() => {
    report.current = onBeat
  })
  const fence = claim?.fence
  useEffect(() => {
    if (!isHeld) return
    let activeAt = performance.now()
    let isOver = false
    // What is on its way when the answer goes out would only be refused.
    const end = new AbortController()
    const onActive = () => {
      activeAt = performance.now()
    }
    const sign = () => ({ fence, isPage: true, idleMs: Math.round(performance.now() - activeAt) })
    const beat = async () => {
      const answer = await apiPost<z.infer<typeof CaseStateResult>>(`cases/${caseId}/heartbeat`, sign(), {
        signal: end.signal,
      })
      if (isOver) return
      if (answer.ok) report.current({ leaseUntil: answer.data.leaseUntil ?? null })
      // Without a connection nothing is known about the lease; the red bar of the line says so.
      else if (answer.problem !== null && [403, 404, 409].includes(answer.problem.status)) report.current('lost')
    }
    const onClose = () => {
      void apiPost(`cases/${caseId}/heartbeat`, { ...sign(), isClosing: true }, { keepalive: true })
    }
    // A page that comes back from the browser's cache lives again.
    const onShow = () => void beat()
    for (const name of SIGNS_OF_LIFE) document.addEventListener(name, onActive, { passive: true })
    window.addEventListener('pagehide', onClose)
    window.addEventListener('pageshow', onShow)
    void beat()
    const timer = setInterval(() => void beat(), PAGE_BEAT_MS)
    return () => {
      isOver = true
      end.abort()
      clearInterval(timer)
      window.removeEventListener('pagehide', onClose)
      window.removeEventListener('pageshow', onShow)
      for (const name of SIGNS_OF_LIFE) document.removeEventListener(name, onActive)
    }
  }, [caseId, isHeld, fence])
}
