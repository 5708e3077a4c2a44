'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseView, PatientView } from '@/cases/api/views'
import { plainDate } from '@/i18n/format'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FailureBanner } from '../../kit/failure-banner'
import { Field, Textarea } from '../../kit/field'
import { useServerClock } from '../../live/now'
import { type CaseForm, EMPTY_FORM } from '../new-case/case-form'
import { Differences, differencesOf } from '../new-case/differences'
import { PatientFields } from '../new-case/patient-fields'
import { readPatient } from '../new-case/patient-input'
import type { CaseVerb } from './case-page'

/** The unknown person got a name, or a wrong one is put right; both with the reason. */
export function ChangePatient({
  view,
  verb,
  onClose,
}: {
  readonly view: CaseView
  readonly verb: CaseVerb
  readonly onClose: () => void
}) {
  const t = useTranslations('case.patient')
  const clock = useServerClock()
  const [form, setForm] = useState<CaseForm>(() => formOf(view.patient))
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [confirmedFor, setConfirmedFor] = useState('')
  const { value, problems } = readPatient(form, clock.now().toISOString().slice(0, 10))
  const differences = differencesOf(form, view.files)
  const key = JSON.stringify(differences)
  const isConfirmed = differences.length === 0 || confirmedFor === key
  const send = async () => {
    setAsked(true)
    if (value === null || reason.trim() === '' || !isConfirmed) return
    if (await verb.post('patient', { patient: value, reason: reason.trim() })) onClose()
  }
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={view.patient?.isUnknown ? t('identify') : t('correct')}
      description={t('hint')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('leave')}
          </Button>
          <Button size="lg" tone="primary" isBusy={verb.isBusy} onClick={() => void send()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <PatientFields
        form={form}
        set={(change) => setForm((before) => ({ ...before, ...change }))}
        problems={isAsked ? problems : {}}
      />
      <Differences
        differences={differences}
        isConfirmed={isConfirmed}
        onConfirm={(isNow) => setConfirmedFor(isNow ? key : '')}
        isAsked={isAsked}
      />
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

/** Numbers never come back whole, so they are typed again. */
function formOf(patient: PatientView | null): CaseForm {
  if (patient === null || patient.isUnknown) return { ...EMPTY_FORM, sex: patient?.sex ?? null }
  return {
    ...EMPTY_FORM,
    idKind: patient.passport && !patient.pinflMasked ? 'passport' : 'pinfl',
    passport: patient.passport ?? '',
    familyName: patient.familyName ?? '',
    givenName: patient.givenName ?? '',
    patronymic: patient.patronymic ?? '',
    sex: patient.sex,
    birthDate: patient.birthDate === null ? '' : plainDate(patient.birthDate),
  }
}
