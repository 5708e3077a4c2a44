'use client'
import { useTranslations } from 'next-intl'
import { span } from '@/i18n/format'
import { useNow } from '../live/now'
import { classNames } from './class-names'

const SIZES = { sm: 'text-13', md: 'text-16', lg: 'text-28' } as const
/** From this share of the target on the bar warns. */
const NEAR_PERCENT = 80

/**
 * Elapsed time against a target: `0:47 / 3:00` and a bar; past the target `3:12 / 3:00 +0:12`. Ticks every second in
 * place. With `stoppedAt` it stands still. Not a live region: the words beside it say what happens at the end.
 */
export function Clock({
  since,
  dueAt,
  stoppedAt = null,
  size = 'md',
  isOverrunShown = true,
  label,
  className,
}: {
  readonly since: string
  readonly dueAt: string | null
  readonly stoppedAt?: string | null
  readonly size?: 'sm' | 'md' | 'lg'
  /** False where the words below say by how much. */
  readonly isOverrunShown?: boolean
  readonly label?: string
  readonly className?: string
}) {
  const t = useTranslations('common.clock')
  const now = useNow()
  const elapsedMs = Math.max(0, (stoppedAt ? Date.parse(stoppedAt) : now.getTime()) - Date.parse(since))
  const targetMs = dueAt === null ? null : Date.parse(dueAt) - Date.parse(since)
  const overMs = targetMs === null ? 0 : elapsedMs - targetMs
  const percent = targetMs === null ? 0 : Math.min(100, (100 * elapsedMs) / Math.max(1, targetMs))
  return (
    <span className={classNames('grid min-w-[84px] content-start gap-1', className)}>
      {label && <span className="text-12 text-ink-3">{label}</span>}
      <span className="flex items-baseline gap-1 whitespace-nowrap">
        <span className={classNames('leading-none font-semi tracking-[-.01em]', SIZES[size])}>{span(elapsedMs)}</span>
        {targetMs !== null && <span className="text-11 text-ink-3">/ {span(targetMs)}</span>}
        {overMs > 0 && isOverrunShown && (
          <span className="text-11 font-semi text-emergent-ink">{t('past', { span: span(overMs) })}</span>
        )}
      </span>
      {targetMs !== null && (
        <span className="block h-1 overflow-hidden rounded-full bg-surface-3">
          <span
            className={classNames('block h-full origin-left rounded-full', barColour(overMs, percent))}
            style={{ transform: `scaleX(${percent / 100})` }}
          />
        </span>
      )}
    </span>
  )
}

function barColour(overMs: number, percent: number): string {
  if (overMs > 0) return 'bg-emergent'
  return percent >= NEAR_PERCENT ? 'bg-urgent-ink' : 'bg-routine'
}
