'use client'

import { useEffect, useRef, useState } from 'react'
import type { NextCase } from '../queue/use-next-case'
import { useReadInARow } from '../queue/use-next-case'
import type { VerdictFlow } from './use-verdict'

export type RowReading = {
  /** The next case follows by itself when the verdict can no longer be taken back. */
  readonly isComing: boolean
  readonly stay: () => void
}

/**
 * Reading in a row: after a verdict the next case is claimed and opened by itself, but not before the ten seconds in
 * which the verdict can be taken back are over, and never while a report is being written.
 */
export function useRowReading(flow: VerdictFlow, isWriting: boolean, next: NextCase): RowReading {
  const [isOn] = useReadInARow()
  const [isStaying, setIsStaying] = useState(false)
  const wasSent = useRef(false)
  const { step } = flow
  const { go } = next
  useEffect(() => {
    if (step === 'sending') setIsStaying(false)
    if (step === 'sent') wasSent.current = true
    if (step === 'withdrawing') wasSent.current = false
    if (step !== 'ready' || !wasSent.current) return
    wasSent.current = false
    if (isOn && !isStaying && !isWriting) go()
  }, [step, isOn, isStaying, isWriting, go])
  return { isComing: isOn && step === 'sent' && !isStaying && !isWriting, stay: () => setIsStaying(true) }
}
