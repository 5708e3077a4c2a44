'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { SubmitCaseResult } from '@/cases/api/sending-views'
import type { FileView } from '@/cases/api/views'
import { CaseForm } from './case-form'
import { NewCaseForm } from './new-case-form'
import { Receipt } from './receipt'

export type NewCaseProps = {
  readonly userId: string
  readonly phone: string | null
  readonly isEmergency: boolean
  readonly draft: {
    readonly caseId: string
    readonly form: Readonly<Record<string, unknown>>
    readonly files: readonly FileView[]
  } | null
}

/** The form, and after sending the receipt in its place. */
export function NewCasePage(props: NewCaseProps) {
  const t = useTranslations('newCase')
  useRightDraft(props.draft?.caseId ?? null)
  const [receipt, setReceipt] = useState<SubmitCaseResult | null>(null)
  const initial = CaseForm.parse({ ...props.draft?.form, ...(props.isEmergency ? { isEmergency: true } : {}) })
  const sent = (result: SubmitCaseResult) => {
    // "Back" and "reload" must never bring the form again: the address now means the case that was sent.
    window.history.replaceState(null, '', `/cases/new?draft=${result.caseId}`)
    window.scrollTo({ top: 0 })
    setReceipt(result)
  }
  if (receipt) return <Receipt receipt={receipt} phone={props.phone} />
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <NewCaseForm {...props} initial={initial} onSent={sent} />
    </>
  )
}

/**
 * Saving and sending change the address alone. The way back to it brings this page as it first was, empty: the address
 * knows better, and the server then shows the draft, or the case that it became.
 */
function useRightDraft(draftId: string | null): void {
  useEffect(() => {
    const wanted = new URLSearchParams(window.location.search).get('draft')
    if (wanted !== draftId) window.location.reload()
  }, [draftId])
}
