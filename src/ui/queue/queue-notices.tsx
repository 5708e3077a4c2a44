'use client'

import { useTranslations } from 'next-intl'
import { EmptyDuty } from '../duty/empty-duty'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { FailureBanner } from '../kit/failure-banner'
import type { BoardFilter } from './use-board-filter'
import type { NextCase } from './use-next-case'

type Props = {
  readonly isReadFailing: boolean
  readonly onRetry: () => void
  readonly notice: string | null
  readonly onDismiss: () => void
  readonly next: NextCase | null
}

/** What went wrong, and what a press came to, above the lanes. */
export function QueueNotices({ isReadFailing, onRetry, notice, onDismiss, next }: Props) {
  const t = useTranslations('queue')
  const text = notice ?? (next?.step === 'none' ? t('next.nobody') : null)
  const close = () => {
    onDismiss()
    next?.settle()
  }
  return (
    <>
      <EmptyDuty />
      {text !== null && (
        <Banner
          tone="quality"
          isAlert
          actions={
            <Button size="sm" onClick={close}>
              {t('notice.dismiss')}
            </Button>
          }
        >
          {text}
        </Banner>
      )}
      {next?.failure && <FailureBanner failure={next.failure} onRetry={next.go} />}
      {isReadFailing && (
        <Banner
          tone="urgent"
          actions={
            <Button size="sm" onClick={onRetry}>
              {t('notice.retry')}
            </Button>
          }
        >
          {t('notice.readFailing')}
        </Banner>
      )}
    </>
  )
}

/** A filter is never forgotten: how much it hides stands above the lanes, with the way out. */
export function FilterLine({ board, onClear }: { readonly board: BoardFilter; readonly onClear: () => void }) {
  const t = useTranslations('queue.filter')
  if (!board.isOn) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2 border border-accent-line bg-accent-soft px-3 py-1.5"
    >
      <span className="min-w-0 flex-1 basis-56">{t('hidden', { count: board.hiddenCount })}</span>
      <Button size="sm" onClick={onClear}>
        {t('showAll')}
      </Button>
    </div>
  )
}
