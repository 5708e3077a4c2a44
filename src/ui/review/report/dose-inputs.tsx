'use client'

import { useTranslations } from 'next-intl'
import { dosesOf } from '@/cases/report/doses'
import type { ReportSetting } from '@/cases/report/report-problems'
import type { ReportStructure } from '@/cases/report/structure'
import { Field, Input } from '../../kit/field'

type Props = {
  readonly structure: ReportStructure
  readonly setting: ReportSetting
  readonly onChange: (next: ReportStructure) => void
}

/** What the doses rest on: from the card, or as the doctor knows it. Shown only where a dose asks for it. */
export function DoseInputs({ structure, setting, onChange }: Props) {
  const t = useTranslations('report.editor')
  const { person } = setting.facts
  const isAsked = structure.recommendations
    .flatMap((one) => dosesOf(one, person))
    .some((dose) => dose.status !== 'given' || dose.formula !== null || dose.isKidneyUnknown)
  if (!isAsked) return null
  const fields = [
    ['weightKg', t('weight'), 'kg', 2, 300],
    ['creatinineUmolL', t('creatinine'), 'µmol/L', 10, 2000],
  ] as const
  return (
    <section aria-label={t('doseInputs')} className="grid grid-cols-2 gap-2">
      {fields.map(([key, label, unit, low, high]) => (
        <Field key={key} label={label} hint={structure.given[key] === null ? t('fromCard') : t('byReader')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={low}
              max={high}
              unit={unit}
              value={structure.given[key] ?? person[key] ?? ''}
              onChange={(event) => {
                const value = event.target.valueAsNumber
                const isRight = value >= low && value <= high
                onChange({ ...structure, given: { ...structure.given, [key]: isRight ? value : null } })
              }}
            />
          )}
        </Field>
      ))}
    </section>
  )
}
