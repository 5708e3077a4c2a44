'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { MEASURED, type Measured, ReportMeasurements } from '@/cases/report/structure'
import { Button } from '../../kit/button'
import { Field, Input } from '../../kit/field'
import { MeasurementsText } from '../../report/measurements-text'

type Props = {
  readonly measured: ReportMeasurements | null
  readonly confirmed: ReportMeasurements | null
  readonly onChange: (next: ReportMeasurements | null) => void
}

const NOTHING: ReportMeasurements = {
  heartRateBpm: null,
  prMs: null,
  qrsMs: null,
  qtMs: null,
  qtcMs: null,
  qrsAxisDeg: null,
}

/** The numbers of the report: confirmed as software measured them, or corrected by the reader. */
export function MeasurementsLine({ measured, confirmed, onChange }: Props) {
  const t = useTranslations('report.editor')
  const tName = useTranslations('report.quantity')
  const [isEditing, setIsEditing] = useState(false)
  const shown = confirmed ?? measured
  const isEdited = confirmed !== null && MEASURED.some((key) => confirmed[key] !== (measured?.[key] ?? null))
  const set = (key: Measured, text: string) => {
    const value = text.trim() === '' ? null : Number(text)
    const next = ReportMeasurements.safeParse({ ...(shown ?? NOTHING), [key]: value })
    if (next.success) onChange(next.data)
  }
  return (
    <section aria-label={t('measurements')} className="grid gap-1">
      <div className="flex items-center gap-2">
        <h3 className="text-12 font-medium text-ink-2">
          {t('measurements')}
          {confirmed !== null && `: ${t(isEdited ? 'edited' : 'confirmed')}`}
        </h3>
        <span className="ml-auto flex gap-1.5">
          {measured !== null && confirmed === null && (
            <Button size="sm" onClick={() => onChange(measured)}>
              {t('confirmNumbers')}
            </Button>
          )}
          <Button size="sm" aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {t('editNumbers')}
          </Button>
        </span>
      </div>
      {shown ? <MeasurementsText measurements={shown} /> : <p className="text-12 text-ink-2">{t('notMeasured')}</p>}
      {isEditing && (
        <div className="grid grid-cols-3 gap-2">
          {MEASURED.map((key) => (
            <Field key={key} label={tName(key)}>
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  value={shown?.[key] ?? ''}
                  onChange={(event) => set(key, event.target.value)}
                />
              )}
            </Field>
          ))}
        </div>
      )}
    </section>
  )
}
