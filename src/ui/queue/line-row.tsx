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
import { isAlarming, type RowProps, rowAttributes } from './queue-row'
import { ReasonChips } from './reason-chips'
import { RowAction } from './row-action'
import { RowMenu } from './row-menu'
import { useClassReasons } from './use-class-reason'
import { usePersonLine } from './use-person-line'
import { useReasonText } from './use-reason-text'

/** One case on one line, on a phone on three: ROUTINE always, the others where rows are many or asked to be small. */
export const LineRow = memo(function LineRow(props: RowProps) {
  const { row, isSelected, isClaiming, actions } = props
  const { item, isGone } = row
  const t = useTranslations('queue.row')
  const tClass = useTranslations('common.class')
  const { who, name } = usePersonLine()
  const reasonText = useReasonText()
  const [classReason] = useClassReasons()(item.classReasons.filter((reason) => reason.class === item.class))
  const tone = CLASS_TONE[item.class]
  const isRoutine = item.class === 'ROUTINE'
  return (
    <li
      {...rowAttributes(props)}
      className={classNames(
        TONE_CLASS[tone],
        'queue-row relative grid items-center gap-x-3 gap-y-1 border-b py-1 pr-2 pl-4 last:border-b-0 first:rounded-t-[7px] last:rounded-b-[7px]',
        'grid-cols-[auto_minmax(0,1fr)] md:min-h-[38px] md:grid-cols-[150px_44px_minmax(0,1.1fr)_minmax(0,1.2fr)_minmax(0,1fr)_auto] xl:grid-cols-[150px_44px_minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,.8fr)_364px] max-md:py-3',
        !isRoutine &&
          'before:absolute before:inset-y-0 before:left-0 before:w-[5px] before:bg-tone first:before:rounded-tl-[7px] last:before:rounded-bl-[7px]',
        item.class === 'EMERGENT' ? 'border-emergent-line' : 'border-line',
        isAlarming(row) ? 'bg-emergent-soft' : 'bg-surface',
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
      <span className="truncate text-ink-2 max-md:col-span-2">
        {!isRoutine && classReason && <b className="text-tone-ink">{classReason.text} </b>}
        {reasonText(item.reasons)}
      </span>
      <span className="truncate text-ink-2 max-md:col-span-2">
        {[item.facilityName, item.isDemo ? t('demo') : null].filter(Boolean).join(' · ')}
      </span>
      <span className="flex items-center justify-end gap-2 max-md:col-span-2 max-md:flex-wrap max-md:justify-start">
        <ReasonChips item={item} isCompact />
        {item.ecg !== 'waveform' && <EcgKind ecg={item.ecg} />}
        {isGone ? (
          <span className="text-12 text-ink-2">{t('gone')}</span>
        ) : (
          <>
            <RowAction item={item} isSelected={isSelected} isClaiming={isClaiming} actions={actions} isCompact />
            <RowMenu item={item} actions={actions} />
          </>
        )}
      </span>
    </li>
  )
})
