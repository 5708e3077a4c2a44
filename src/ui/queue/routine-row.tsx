'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { CLASS_TONE } from '../cases/words'
import { classNames } from '../kit/class-names'
import { Clock } from '../kit/clock'
import { Mark } from '../kit/mark'
import { TONE_CLASS } from '../kit/tone'
import { EcgKind } from './ecg-kind'
import { runningTarget } from './queue-model'
import type { RowProps } from './queue-row'
import { ReasonChips } from './reason-chips'
import { RowAction } from './row-action'
import { usePersonLine } from './use-person-line'
import { useReasonText } from './use-reason-text'

/** One ROUTINE case on one line; on a phone on three. */
export const RoutineRow = memo(function RoutineRow({ row, isSelected, isClaiming, actions, onSelect }: RowProps) {
  const { item, isGone } = row
  const t = useTranslations('queue.row')
  const tClass = useTranslations('common.class')
  const { who, name } = usePersonLine()
  const reasonText = useReasonText()
  const tone = CLASS_TONE[item.class]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click anywhere selects the row; j, k, Enter and the row's buttons do the same by keyboard
    <li
      data-case-id={item.caseId}
      aria-current={isSelected || undefined}
      onClick={() => onSelect(item.caseId)}
      className={classNames(
        TONE_CLASS[tone],
        'queue-row relative grid items-center gap-x-3 gap-y-1 border-b border-line bg-surface py-1 pr-3 pl-3 last:border-b-0 first:rounded-t-[7px] last:rounded-b-[7px]',
        'grid-cols-[auto_minmax(0,1fr)] md:min-h-[38px] md:grid-cols-[146px_44px_minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,1fr)_auto] max-md:py-3',
        isSelected && 'z-[1] outline-2 -outline-offset-1 outline-accent',
        isGone && 'opacity-50',
      )}
    >
      <span className="flex items-center gap-2">
        <Mark tone={tone} size={14} />
        <span className="sr-only">{tClass(item.class)}</span>
        <Clock since={item.submittedAt} dueAt={runningTarget(item).dueAt} size="sm" />
      </span>
      <b className="max-md:text-right">{who(item)}</b>
      <b className="truncate max-md:col-span-2">{name(item)}</b>
      <span className="truncate text-ink-2 max-md:col-span-2">{reasonText(item.reasons)}</span>
      <span className="truncate text-ink-2 max-md:col-span-2">
        {[item.facilityName, item.isDemo ? t('demo') : null].filter(Boolean).join(' · ')}
      </span>
      <span className="flex items-center justify-end gap-3 max-md:col-span-2 max-md:flex-wrap max-md:justify-start">
        <ReasonChips item={item} isCompact />
        {item.ecg !== 'waveform' && <EcgKind ecg={item.ecg} />}
        {isGone ? (
          <span className="text-12 text-ink-2">{t('gone')}</span>
        ) : (
          <RowAction item={item} isSelected={isSelected} isClaiming={isClaiming} actions={actions} isCompact />
        )}
      </span>
    </li>
  )
})
