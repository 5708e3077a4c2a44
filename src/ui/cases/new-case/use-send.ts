'use client'
import { useRef, useState } from 'react'
import type { SubmitCaseInput } from '@/cases/api/inputs'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import { type ApiFailure, apiPost, newKey } from '../../api/client'

type Body = Omit<SubmitCaseInput, 'draftId'>

/**
 * Sends a case once, however often the button is pressed: one key for one intent. The key stays while nobody knows
 * whether the case arrived, and changes only after the server has plainly refused it.
 */
export function useSend(
  draft: { readonly settle: () => Promise<string | null>; readonly end: () => void },
  onSent: (result: SubmitCaseResult) => void,
) {
  const key = useRef<string | null>(null)
  const isBusy = useRef(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<(ApiFailure & { readonly draftId: string | null }) | null>(null)
  const send = async (body: Body) => {
    if (isBusy.current) return
    isBusy.current = true
    setSending(true)
    setFailure(null)
    const draftId = await draft.settle()
    key.current ??= newKey()
    const result = await apiPost<SubmitCaseResult>('cases', draftId ? { ...body, draftId } : body, { key: key.current })
    isBusy.current = false
    setSending(false)
    if (result.ok) {
      draft.end()
      onSent(result.data)
      return
    }
    if (result.problem !== null && result.problem.code !== 'idempotency_key_reused') key.current = null
    setFailure({ ...result, draftId })
  }
  return { send, isSending, failure }
}
