'use client'
import { useTranslations } from 'next-intl'
import type { AssessmentView, FindingView } from '@/cases/api/assessment-views'
import type { Segment } from '@/ecg/rules/rule'
import { classNames } from '../kit/class-names'
import { metStLimitUv } from './met-st-limit'
import { type NumberCell, numberCells, type Person } from './number-cells'

type Props = {
  readonly assessment: AssessmentView
  readonly person: Person
  readonly previous: AssessmentView['measurements']
  readonly findings: readonly FindingView[]
  /** Key of the number that is shown on the trace. */
  readonly shownKey: string | null
  readonly onShow: (number: { readonly key: string; readonly segment: Segment } | null) => void
}

/** Our own numbers with limits and change; a number that is chosen shows on the trace where it was measured. */
export function NumbersStrip({ assessment, person, previous, findings, shownKey, onShow }: Props) {
  const t = useTranslations('analysis.numbers')
  const { measurements } = assessment
  if (!measurements)
    return (
      <section aria-label={t('title')} className="rounded-3 border border-line bg-surface px-3 py-2">
        <p className="font-medium">{t('none')}</p>
        <p className="text-12 text-ink-3">{t('noneText')}</p>
      </section>
    )
  const { cells, childAge } = numberCells(assessment, person, previous, metStLimitUv(findings, assessment.stExtreme))
  const notes = [
    t('note'),
    measurements.isQtcUnreliable && t('qtcUnreliable'),
    measurements.qtcBazettMs !== null &&
      t('otherQtc', {
        bazett: whole(measurements.qtcBazettMs),
        framingham: whole(measurements.qtcFraminghamMs),
        hodges: whole(measurements.qtcHodgesMs),
      }),
    childAge !== null && t('childLimits', { age: childAge }),
  ].filter((note) => note !== false)
  return (
    <section aria-label={t('title')} className="overflow-hidden rounded-3 border border-line bg-surface">
      <div className="grid grid-cols-4 md:grid-cols-8">
        {cells.map((cell) => (
          <Cell
            key={cell.key}
            cell={cell}
            isShown={cell.key === shownKey}
            onShow={() => {
              const { key, segment } = cell
              onShow(segment === null || key === shownKey ? null : { key, segment })
            }}
          />
        ))}
      </div>
      <p className="border-t border-line px-3 py-1 text-11 text-ink-3">
        {t('title')}. {notes.join(' ')}
      </p>
    </section>
  )
}

function Cell({
  cell,
  isShown,
  onShow,
}: {
  readonly cell: NumberCell
  readonly isShown: boolean
  readonly onShow: () => void
}) {
  const t = useTranslations('analysis.numbers')
  const { value, unit, limit, judgement, change, segment } = cell
  const isOutside = judgement === 'low' || judgement === 'high'
  const name = cell.key === 'st' ? (cell.lead ? t('st', { lead: cell.lead }) : t('stNone')) : t(cell.key)
  const content = (
    <>
      <span className="flex justify-between gap-x-1 text-11 leading-tight text-ink-3 max-md:min-h-[2lh] max-md:flex-col">
        <span className="whitespace-nowrap">{name}</span>
        <span className="whitespace-nowrap">{limit}</span>
      </span>
      <span className="flex items-baseline justify-between gap-1 whitespace-nowrap">
        {value === null ? (
          <span className="text-12 text-ink-3">{t('unmeasured')}</span>
        ) : (
          <span>
            <b className="text-16 leading-tight tracking-[-.012em]">{value}</b>
            <span className="ml-0.5 text-11 font-regular text-ink-3">{unit}</span>
            {isOutside && <span className="sr-only"> {t(judgement === 'high' ? 'above' : 'below')}</span>}
          </span>
        )}
        {change && (
          <span className="text-11 text-ink-3">
            <span className="sr-only">{t('since')} </span>
            {change}
          </span>
        )}
      </span>
    </>
  )
  const look = classNames(
    'grid min-w-0 gap-0 border-line px-2.5 py-1.5 text-left max-md:px-1.5 max-md:nth-[n+5]:border-t not-first:border-l max-md:nth-[4n+1]:border-l-0',
    isOutside && 'bg-emergent-soft text-emergent-ink',
    isShown && 'shadow-[inset_0_-3px_0_var(--caliper)]',
  )
  if (segment === null || value === null) return <div className={look}>{content}</div>
  return (
    <button
      type="button"
      aria-pressed={isShown}
      onClick={onShow}
      className={classNames(look, 'cursor-pointer hover:bg-surface-3')}
    >
      {content}
    </button>
  )
}

function whole(value: number | null): string {
  return value === null ? '–' : String(Math.round(value))
}
