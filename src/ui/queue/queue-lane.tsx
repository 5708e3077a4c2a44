'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { TARGET_MINUTES } from '@/cases/deadlines'
import { CLASS_TONE } from '../cases/words'
import { classNames } from '../kit/class-names'
import { TONE_CLASS } from '../kit/tone'
import { CLASS_KEY } from './class-key'
import type { Lane } from './queue-model'
import { QueueRow } from './queue-row'
import { RoutineRow } from './routine-row'
import type { RowActions } from './row-action'
import { useGrowingList } from './use-growing-list'
import { useTargetWords } from './use-target-words'

type Props = {
  readonly lane: Lane
  readonly selectedId: string | null
  readonly claimingId: string | null
  readonly actions: RowActions
  readonly onSelect: (caseId: string) => void
}

/** One class of the queue with its targets. EMERGENT stays in sight while the rest scrolls, and is never cut. */
export function QueueLane({ lane, selectedId, claimingId, actions, onSelect }: Props) {
  const t = useTranslations('queue')
  const tClass = useTranslations('common.class')
  const targetWords = useTargetWords()
  const id = useId()
  const isEmergent = lane.class === 'EMERGENT'
  const selectedIndex = lane.rows.findIndex(({ item }) => item.caseId === selectedId)
  const { shown, end } = useGrowingList(lane.rows.length, selectedIndex)
  const rows = isEmergent ? lane.rows : lane.rows.slice(0, shown)
  const Row = lane.class === 'ROUTINE' ? RoutineRow : QueueRow
  const waiting = lane.rows.filter(({ isGone }) => !isGone).length
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        TONE_CLASS[CLASS_TONE[lane.class]],
        isEmergent &&
          rows.length > 0 &&
          'md:sticky md:top-topbar md:z-10 md:max-h-[60vh] md:overflow-y-auto md:bg-desk md:pb-1',
      )}
    >
      <h2 id={id} className="flex min-h-6 flex-wrap items-baseline gap-x-2 px-0.5 pb-1 text-12">
        <span className="font-bold tracking-[.035em] text-tone-ink">{tClass(lane.class)}</span>
        <span className="font-regular text-ink-2">
          {t('waiting', { count: waiting })}
          <span className="max-md:hidden">
            {' · '}
            {t(`lane.${CLASS_KEY[lane.class]}`, {
              open: targetWords(TARGET_MINUTES[lane.class].open),
              answer: targetWords(TARGET_MINUTES[lane.class].answer),
            })}
          </span>
        </span>
      </h2>
      {rows.length === 0 ? (
        <LaneFrame>
          <p className="px-4 py-2.5 text-ink-2">{t(`laneEmpty.${CLASS_KEY[lane.class]}`)}</p>
        </LaneFrame>
      ) : (
        <LaneFrame isEmergent={isEmergent}>
          <ul>
            {rows.map((row) => (
              <Row
                key={row.item.caseId}
                row={row}
                isSelected={row.item.caseId === selectedId}
                isClaiming={row.item.caseId === claimingId}
                actions={actions}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </LaneFrame>
      )}
      <div ref={end} />
    </section>
  )
}

function LaneFrame({ isEmergent = false, children }: { readonly isEmergent?: boolean; readonly children: ReactNode }) {
  return (
    <div className={classNames('rounded-3 border bg-surface', isEmergent ? 'border-emergent-line' : 'border-line')}>
      {children}
    </div>
  )
}
