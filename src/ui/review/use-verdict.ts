'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { CaseStateResult } from '@/cases/api/views'
import { UNDO_MS } from '@/cases/deadlines'
import type { Problem } from '@/cases/failure'
import type { Verdict } from '@/cases/values'
import { apiPost } from '../api/client'

export type VerdictFlow =
  | { readonly step: 'ready' }
  | { readonly step: 'sending'; readonly verdict: Verdict }
  | { readonly step: 'failed'; readonly verdict: Verdict; readonly problem: Problem | null }
  | { readonly step: 'sent'; readonly verdict: Verdict; readonly at: string; readonly undoUntilMs: number }
  | { readonly step: 'withdrawing'; readonly verdict: Verdict; readonly at: string }
  | {
      readonly step: 'not_withdrawn'
      readonly verdict: Verdict
      readonly at: string
      readonly problem: Problem | null
    }

export type VerdictControl = {
  readonly flow: VerdictFlow
  readonly send: (verdict: Verdict) => void
  readonly retry: () => void
  readonly withdraw: () => void
  /** Back to the three keys, or to what the case itself says. */
  readonly settle: () => void
}

type Intent = {
  readonly verdict: Verdict
  readonly note: string
  readonly fence: number | null
  readonly key: string
}

/** One verdict from the key to the receipt, and ten seconds to take it back. */
export function useVerdict(
  caseId: string,
  note: string,
  /** Of the claim under which the verdict is given: an older one is refused. */
  fence: number | null,
  onChanged: () => Promise<void>,
): VerdictControl {
  const [flow, setFlow] = useState<VerdictFlow>({ step: 'ready' })
  const intent = useRef<Intent | null>(null)
  const isBusy = useRef(false)

  const post = useCallback(async () => {
    const wanted = intent.current
    if (wanted === null || isBusy.current) return
    isBusy.current = true
    setFlow({ step: 'sending', verdict: wanted.verdict })
    // The ten seconds run from the server's receipt, which is later than this: the offer ends early, never late.
    const sentAtMs = performance.now()
    const body = {
      verdict: wanted.verdict,
      ...(wanted.note === '' ? {} : { note: wanted.note }),
      ...(wanted.fence === null ? {} : { fence: wanted.fence }),
    }
    const answer = await apiPost<z.infer<typeof CaseStateResult>>(`cases/${caseId}/verdict`, body, { key: wanted.key })
    isBusy.current = false
    if (!answer.ok) {
      setFlow({ step: 'failed', verdict: wanted.verdict, problem: answer.problem })
      if (answer.problem !== null) await onChanged()
      return
    }
    const undoUntilMs = Math.max(sentAtMs, performance.now() - 2000) + UNDO_MS
    setFlow({ step: 'sent', verdict: wanted.verdict, at: answer.data.at, undoUntilMs })
    await onChanged()
  }, [caseId, onChanged])

  const send = useCallback(
    (verdict: Verdict) => {
      if (isBusy.current) return
      intent.current = { verdict, note: note.trim(), fence, key: crypto.randomUUID() }
      void post()
    },
    [note, fence, post],
  )

  const withdraw = useCallback(async () => {
    if (isBusy.current || flow.step !== 'sent') return
    isBusy.current = true
    const { verdict, at } = flow
    setFlow({ step: 'withdrawing', verdict, at })
    const answer = await apiPost(`cases/${caseId}/withdraw`, {})
    isBusy.current = false
    await onChanged()
    setFlow(answer.ok ? { step: 'ready' } : { step: 'not_withdrawn', verdict, at, problem: answer.problem })
  }, [caseId, flow, onChanged])

  useEffect(() => {
    if (flow.step !== 'sent') return
    const timer = setTimeout(() => setFlow({ step: 'ready' }), flow.undoUntilMs - performance.now())
    return () => clearTimeout(timer)
  }, [flow])

  return {
    flow,
    send,
    retry: useCallback(() => void post(), [post]),
    withdraw: useCallback(() => void withdraw(), [withdraw]),
    settle: useCallback(() => setFlow({ step: 'ready' }), []),
  }
}
