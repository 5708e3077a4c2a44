'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { CANCEL_REASONS, type CancelReason } from '@/cases/values'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Select, Textarea } from '../../kit/field'
import type { CaseVerb } from './case-page'

/** Takes a case back, with the reason. An emergency, or a case that somebody reads, waits for their yes. */
export function CancelCase({
  view,
  verb,
  onClose,
}: {
  readonly view: CaseView
  readonly verb: CaseVerb
  readonly onClose: () => void
}) {
  const t = useTranslations('case.cancel')
  const [reason, setReason] = useState<CancelReason | null>(null)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isWaiting = view.class === 'EMERGENT' || view.claim !== null
  const send = async () => {
    setAsked(true)
    if (reason === null) return
    if (await verb.post('cancel', { reason, ...(note.trim() ? { note: note.trim() } : {}) })) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      description={isWaiting ? t('waits') : t('atOnce')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button size="lg" tone="danger" isBusy={verb.isBusy} onClick={() => void send()}>
            {isWaiting ? t('ask') : t('confirm')}
          </Button>
        </>
      }
    >
      <Field label={t('reason')} error={isAsked && reason === null ? t('missing') : undefined}>
        {(control) => (
          <Select
            {...control}
            size="lg"
            value={reason ?? ''}
            onChange={(event) => setReason(CANCEL_REASONS.find((value) => value === event.target.value) ?? null)}
          >
            <option value="">{t('choose')}</option>
            {CANCEL_REASONS.map((value) => (
              <option key={value} value={value}>
                {t(`because.${value}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('note')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {verb.failure && <FailureBanner failure={verb.failure} onRetry={() => void send()} />}
    </Dialog>
  )
}
