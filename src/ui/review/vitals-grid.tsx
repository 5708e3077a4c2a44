'use client'

import { useTranslations } from 'next-intl'
import type { Clinical } from '@/cases/clinical'
import { news2 } from '@/cases/news2'
import { classNames } from '../kit/class-names'
import { abnormalVitals, type Vital } from '../queue/abnormal-vitals'

type Cell = {
  readonly label: string
  readonly value: string | null
  readonly unit?: string
  readonly vital?: Vital
  readonly measurable?: NonNullable<Clinical['notMeasured']>[number]
}

/** The measured values: the four that decide first, then whatever else was sent. Red ink = raised the class. */
export function VitalsGrid({ clinical, ageYears }: { readonly clinical: Clinical; readonly ageYears: number | null }) {
  const t = useTranslations('review.vitals')
  const { main, more } = useCells(clinical)
  const abnormal = abnormalVitals(clinical, ageYears)
  const missing = (cell: Cell) =>
    cell.measurable && clinical.notMeasured?.includes(cell.measurable) ? t('notMeasured') : t('unknown')
  return (
    <dl className="grid grid-cols-4">
      {[...main, ...more].map((cell, index) => {
        const isAbnormal = cell.vital !== undefined && abnormal.has(cell.vital) && cell.value !== null
        return (
          <div
            key={cell.label}
            className={classNames(
              'min-w-0 py-1.5 pr-1 pl-3',
              index % 4 !== 0 && 'border-l border-line',
              index > 3 && 'border-t border-line',
            )}
          >
            <dt className="truncate text-11 text-ink-3">{cell.label}</dt>
            <dd className={classNames('whitespace-nowrap', isAbnormal && 'text-emergent-ink')}>
              {cell.value === null ? (
                <span className="text-12 whitespace-normal text-ink-2">{missing(cell)}</span>
              ) : (
                <>
                  <b className="text-16 tracking-[-.012em]">{cell.value}</b>
                  {cell.unit && <span className="ml-0.5 text-11 text-ink-3">{cell.unit}</span>}
                  {isAbnormal && <span className="sr-only">{t('abnormal')}</span>}
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function useCells(clinical: Clinical): { readonly main: readonly Cell[]; readonly more: readonly Cell[] } {
  const t = useTranslations('review.vitals')
  const u = useTranslations('review.unit')
  const oxygen = clinical.onOxygen === undefined ? 'spo2' : clinical.onOxygen ? 'spo2Oxygen' : 'spo2Air'
  const main: Cell[] = [
    {
      label: t('pressure'),
      value: pressureOf(clinical, t('unrecordable')),
      vital: 'pressure',
      measurable: 'systolicMmHg',
    },
    {
      label: t(oxygen),
      value: text(clinical.spo2Percent),
      unit: u('percent'),
      vital: 'spo2',
      measurable: 'spo2Percent',
    },
    {
      label: t('pulse'),
      value: text(clinical.heartRateBpm),
      unit: u('bpm'),
      vital: 'pulse',
      measurable: 'heartRateBpm',
    },
    { label: t('pain'), value: text(clinical.painNow), unit: u('ofTen'), vital: 'pain' },
  ]
  const score = news2(clinical)
  const { troponin } = clinical
  const more: Cell[] = [
    {
      label: t('breathing'),
      value: text(clinical.respiratoryRatePerMin),
      unit: u('bpm'),
      vital: 'breathing',
      measurable: 'respiratoryRatePerMin',
    },
    {
      label: t('consciousness'),
      value: clinical.consciousness ?? null,
      vital: 'consciousness',
      measurable: 'consciousness',
    },
    { label: t('temperature'), value: text(clinical.temperatureC), unit: u('celsius'), measurable: 'temperatureC' },
    {
      label: t('news2'),
      value: score.missing === 0 ? String(score.score) : score.missing === 7 ? null : `≥ ${score.score}`,
    },
    { label: t('killip'), value: text(clinical.killipClass), vital: 'killip' },
    { label: t('potassium'), value: text(clinical.potassiumMmolL), unit: u('mmolL'), vital: 'potassium' },
    { label: t('creatinine'), value: text(clinical.creatinineUmolL), unit: u('umolL') },
    {
      label: t('troponin'),
      value: text(troponin?.value),
      unit: troponin ? `${troponin.unit} (${troponin.upperLimit})` : '',
      vital: 'troponin',
    },
  ]
  // A second row is shown whole, so that "unknown" is said; the laboratory row only when something was measured.
  const hasLaboratory = more.slice(4).some(({ value }) => value !== null)
  return { main, more: hasLaboratory ? more : more.slice(0, 4) }
}

function pressureOf(clinical: Clinical, unrecordable: string): string | null {
  if (clinical.isPressureUnrecordable) return unrecordable
  if (clinical.systolicMmHg === undefined) return null
  return `${clinical.systolicMmHg}/${clinical.diastolicMmHg ?? '–'}`
}

function text(value: number | undefined): string | null {
  return value === undefined ? null : String(value)
}
