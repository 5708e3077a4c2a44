'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EVENT_KINDS, type EventKind, type LongEvent } from '@/ecg/long/overview'
import { Button } from '../../kit/button'
import { classNames } from '../../kit/class-names'
import type { ReadyOverview } from './tiles'
import { elapsedText } from './time-text'

type Props = {
  readonly ready: ReadyOverview
  readonly kind: EventKind | null
  readonly onKind: (kind: EventKind) => void
  /** Of the chosen kind. */
  readonly events: readonly LongEvent[]
  readonly isShown: (event: LongEvent) => boolean
  readonly onEvent: (event: LongEvent) => void
  readonly onStep: (direction: 1 | -1) => void
}

/** What was found, kind by kind; a press brings an event onto the paper. */
export function EventList({ ready, kind, onKind, events, isShown, onEvent, onStep }: Props) {
  const t = useTranslations('trace.long')
  const { counts } = ready.overview
  const found = EVENT_KINDS.filter((one) => counts[one] > 0)
  if (found.length === 0 || kind === null) return <p className="text-12 text-ink-2">{t('noEvents')}</p>
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-1">
        <fieldset className="contents">
          <legend className="sr-only">{t('kinds')}</legend>
          {found.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === kind}
              onClick={() => onKind(one)}
              className={classNames(
                'min-h-7 rounded-2 border px-2 text-12 max-md:min-h-10',
                one === kind
                  ? 'border-ink bg-surface font-semi text-ink'
                  : 'border-line bg-surface-2 text-ink-2 hover:text-ink',
              )}
            >
              {t(`kind.${one}`)} {counts[one]}
            </button>
          ))}
        </fieldset>
        <span className="ml-auto flex gap-1">
          <Button size="sm" onClick={() => onStep(-1)} aria-label={t('previous')} aria-keyshortcuts="[">
            <ChevronLeft size={16} aria-hidden />
          </Button>
          <Button size="sm" onClick={() => onStep(1)} aria-label={t('next')} aria-keyshortcuts="]">
            <ChevronRight size={16} aria-hidden />
          </Button>
        </span>
      </div>
      <ul aria-label={t('events')} className="flex max-h-24 flex-wrap gap-1 overflow-y-auto">
        {events.map((event) => (
          <li key={event.fromMs}>
            <button
              type="button"
              aria-current={isShown(event) ? 'true' : undefined}
              onClick={() => onEvent(event)}
              className={classNames(
                'min-h-7 rounded-1 border px-1.5 text-12 tabular-nums max-md:min-h-10',
                isShown(event)
                  ? 'border-accent bg-accent-soft text-ink'
                  : 'border-line bg-surface text-ink-2 hover:text-ink',
              )}
            >
              {elapsedText(event.fromMs)}
              {event.value !== null && ` · ${t(`value.${event.kind}`, { value: event.value })}`}
            </button>
          </li>
        ))}
      </ul>
      {events.length < counts[kind] && (
        <p className="text-12 text-ink-2">{t('listed', { listed: events.length, count: counts[kind] })}</p>
      )}
    </div>
  )
}
