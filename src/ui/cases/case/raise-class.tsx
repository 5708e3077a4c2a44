'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Textarea } from '../../kit/field'
import { SegmentedControl } from '../../kit/segmented-control'
import type { CaseVerb } from './case-page'

/** The person got worse: raises the class, with the reason. A nurse never lowers it. */
export function RaiseClass({
  view,
  verb,
  onClose,
}: {
  readonly view: CaseView
  readonly verb: CaseVerb
  readonly onClose: () => void
}) {
  const t = useTranslations('case.raise')
  const words = useTranslations('common.class')
  const higher = CASE_CLASSES.slice(0, CASE_CLASSES.indexOf(view.class))
  const [itsClass, setClass] = useState<CaseClass>(higher[0] ?? 'EMERGENT')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const send = async () => {
    setAsked(true)
    if (reason.trim() === '') return
    if (await verb.post('class', { class: itsClass, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      description={t('hint')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button size="lg" tone="danger" isBusy={verb.isBusy} onClick={() => void send()}>
            {t('confirm', { class: words(itsClass) })}
          </Button>
        </>
      }
    >
      {higher.length > 1 && (
        <SegmentedControl
          label={t('to')}
          value={itsClass}
          onChange={setClass}
          segments={higher.map((value) => ({ value, label: words(value), isHot: value === 'EMERGENT' }))}
        />
      )}
      <Field label={t('reason')} error={isAsked && reason.trim() === '' ? t('missing') : undefined}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {verb.failure && <FailureBanner failure={verb.failure} onRetry={() => void send()} />}
    </Dialog>
  )
}
