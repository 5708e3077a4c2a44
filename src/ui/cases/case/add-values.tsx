'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { useServerClock } from '../../live/now'
import { CardFields } from '../new-case/card-fields'
import { type CaseForm, EMPTY_FORM } from '../new-case/case-form'
import { readClinicalChange } from '../new-case/clinical-input'
import { hotFields } from '../new-case/hot-fields'
import type { CaseVerb } from './case-page'

/** Values that came after sending: only what is filled in goes out, the rest stays as it was. */
export function AddValues({ verb, onClose }: { readonly verb: CaseVerb; readonly onClose: () => void }) {
  const t = useTranslations('case.add')
  const [form, setForm] = useState<CaseForm>(EMPTY_FORM)
  const [isAsked, setAsked] = useState(false)
  const now = useServerClock().now()
  const { value, problems } = readClinicalChange(form, now)
  const isEmpty = value !== null && Object.keys(value).length === 0
  const send = async () => {
    setAsked(true)
    if (value === null || isEmpty) return
    if (await verb.post('clinical', value)) onClose()
  }
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('valuesTitle')}
      description={t('valuesHint')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button size="lg" tone="primary" isBusy={verb.isBusy} onClick={() => void send()}>
            {t('valuesSend')}
          </Button>
        </>
      }
    >
      <CardFields
        form={form}
        set={(change) => setForm((before) => ({ ...before, ...change }))}
        problems={isAsked ? problems : {}}
        hot={hotFields(form, now)}
      />
      {isAsked && isEmpty && <p className="text-12 text-emergent-ink">{t('nothing')}</p>}
      {verb.failure && <FailureBanner failure={verb.failure} onRetry={() => void send()} />}
    </Dialog>
  )
}
