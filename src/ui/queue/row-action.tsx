'use client'

import { useTranslations } from 'next-intl'
import type { QueueItem } from '@/cases/api/views'
import { Avatar } from '../kit/avatar'
import { Button } from '../kit/button'
import { Kbd } from '../kit/kbd'
import { TimeSince } from './ticking'

export type RowActions = {
  /** False for the coordinator, who looks only. */
  readonly canClaim: boolean
  /** The coordinator gives cases to readers. */
  readonly canAssign: boolean
  readonly claimAndOpen: (item: QueueItem) => void
  readonly claim: (item: QueueItem) => void
  readonly open: (item: QueueItem) => void
  readonly why: (item: QueueItem) => void
  readonly handOver: (item: QueueItem) => void
}

type Props = {
  readonly item: QueueItem
  readonly isSelected: boolean
  readonly isClaiming: boolean
  readonly actions: RowActions
  readonly isCompact?: boolean
}

/** Who reads the case, or the button that takes it. */
export function RowAction({ item, isSelected, isClaiming, actions, isCompact = false }: Props) {
  const t = useTranslations('queue.action')
  if (item.reader?.isMine)
    return (
      <Button size={isCompact ? 'sm' : 'md'} tone="primary" onClick={() => actions.open(item)}>
        {t('continue')} {isSelected && <Kbd>↵</Kbd>}
      </Button>
    )
  if (item.reader !== null)
    return <Reader reader={item.reader} onOpen={() => actions.open(item)} isCompact={isCompact} />
  if (!actions.canClaim)
    return (
      <Button size={isCompact ? 'sm' : 'md'} onClick={() => actions.open(item)}>
        {t('open')}
      </Button>
    )
  const isMain = isSelected || item.class === 'EMERGENT'
  return (
    <Button
      size={isCompact ? 'sm' : 'md'}
      tone={isMain && !isCompact ? 'primary' : 'plain'}
      isBusy={isClaiming}
      className={
        isCompact ? 'whitespace-nowrap max-md:min-h-tap' : 'px-1.5! whitespace-nowrap max-md:min-h-tap md:min-h-10'
      }
      onClick={() => actions.claimAndOpen(item)}
    >
      {isClaiming ? t('claiming') : t('claimAndOpen')}
      {isSelected && !isClaiming && <Kbd>↵</Kbd>}
    </Button>
  )
}

type ReaderProps = {
  readonly reader: NonNullable<QueueItem['reader']>
  readonly onOpen: () => void
  readonly isCompact: boolean
}

/** The reader is the way in: the case opens for looking. */
function Reader({ reader, onOpen, isCompact }: ReaderProps) {
  const t = useTranslations('queue')
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-8 min-w-0 items-center gap-2 rounded-2 px-1.5 text-left text-12 leading-tight hover:bg-surface-3 max-md:min-h-tap"
    >
      {!isCompact && <Avatar name={reader.name} isStrong />}
      <span className="min-w-0 flex-1">
        <b className={isCompact ? 'mr-1.5' : 'block'}>{reader.name}</b>
        <span className="text-ink-2">{t.rich('row.reading', { time: () => <TimeSince at={reader.claimedAt} /> })}</span>
        <span className="sr-only">, {t('action.open')}</span>
      </span>
    </button>
  )
}
