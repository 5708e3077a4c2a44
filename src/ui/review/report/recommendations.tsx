'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { dosesOf } from '@/cases/report/doses'
import { FIBRINOLYSIS, type Param, templateOf } from '@/cases/report/protocol'
import type { ReportSetting } from '@/cases/report/report-problems'
import { stepsText } from '@/cases/report/report-text'
import type { Recommendation, ReportStructure } from '@/cases/report/structure'
import { IconButton } from '../../kit/button'
import { Field, Input, Select } from '../../kit/field'
import { DoseTable } from '../../report/dose-table'

type Props = {
  readonly structure: ReportStructure
  readonly setting: ReportSetting
  readonly onChange: (next: ReportStructure) => void
  /** What fibrinolysis asks first. */
  readonly lysis: ReactNode
}

/** The recommendations with their choices, deadlines and doses, as the person who acts will read them. */
export function Recommendations({ structure, setting, onChange, lysis }: Props) {
  const t = useTranslations('report.editor')
  const { recommendations } = structure
  const set = (at: number, change: Partial<Recommendation>) =>
    onChange({
      ...structure,
      recommendations: recommendations.map((one, index) => (index === at ? { ...one, ...change } : one)),
    })
  if (recommendations.length === 0) return null
  return (
    <ol aria-label={t('recommendations')} className="grid gap-2">
      {recommendations.map((one, at) => {
        const template = templateOf(one.templateId)
        if (!template) return null
        return (
          <li key={one.templateId} className="grid gap-2 rounded-2 border border-line p-3">
            <div className="flex items-start gap-2">
              <h3 className="min-w-0 flex-1 pt-1 font-semi">
                <span className="mr-2 text-12 font-regular text-ink-3">{template.id}</span>
                {template.en}
              </h3>
              <IconButton
                label={t('remove', { text: template.en })}
                onClick={() =>
                  onChange({ ...structure, recommendations: recommendations.filter((_, index) => index !== at) })
                }
              >
                <X size={14} aria-hidden="true" />
              </IconButton>
            </div>
            <div className="grid grid-cols-2 gap-2">
              {template.params.map((param) => (
                <ParamField
                  key={param.id}
                  param={param}
                  value={one.params[param.id] ?? ''}
                  onChange={(value) => set(at, { params: { ...one.params, [param.id]: value } })}
                />
              ))}
              <Field label={t('deadline')}>
                {(control) => (
                  <Input
                    {...control}
                    type="number"
                    min={0}
                    max={10080}
                    unit={t('minutes')}
                    value={one.deadlineMin ?? ''}
                    onChange={(event) => {
                      const minutes = event.target.valueAsNumber
                      const isRight = Number.isInteger(minutes) && minutes >= 0 && minutes <= 10_080
                      set(at, { deadlineMin: isRight ? minutes : null })
                    }}
                  />
                )}
              </Field>
            </div>
            <ul className="grid list-disc gap-0.5 pl-5 text-12">
              {stepsText(one).map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            <DoseTable doses={dosesOf(one, setting.facts.person)} />
            {one.templateId === FIBRINOLYSIS && lysis}
          </li>
        )
      })}
    </ol>
  )
}

function ParamField({
  param,
  value,
  onChange,
}: {
  readonly param: Param
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return (
    <Field label={param.label}>
      {(control) =>
        param.kind === 'choice' ? (
          <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
            {param.options.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...control}
            type={param.kind === 'number' ? 'number' : 'text'}
            maxLength={200}
            {...(param.kind === 'number' ? { unit: param.unit, min: param.low, max: param.high } : {})}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}
