'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView } from '@/cases/api/views'
import { CASE_CLASSES, type CaseClass } from '@/cases/values'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { FailureBanner } from '../kit/failure-banner'
import { Field, Textarea } from '../kit/field'
import { SegmentedControl } from '../kit/segmented-control'

type Props = {
  readonly view: CaseView
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

/** Raises or lowers the class, with a reason that stays with the case. */
export function ClassDialog({ view, isOpen, onClose, onChanged }: Props) {
  const t = useTranslations('review.class')
  const tClass = useTranslations('common.class')
  const [chosen, setChosen] = useState<CaseClass | null>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const choices = classesFor(view)
  const wanted = chosen ?? (choices.length === 1 ? (choices[0] ?? null) : null)

  const save = async () => {
    if (wanted === null || reason.trim() === '') return setIsMissing(true)
    setIsBusy(true)
    const answer = await apiPost(`cases/${view.caseId}/class`, { class: wanted, reason: reason.trim() })
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    setReason('')
    setChosen(null)
    setIsMissing(false)
    setFailure(null)
    onClose()
    await onChanged()
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      description={t('now', { class: tClass(view.class) })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button tone="primary" isBusy={isBusy} onClick={() => void save()}>
            {isBusy ? t('saving') : t('save')}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label={t('to')}
        value={wanted}
        onChange={setChosen}
        segments={choices.map((value) => ({ value, label: tClass(value), isHot: value === 'EMERGENT' }))}
      />
      {isMissing && wanted === null && <p className="text-12 text-emergent-ink">{t('needsClass')}</p>}
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        error={isMissing && reason.trim() === '' ? t('needsReason') : undefined}
      >
        {(control) => (
          <Textarea {...control} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {failure && <FailureBanner failure={failure} />}
    </Dialog>
  )
}

function classesFor(view: CaseView): CaseClass[] {
  const at = CASE_CLASSES.indexOf(view.class)
  return CASE_CLASSES.filter((_, index) =>
    index < at ? view.can.includes('raiseClass') : index > at && view.can.includes('lowerClass'),
  )
}
