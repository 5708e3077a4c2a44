'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { CLASS_TONE } from '../cases/words'
import { classNames } from '../kit/class-names'
import { Tag } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'
import { ComplaintLine } from './complaint-line'
import { EcgCell } from './ecg-cell'
import type { BoardRow } from './queue-model'
import { ReasonChips } from './reason-chips'
import { RowAction, type RowActions } from './row-action'
import { RowMenu } from './row-menu'
import { TargetClock } from './target-clock'
import { usePersonLine } from './use-person-line'
import { VitalsLine } from './vitals-line'

export type RowProps = {
  readonly row: BoardRow
  /** Place in the whole list and its length: of a long list only what is near the window is drawn. */
  readonly index: number
  readonly setSize: number
  readonly measure?: (element: HTMLElement | null) => void
  readonly isSelected: boolean
  readonly isClaiming: boolean
  readonly actions: RowActions
  readonly onSelect: (caseId: string) => void
}

const GRID =
  'grid items-center gap-x-4 gap-y-2 grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[140px_minmax(0,1fr)_174px] lg:grid-cols-[140px_minmax(0,1fr)_190px_152px_174px]'

/** One EMERGENT or URGENT case: clock, person, why, trace, and who has it or what to press. */
export const QueueRow = memo(function QueueRow(props: RowProps) {
  const { row, isSelected, isClaiming, actions } = props
  const { item, isGone } = row
  const t = useTranslations('queue.row')
  const tClass = useTranslations('common.class')
  const { who, name } = usePersonLine()
  const tone = CLASS_TONE[item.class]
  return (
    <li
      {...rowAttributes(props)}
      className={classNames(
        TONE_CLASS[tone],
        GRID,
        'queue-row relative border-b py-2.5 pr-2 pl-[18px] last:border-b-0 first:rounded-t-[7px] last:rounded-b-[7px]',
        'before:absolute before:inset-y-0 before:left-0 before:w-[5px] before:bg-tone first:before:rounded-tl-[7px] last:before:rounded-bl-[7px]',
        item.class === 'EMERGENT' ? 'border-emergent-line' : 'border-line',
        isAlarming(row) ? 'bg-emergent-soft' : 'bg-surface',
        isSelected && 'z-[1] outline-2 -outline-offset-1 outline-accent',
        isGone && 'opacity-50',
      )}
    >
      <div className="grid gap-1.5 self-start md:self-center">
        <Tag tone={tone}>{tClass(item.class)}</Tag>
        <TargetClock item={item} size={item.class === 'EMERGENT' ? 'lg' : 'md'} />
      </div>
      <div className="max-lg:max-md:justify-self-end lg:order-3 md:max-lg:hidden">
        <EcgCell item={item} />
      </div>
      <div className="grid min-w-0 gap-px max-md:col-span-2 lg:order-1">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-14">
          <b className="whitespace-nowrap">{who(item)}</b>
          <b className="min-w-0 max-md:break-words md:truncate">{name(item)}</b>
          <span className="hidden whitespace-nowrap text-11 text-ink-3 lg:inline">
            {item.pinflMasked ? t('pinfl', { masked: item.pinflMasked }) : item.number}
          </span>
        </p>
        <ComplaintLine item={item} />
        <VitalsLine item={item} />
        <p className="truncate text-12 text-ink-3">
          {[item.facilityName, item.isDemo ? t('demo') : null].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="flex min-w-0 flex-wrap gap-1 max-md:col-span-2 md:max-lg:col-span-2 md:max-lg:col-start-2 md:max-lg:row-start-2 lg:order-2">
        <ReasonChips item={item} />
      </div>
      <div className="grid gap-1.5 max-md:col-span-2 md:max-lg:col-start-3 md:max-lg:row-start-1 lg:order-4">
        {isGone ? (
          <span className="text-12 text-ink-2">{t('gone')}</span>
        ) : (
          <div className="flex items-center gap-1">
            <div className="min-w-0 flex-1 *:w-full">
              <RowAction item={item} isSelected={isSelected} isClaiming={isClaiming} actions={actions} />
            </div>
            <RowMenu item={item} actions={actions} />
          </div>
        )}
      </div>
    </li>
  )
})

/** An emergency that nobody reads is the only row with a tint: once somebody reads it, it goes quiet. */
export function isAlarming({ item, isGone }: BoardRow): boolean {
  return item.class === 'EMERGENT' && item.reader === null && !isGone
}

/** What every row says of itself. A click anywhere selects it; j, k, Enter and its buttons do the same by keyboard. */
export function rowAttributes({ row, index, setSize, measure, isSelected, onSelect }: RowProps) {
  return {
    ref: measure,
    'data-index': index,
    'data-case-id': row.item.caseId,
    'aria-setsize': setSize,
    'aria-posinset': index + 1,
    'aria-current': isSelected || undefined,
    onClick: () => onSelect(row.item.caseId),
  } as const
}
