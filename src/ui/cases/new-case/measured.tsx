'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field, Input } from '../../kit/field'
import type { CaseForm, SetForm, Skippable } from './case-form'
import type { FieldProblems } from './clinical-input'
import { useProblemText } from './problem-text'

export type CardProps = {
  readonly form: CaseForm
  readonly set: SetForm
  readonly problems: FieldProblems
  /** Fields whose value raises the class: red edge. */
  readonly hot: ReadonlySet<string>
}
type NumberKey =
  | 'spo2Percent'
  | 'heartRateBpm'
  | 'respiratoryRatePerMin'
  | 'temperatureC'
  | 'weightKg'
  | 'potassiumMmolL'
  | 'creatinineUmolL'

/** A number with its unit; where it can be skipped, "not measured" beside it. */
export function Measured({
  field,
  unit,
  skip,
  hotKey,
  form,
  set,
  problems,
  hot,
  extra,
}: CardProps & {
  readonly field: NumberKey
  readonly unit: string
  readonly skip?: Skippable
  readonly hotKey?: string
  readonly extra?: ReactNode
}) {
  const t = useTranslations('clinical.field')
  const error = useProblemText()
  const isSkipped = skip !== undefined && form.notMeasured.includes(skip)
  return (
    <div className="grid content-start gap-1.5">
      <Field label={t(field)} error={isSkipped ? undefined : error(problems[field])}>
        {(control) => (
          <Input
            {...control}
            size="lg"
            inputMode="decimal"
            unit={unit}
            name={field}
            maxLength={7}
            isHot={hotKey !== undefined && hot.has(hotKey)}
            disabled={isSkipped}
            value={isSkipped ? '' : form[field]}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-x-4">
        {extra}
        {skip && <NotMeasured field={skip} form={form} set={set} />}
      </div>
    </div>
  )
}

/** Says that somebody looked and could not, which is not the same as nothing. */
export function NotMeasured({
  field,
  form,
  set,
}: {
  readonly field: Skippable
  readonly form: CaseForm
  readonly set: SetForm
}) {
  const t = useTranslations('newCase.card')
  const isOn = form.notMeasured.includes(field)
  return (
    <SmallTick
      isOn={isOn}
      onChange={(isNowOn) =>
        set({ notMeasured: isNowOn ? [...form.notMeasured, field] : form.notMeasured.filter((each) => each !== field) })
      }
    >
      {field === 'painOnsetAt' ? t('onsetUnknown') : t('notMeasured')}
    </SmallTick>
  )
}

export function SmallTick({
  isOn,
  onChange,
  children,
}: {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-2 text-12 text-ink-2 max-md:min-h-11 max-md:text-13">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 accent-accent max-md:size-5"
      />
      {children}
    </label>
  )
}
