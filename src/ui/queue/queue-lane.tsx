'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, type Ref, useId } from 'react'
import { TARGET_MINUTES } from '@/cases/deadlines'
import type { CaseClass } from '@/cases/values'
import { CLASS_TONE } from '../cases/words'
import { classNames } from '../kit/class-names'
import { TONE_CLASS } from '../kit/tone'
import { useIsHydrated } from '../kit/use-is-hydrated'
import { CLASS_KEY } from './class-key'
import { LineRow } from './line-row'
import type { Lane } from './queue-model'
import { QueueRow } from './queue-row'
import type { RowActions } from './row-action'
import type { Density } from './use-density'
import { useTargetWords } from './use-target-words'

export type LaneProps = {
  readonly lane: Lane
  /** How many wait in the class, those that have not been read yet included. */
  readonly total: number
  readonly isFiltered: boolean
  readonly density: Density
  readonly selectedId: string | null
  readonly claimingId: string | null
  readonly actions: RowActions
  readonly onSelect: (caseId: string) => void
}

/** With more emergencies than this all of them become lines, so that all of them stay in sight. */
const FULL_ROWS = { comfortable: 3, compact: 1 } as const
/** What the lane shows without scrolling. The server draws no more of it: drawing rows is what keeps it busy. */
const DRAWN_BY_SERVER = 14

/** The emergencies: in sight while the rest scrolls, exempt from filter and search, never cut. */
export function EmergentLane({ ref, ...props }: LaneProps & { readonly ref: Ref<HTMLElement> }) {
  const { lane, density, selectedId, claimingId, actions, onSelect } = props
  const Row = lane.rows.length > FULL_ROWS[density] ? LineRow : QueueRow
  const rows = useIsHydrated() ? lane.rows : lane.rows.slice(0, DRAWN_BY_SERVER)
  return (
    <LaneFrame
      {...props}
      ref={ref}
      className={
        lane.rows.length > 0
          ? 'md:sticky md:top-topbar md:z-10 md:max-h-[60vh] md:overflow-y-auto md:bg-desk md:pb-1'
          : ''
      }
    >
      <ul>
        {rows.map((row, index) => (
          <Row
            key={row.item.caseId}
            row={row}
            index={index}
            setSize={lane.rows.length}
            isSelected={row.item.caseId === selectedId}
            isClaiming={row.item.caseId === claimingId}
            actions={actions}
            onSelect={onSelect}
          />
        ))}
      </ul>
    </LaneFrame>
  )
}

/** Head and edge of a lane; without rows it says in words that nobody waits. */
export function LaneFrame({
  lane,
  total,
  isFiltered,
  className,
  ref,
  isReading = false,
  children,
}: Pick<LaneProps, 'lane' | 'total' | 'isFiltered'> & {
  readonly className?: string
  readonly ref?: Ref<HTMLElement>
  /** Rows of it are on their way. */
  readonly isReading?: boolean
  readonly children: ReactNode
}) {
  const t = useTranslations('queue')
  const tClass = useTranslations('common.class')
  const id = useId()
  const isEmpty = lane.rows.length === 0
  const isEmergent = lane.class === 'EMERGENT'
  return (
    <section
      ref={ref}
      aria-labelledby={id}
      data-pinned={isEmergent || undefined}
      className={classNames(TONE_CLASS[CLASS_TONE[lane.class]], className)}
    >
      <h2 id={id} className="flex min-h-6 flex-wrap items-baseline gap-x-2 px-0.5 pb-1 text-12">
        <span className="font-bold tracking-[.035em] text-tone-ink">{tClass(lane.class)}</span>
        <span className="font-regular text-ink-2">
          {isFiltered && !isEmergent
            ? t('waitingOf', { count: lane.rows.length, total })
            : t('waiting', { count: Math.max(total, lane.rows.filter(({ isGone }) => !isGone).length) })}
          <LaneTargets of={lane.class} />
        </span>
      </h2>
      <div
        className={classNames(
          'rounded-3 border bg-surface',
          isEmergent && !isEmpty ? 'border-emergent-line' : 'border-line',
        )}
      >
        {isEmpty ? (
          <p className="px-4 py-2.5 text-ink-2">
            {isReading
              ? t('reading')
              : total > 0 && !isEmergent
                ? t('laneFiltered')
                : t(`laneEmpty.${CLASS_KEY[lane.class]}`)}
          </p>
        ) : (
          children
        )}
      </div>
    </section>
  )
}

function LaneTargets({ of }: { readonly of: CaseClass }) {
  const t = useTranslations('queue.lane')
  const targetWords = useTargetWords()
  const { open, answer } = TARGET_MINUTES[of]
  return (
    <span className="max-md:hidden">
      {' · '}
      {t(CLASS_KEY[of], { open: targetWords(open), answer: targetWords(answer) })}
    </span>
  )
}
