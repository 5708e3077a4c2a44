'use client'
import { useTranslations } from 'next-intl'
import type { CaseView } from '@/cases/api/views'
import type { Clinical } from '@/cases/clinical'
import { codeText } from '@/i18n/code-text'
import { dayAndTime, shortInstant } from '@/i18n/format'
import { classNames } from '../../kit/class-names'
import { useNow } from '../../live/now'
import { abnormalVitals } from '../../queue/abnormal-vitals'
import { useReasonText } from '../../queue/use-reason-text'

/** The clinical card as it stands. What nobody sent says "unknown", what was tried says "not measured". */
export function Card({ view }: { readonly view: CaseView }) {
  const t = useTranslations('clinical')
  const value = useTranslations('clinical.value')
  const reasonText = useReasonText()
  const rows = useCardRows(view.clinical)
  const { clinical } = view
  if (clinical === null) return null
  const hot = abnormalVitals(clinical, view.patient?.ageYears ?? null)
  return (
    <div className="grid gap-3">
      <p className="text-14 font-medium">{reasonText(clinical.reasons)}</p>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {rows.map(({ key, text, isMissing, hotKey }) => (
          <div key={key}>
            <dt className="text-12 text-ink-3">{codeText(t, `field.${key}`, key)}</dt>
            <dd
              className={classNames(
                isMissing && 'text-ink-3',
                !isMissing && 'font-medium',
                hotKey && hot.has(hotKey) && 'font-semi text-emergent-ink',
              )}
            >
              {text ?? value('unknown')}
            </dd>
          </div>
        ))}
      </dl>
      {clinical.ticks && <p>{clinical.ticks.map((tick) => t(`tick.${tick}`)).join(', ')}</p>}
      {clinical.history && (
        <p>
          <span className="text-ink-3">{t('field.history')}: </span>
          {clinical.history.map((each) => t(`history.${each}`)).join(', ')}
        </p>
      )}
      {clinical.note && <p className="whitespace-pre-wrap">{clinical.note}</p>}
    </div>
  )
}

type HotKey = ReturnType<typeof abnormalVitals> extends ReadonlySet<infer K> ? K : never
type Row = { readonly key: string; readonly text: string | null; readonly isMissing: boolean; readonly hotKey?: HotKey }

function useCardRows(clinical: Clinical | null): readonly Row[] {
  const t = useTranslations('clinical')
  const value = useTranslations('clinical.value')
  const now = useNow()
  if (clinical === null) return []
  const row = (key: string, text: string | null | undefined | false, field: string, hotKey?: HotKey): Row => {
    const isSkipped = (clinical.notMeasured as readonly string[] | undefined)?.includes(field) ?? false
    return {
      key,
      text: text || (isSkipped ? value('notMeasured') : null),
      isMissing: !text,
      ...(hotKey ? { hotKey } : {}),
    }
  }
  const number = (
    unit: 'bpm' | 'percent' | 'percentOxygen' | 'celsius' | 'kg' | 'pain' | 'potassium' | 'creatinine',
    amount: number | undefined,
  ) => (amount === undefined ? null : value(unit, { value: amount }))
  const always = [
    row('painNow', clinical.painNow === 0 ? value('noPain') : number('pain', clinical.painNow), 'painNow', 'pain'),
    row('painOnsetAt', clinical.painOnsetAt && shortInstant(clinical.painOnsetAt, now), 'painOnsetAt'),
    row('pressure', pressureText(clinical, value), 'systolicMmHg', 'pressure'),
    row('heartRateBpm', number('bpm', clinical.heartRateBpm), 'heartRateBpm', 'pulse'),
    row(
      'spo2Percent',
      number(clinical.onOxygen ? 'percentOxygen' : 'percent', clinical.spo2Percent),
      'spo2Percent',
      'spo2',
    ),
    row(
      'consciousness',
      clinical.consciousness && t(`consciousness.${clinical.consciousness}`),
      'consciousness',
      'consciousness',
    ),
  ]
  const sometimes = [
    row('respiratoryRatePerMin', number('bpm', clinical.respiratoryRatePerMin), 'respiratoryRatePerMin', 'breathing'),
    row('temperatureC', number('celsius', clinical.temperatureC), 'temperatureC'),
    row('weightKg', number('kg', clinical.weightKg), 'weightKg'),
    row(
      'killipClass',
      clinical.killipClass !== undefined && codeText(t, `killip.${clinical.killipClass}`, String(clinical.killipClass)),
      'killipClass',
      'killip',
    ),
    row(
      'troponin',
      clinical.troponin &&
        value('troponin', {
          value: clinical.troponin.value,
          unit: clinical.troponin.unit,
          limit: clinical.troponin.upperLimit,
        }),
      'troponin',
      'troponin',
    ),
    row('potassiumMmolL', number('potassium', clinical.potassiumMmolL), 'potassiumMmolL', 'potassium'),
    row('creatinineUmolL', number('creatinine', clinical.creatinineUmolL), 'creatinineUmolL'),
    row('pregnant', clinical.pregnant && value('yes'), 'pregnant'),
    row('firstContactAt', clinical.firstContactAt && dayAndTime(clinical.firstContactAt), 'firstContactAt'),
  ]
  return [...always, ...sometimes.filter(({ isMissing }) => !isMissing)]
}

type ValueText = ReturnType<typeof useTranslations<'clinical.value'>>

function pressureText(clinical: Clinical, value: ValueText): string | null {
  if (clinical.isPressureUnrecordable) return value('unrecordable')
  if (clinical.systolicMmHg === undefined) return null
  if (clinical.diastolicMmHg === undefined) return value('systolicOnly', { systolic: clinical.systolicMmHg })
  return value('pressure', { systolic: clinical.systolicMmHg, diastolic: clinical.diastolicMmHg })
}
