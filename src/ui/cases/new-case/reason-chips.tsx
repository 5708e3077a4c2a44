'use client'
import { useTranslations } from 'next-intl'
import { REASONS, type Reason } from '@/cases/values'
import type { CaseForm, SetForm } from './case-form'
import { Choices } from './choices'
import { reasonsOf } from './clinical-input'

/** Why the ECG was made. What the taps above say is chosen already and is changed there. */
export function ReasonChips({
  form,
  set,
  error,
}: {
  readonly form: CaseForm
  readonly set: SetForm
  readonly error: string | undefined
}) {
  const t = useTranslations('newCase.card')
  const reason = useTranslations('clinical.reason')
  const all = reasonsOf(form)
  const isTapped = (value: Reason) => all.includes(value) && !form.reasons.includes(value)
  return (
    <Choices
      label={t('reasons')}
      options={REASONS.map((value) => ({
        value,
        label: reason(value),
        isHot: value === 'cardiac_arrest',
        isLocked: isTapped(value),
      }))}
      chosen={all}
      onChange={(values) => set({ reasons: values.filter((value) => !isTapped(value)) })}
      error={error}
    />
  )
}
