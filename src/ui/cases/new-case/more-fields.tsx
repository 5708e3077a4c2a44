'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CONSCIOUSNESS, HISTORY, TICKS } from '@/cases/clinical'
import { Field, Input, Select, Textarea } from '../../kit/field'
import { SegmentedControl } from '../../kit/segmented-control'
import { type CaseForm, YES_NO } from './case-form'
import { Choices } from './choices'
import { type CardProps, Measured } from './measured'
import { useProblemText } from './problem-text'
import { TimeAndDay } from './time-and-day'

const KILLIP = ['1', '2', '3', '4'] as const
const FOLDED = [
  'heartRateBpm',
  'respiratoryRatePerMin',
  'temperatureC',
  'weightKg',
  'troponinValue',
  'troponinLimit',
  'potassiumMmolL',
  'creatinineUmolL',
  'killipClass',
  'firstContactTime',
  'note',
] as const satisfies readonly (keyof CaseForm)[]

/** Everything else of the card: it may follow while the doctor looks. Opens by itself when something in it is wrong. */
export function MoreFields(props: CardProps) {
  const { form, problems } = props
  const t = useTranslations('newCase.card')
  const filled = FOLDED.filter((field) => form[field] !== '').length
  const isWrong = FOLDED.some((field) => problems[field] !== undefined)
  return (
    <details open={isWrong || undefined} className="group border-t border-line pt-1">
      <summary className="flex min-h-ctl items-center gap-1.5 rounded-2 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight size={16} aria-hidden="true" className="transition-transform group-open:rotate-90" />
        {t('more')}
        {filled > 0 && <span className="font-regular text-ink-3">{t('moreFilled', { count: filled })}</span>}
      </summary>
      <div className="grid gap-4 pt-2">
        <Numbers {...props} />
        <Laboratory {...props} />
        <Lists {...props} />
      </div>
    </details>
  )
}

function Numbers(props: CardProps) {
  const { form, set } = props
  const t = useTranslations('newCase.card')
  const fields = useTranslations('clinical.field')
  const state = useTranslations('clinical.consciousness')
  const killip = useTranslations('clinical.killip')
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Measured {...props} field="heartRateBpm" unit="/min" skip="heartRateBpm" hotKey="pulse" />
        <Measured
          {...props}
          field="respiratoryRatePerMin"
          unit="/min"
          skip="respiratoryRatePerMin"
          hotKey="breathing"
        />
        <Measured {...props} field="temperatureC" unit="°C" skip="temperatureC" />
        <Measured {...props} field="weightKg" unit="kg" skip="weightKg" />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={fields('consciousness')}>
          {(control) => (
            <Select
              {...control}
              size="lg"
              value={form.consciousness ?? ''}
              onChange={(event) =>
                set({ consciousness: CONSCIOUSNESS.find((value) => value === event.target.value) ?? null })
              }
            >
              <option value="">{t('choose')}</option>
              {CONSCIOUSNESS.map((value) => (
                <option key={value} value={value}>
                  {state(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={fields('killipClass')}>
          {(control) => (
            <Select
              {...control}
              size="lg"
              value={form.killipClass}
              onChange={(event) => set({ killipClass: event.target.value })}
            >
              <option value="">{t('choose')}</option>
              {KILLIP.map((value) => (
                <option key={value} value={value}>
                  {killip(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </>
  )
}

function Laboratory(props: CardProps) {
  const { form, set, problems } = props
  const t = useTranslations('newCase.card')
  const fields = useTranslations('clinical.field')
  const error = useProblemText()
  const troponin = [
    { field: 'troponinValue', label: fields('troponin') },
    { field: 'troponinUnit', label: t('troponinUnit') },
    { field: 'troponinLimit', label: t('troponinLimit') },
  ] as const
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        {troponin.map(({ field, label }) => (
          <Field key={field} label={label} error={error(problems[field])}>
            {(control) => (
              <Input
                {...control}
                size="lg"
                maxLength={12}
                inputMode={field === 'troponinUnit' ? 'text' : 'decimal'}
                placeholder={field === 'troponinUnit' ? 'ng/L' : undefined}
                value={form[field]}
                onChange={(event) => set({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Measured {...props} field="potassiumMmolL" unit="mmol/L" hotKey="potassium" />
        <Measured {...props} field="creatinineUmolL" unit="µmol/L" />
      </div>
    </>
  )
}

function Lists({ form, set, problems }: CardProps) {
  const t = useTranslations('newCase.card')
  const fields = useTranslations('clinical.field')
  const tick = useTranslations('clinical.tick')
  const history = useTranslations('clinical.history')
  const error = useProblemText()
  return (
    <>
      <Choices
        label={fields('ticks')}
        options={TICKS.map((value) => ({ value, label: tick(value) }))}
        chosen={form.ticks}
        onChange={(ticks) => set({ ticks })}
      />
      <Choices
        label={fields('history')}
        options={HISTORY.map((value) => ({ value, label: history(value) }))}
        chosen={form.history}
        onChange={(chosen) => set({ history: chosen })}
      />
      {form.sex !== 'male' && (
        <SegmentedControl
          label={fields('pregnant')}
          value={form.pregnant}
          onChange={(pregnant) => set({ pregnant })}
          segments={YES_NO.map((value) => ({ value, label: t(value) }))}
        />
      )}
      <TimeAndDay
        label={fields('firstContactAt')}
        time={form.firstContactTime}
        day={form.firstContactDay}
        onChange={(firstContactTime, firstContactDay) => set({ firstContactTime, firstContactDay })}
        problem={problems.firstContactTime}
      />
      <Field label={fields('note')} error={error(problems.note)}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={2000}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
