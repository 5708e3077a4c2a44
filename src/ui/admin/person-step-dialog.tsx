'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { LinkResult, PersonView } from '@/cases/api/admin-views'
import { type ApiFailure, apiPost } from '../api/client'
import { Button } from '../kit/button'
import { Dialog } from '../kit/dialog'
import { useToast } from '../kit/toast'
import { type MadeLink, PersonFailure } from './person-dialog'

/** The two steps that end a person's access say what they end before they do it. */
export function PersonStepDialog({
  step,
  person,
  onClose,
  onDone,
  onLink,
}: {
  readonly step: 'reset' | 'deactivate'
  readonly person: PersonView
  readonly onClose: () => void
  readonly onDone: () => void
  readonly onLink: (link: MadeLink) => void
}) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const { name, userId } = person

  const go = async () => {
    setIsBusy(true)
    setFailure(null)
    const answer =
      step === 'reset'
        ? await apiPost<LinkResult>(`people/${userId}/reset`, {})
        : await apiPost<PersonView>(`people/${userId}`, { isActive: false })
    setIsBusy(false)
    if (!answer.ok) return setFailure(answer)
    if ('link' in answer.data) return onLink({ name, ...answer.data })
    toast(t('deactivated', { name }))
    onDone()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`${step}Title`, { name })}
      description={t(`${step}Text`)}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button tone={step === 'reset' ? 'primary' : 'danger'} isBusy={isBusy} onClick={() => void go()}>
            {step === 'reset' ? t('resetSubmit') : t('deactivate')}
          </Button>
        </>
      }
    >
      {failure && <PersonFailure failure={failure} hasFieldFaults={false} />}
    </Dialog>
  )
}
