'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { blockerText, templateOf } from '@/cases/report/protocol'
import { type ApiFailure, apiPost } from '../api/client'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Input } from '../kit/field'
import { ConfirmPassword } from './report/confirm-password'

/** A colleague asks for what the protocol forbids: a second cardiologist agrees or refuses, with a reason. */
export function OverrideBanner({
  view,
  onChanged,
}: {
  readonly view: CaseView
  readonly onChanged: () => Promise<void>
}) {
  const t = useTranslations('report.override')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<boolean | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const asked = view.can.includes('answerOverride') ? view.overrides.find((one) => one.isAgreed === null) : undefined
  if (!asked) return null
  const answer = async (isAgreed: boolean) => {
    if (reason.trim() === '') return
    setSaid(isAgreed)
    const body = { overrideId: asked.overrideId, isAgreed, reason }
    const result = await apiPost(`cases/${view.caseId}/override/answer`, body)
    setFailure(result.ok ? null : result)
    await onChanged()
  }
  const what = templateOf(asked.templateId)?.en ?? asked.templateId
  return (
    <Banner tone="emergent" isAlert title={t('askedTitle', { name: asked.askedBy.name, what })}>
      <p className="font-medium">{asked.blockers.map(blockerText).join('; ')}</p>
      <p>{t('askedReason', { reason: asked.reason })}</p>
      <div className="mt-2 grid gap-2">
        <Field label={t('yourReason')}>
          {(control) => (
            <Input {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <span className="flex flex-wrap gap-2">
          <Button disabled={reason.trim() === ''} onClick={() => void answer(false)}>
            {t('refuse')}
          </Button>
          <Button tone="danger" disabled={reason.trim() === ''} onClick={() => void answer(true)}>
            {t('agree')}
          </Button>
        </span>
        {failure?.problem?.code === 'confirm_password' && said !== null && (
          <ConfirmPassword onConfirmed={() => void answer(said)} />
        )}
        {failure && failure.problem?.code !== 'confirm_password' && <FailureBanner failure={failure} />}
      </div>
    </Banner>
  )
}
