'use client'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { CaseStateResult } from '@/cases/api/views'
import { type ApiFailure, apiPost, newKey } from '../../api/client'

/** Posts one verb of a case: one key for one intent, no second press while it runs, the failure kept to be shown. */
export function useCaseVerb(caseId: string, onDone: () => void) {
  const key = useRef<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const post = async (verb: string, body: unknown): Promise<z.infer<typeof CaseStateResult> | null> => {
    if (isBusy) return null
    setBusy(true)
    setFailure(null)
    key.current ??= newKey()
    const result = await apiPost<z.infer<typeof CaseStateResult>>(`cases/${caseId}/${verb}`, body, { key: key.current })
    // Without an answer the key stays: pressing again is the same intent.
    if (result.ok || result.problem !== null) key.current = null
    setBusy(false)
    // Whatever happened, the page shows where the case stands now.
    onDone()
    if (result.ok) return result.data
    setFailure(result)
    return null
  }
  return { post, isBusy, failure, clear: () => setFailure(null) }
}
