'use client'
/**
 * Keeps a form while it is being filled in: on the server a moment after the last change, on this computer while the
 * line is down. What is kept here is removed as soon as the server has it, and never outlives the sending.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { apiPost, newKey } from '../../api/client'
import { CaseForm } from './case-form'

export type DraftState =
  | { readonly status: 'none' | 'saving' | 'local' }
  | { readonly status: 'saved'; readonly at: string }

const AFTER_MS = 1_200
const Kept = z.object({ draftId: z.string().nullable(), form: CaseForm, keptAt: z.string() })
export type Kept = z.infer<typeof Kept>

export function useDraft(input: {
  readonly userId: string
  readonly form: CaseForm
  readonly fileIds: readonly string[]
  readonly isWorthKeeping: boolean
  readonly initialId: string | null
}) {
  const [state, setState] = useState<DraftState>({ status: 'none' })
  const [savedId, setSavedId] = useState(input.initialId)
  const draftId = useRef(input.initialId)
  const isOver = useRef(false)
  const running = useRef<Promise<void>>(Promise.resolve())
  const lastSaved = useRef(JSON.stringify([input.form, input.fileIds]))
  const { userId, isWorthKeeping } = input
  const content = JSON.stringify([input.form, input.fileIds])

  const save = useCallback(
    async (json: string) => {
      if (isOver.current) return
      const [form, fileIds]: [CaseForm, string[]] = JSON.parse(json)
      setState({ status: 'saving' })
      const body = { form, fileIds, ...(draftId.current ? { draftId: draftId.current } : {}) }
      const result = await apiPost<{ draftId: string; savedAt: string }>('drafts', body, { key: newKey() })
      if (isOver.current) return
      if (!result.ok) {
        keep(userId, { draftId: draftId.current, form })
        return setState({ status: 'local' })
      }
      forget(userId)
      lastSaved.current = json
      draftId.current = result.data.draftId
      window.history.replaceState(null, '', `/cases/new?draft=${result.data.draftId}`)
      setSavedId(result.data.draftId)
      setState({ status: 'saved', at: result.data.savedAt })
    },
    [userId],
  )
  useEffect(() => {
    if (!isWorthKeeping || content === lastSaved.current || isOver.current) return
    const timer = setTimeout(() => {
      running.current = running.current.then(() => save(content))
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [content, isWorthKeeping, save])
  // A page that closes within the pause keeps its last words here.
  useEffect(() => {
    const leave = () => {
      if (isWorthKeeping && content !== lastSaved.current && !isOver.current)
        keep(userId, { draftId: draftId.current, form: input.form })
    }
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [content, isWorthKeeping, userId, input.form])

  return {
    state,
    /** The draft on the server, once there is one. */
    draftId: savedId,
    /** Ends the keeping before sending; answers the draft that the case continues. */
    settle: async (): Promise<string | null> => {
      await running.current
      return draftId.current
    },
    end: () => {
      isOver.current = true
      forget(userId)
    },
  }
}

/** What an earlier page could not save any more. */
export function keptForm(userId: string): Kept | null {
  try {
    return Kept.safeParse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

export function forget(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId))
  } catch {
    // Storage that is forbidden holds nothing.
  }
}

function keep(userId: string, { draftId, form }: { readonly draftId: string | null; readonly form: CaseForm }): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify({ draftId, form, keptAt: new Date().toISOString() }))
  } catch {
    // Storage that is full or forbidden: the page still holds the form.
  }
}

function keyOf(userId: string): string {
  return `yurak-form-${userId}`
}
