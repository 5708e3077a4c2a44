'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { RuleSettingsResult } from '@/cases/api/assessment-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Input } from '../kit/field'

/** Switching a rule asks for the reason; it is kept with the name of who did it. */
export function RuleDialog({
  ruleId,
  name,
  isOn,
  onClose,
  onDone,
}: {
  readonly ruleId: string
  readonly name: string
  readonly isOn: boolean
  readonly onClose: () => void
  readonly onDone: (settings: RuleSettingsResult) => void
}) {
  const t = useTranslations('analysis.rules')
  const [reason, setReason] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const action = t(isOn ? 'switchOff' : 'switchOn')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setIsBusy(true)
    const answer = await apiPost<RuleSettingsResult>('rules', { ruleId, isOn: !isOn, reason })
    setIsBusy(false)
    if (answer.ok) onDone(answer.data)
    else setFailure(answer)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('confirmTitle', { action, rule: name })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form="switch-rule" tone="primary" isBusy={isBusy} disabled={reason.trim() === ''}>
            {action}
          </Button>
        </>
      }
    >
      <form id="switch-rule" onSubmit={(event) => void send(event)}>
        <Field label={t('reason')}>
          {(control) => (
            <Input {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </form>
      {failure && <FailureBanner failure={failure} />}
    </Dialog>
  )
}
