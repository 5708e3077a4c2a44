'use client'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { CaseForm } from './case-form'
import { forget, keptForm } from './use-draft'

/** Brings back what an earlier page could not save; says when it was typed. */
export function useRestoredForm(
  userId: string,
  draftId: string | null,
  setForm: (form: CaseForm) => void,
): string | null {
  const router = useRouter()
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  useEffect(() => {
    const kept = keptForm(userId)
    if (kept === null) return
    if (kept.draftId !== draftId) {
      // Text of another draft belongs there; a form without a draft belongs to a new page.
      if (draftId === null && kept.draftId !== null) router.replace(`/cases/new?draft=${kept.draftId}` as Route)
      return
    }
    forget(userId)
    setForm(kept.form)
    setRestoredAt(kept.keptAt)
  }, [userId, draftId, setForm, router])
  return restoredAt
}
