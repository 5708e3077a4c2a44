'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { ECG_PROBLEM_CODES } from '@/ecg/errors'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { pageOf } from '@/ecg/long/moves'
import type { LeadName } from '@/ecg/types'
import { Banner } from '../../kit/banner'
import { SegmentedControl } from '../../kit/segmented-control'
import { EventList } from './event-list'
import { OverviewStrip } from './overview-strip'
import type { ReadyOverview } from './tiles'
import { clockText, elapsedText } from './time-text'
import type { LongRecording } from './use-long-recording'

const PAGES = ['whole', 'hour', 'minutes'] as const
type Page = (typeof PAGES)[number]
const PAGE_MS: Readonly<Record<Page, number>> = { whole: Number.POSITIVE_INFINITY, hour: 3_600_000, minutes: 300_000 }

type Props = {
  readonly long: LongRecording
  readonly recordingId: string
  readonly recordedLocal: string | null
  /** That the reader looks at elsewhere. */
  readonly lead: LeadName
  /** The events stand under the paper. */
  readonly isNarrow: boolean
}

/** Over the paper of a recording of more than a minute: where one is in it, and what there is to see. */
export function LongPanel(props: Props) {
  const t = useTranslations('trace.long')
  const files = useTranslations('trace.file.problem')
  const { view, isTiled } = props.long
  if (view?.state === 'ready') return <Overview {...props} ready={view} />
  if (view?.state === 'failed') {
    const code = ECG_PROBLEM_CODES.find((known) => known === view.problem)
    return (
      <Banner tone="quality" title={t('failed')}>
        <p>{files(code ?? 'reader_failed')}</p>
        <p>{t(isTiled ? 'failedTiled' : 'failedWhole')}</p>
      </Banner>
    )
  }
  if (view?.state !== 'preparing') return null
  return (
    <div role="status" className="mb-2 grid max-w-[calc(var(--mm)*262)] gap-1 text-12 text-ink-2 max-md:px-(--gutter)">
      <p>{t('preparing', { percent: view.percent })}</p>
      <progress
        value={view.percent}
        max={100}
        aria-label={t('preparingLabel')}
        className="h-1 w-full appearance-none overflow-hidden rounded-full bg-surface-3 [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  )
}

/** Nothing until the recording is prepared. */
export function LongEvents({ long }: Pick<Props, 'long'>) {
  if (!long.ready) return null
  return (
    <EventList
      ready={long.ready}
      kind={long.kind}
      onKind={long.setKind}
      events={long.events}
      isShown={long.isShown}
      onEvent={long.goTo}
      onStep={long.step}
    />
  )
}

function Overview({
  long,
  recordingId,
  recordedLocal,
  lead,
  isNarrow,
  ready,
}: Props & { readonly ready: ReadyOverview }) {
  const t = useTranslations('trace.long')
  const id = useId()
  const [page, setPage] = useState<Page>('whole')
  const { overview } = ready
  const { durationMs, beats } = overview
  const shownPages = PAGES.filter((one) => one === 'whole' || PAGE_MS[one] < durationMs)
  const extent = pageOf(long.offsetMs, PAGE_MS[page], durationMs)
  const stored = overview.leads.filter(({ isDerived }) => !isDerived).map(({ name }) => name)
  const stripLead = stored.find((name) => name === lead) ?? stored.find((name) => name === 'II') ?? stored[0]
  const clock = clockText(recordedLocal, long.offsetMs)
  return (
    <section
      aria-labelledby={id}
      className="mb-2 grid max-w-[calc(var(--mm)*262)] gap-1.5 max-md:px-(--gutter)"
      data-overview
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={id} className="text-13 font-semi">
          {t('title')}
        </h3>
        <p className="text-12 text-ink-2">
          {t('summary', {
            length: elapsedText(durationMs),
            beats: Object.values(beats).reduce((sum, count) => sum + count, 0),
            ventricular: beats.ventricular,
            supraventricular: beats.supraventricular,
          })}
        </p>
        {shownPages.length > 1 && (
          <SegmentedControl
            look="tabs"
            label={t('page.label')}
            isLabelHidden
            value={page}
            onChange={setPage}
            segments={shownPages.map((one) => ({ value: one, label: t(`page.${one}`) }))}
            className="ml-auto"
          />
        )}
      </div>
      <OverviewStrip
        recordingId={recordingId}
        ready={ready}
        page={extent}
        lead={stripLead ?? 'II'}
        kind={long.kind}
        offsetMs={long.offsetMs}
        onOffset={long.setOffsetMs}
      />
      <div className="flex justify-between gap-2 text-12 text-ink-2 tabular-nums">
        <span>{elapsedText(extent.fromMs)}</span>
        <output className="text-center text-ink">
          {t(clock === null ? 'shown' : 'shownAt', {
            from: elapsedText(long.offsetMs),
            to: elapsedText(Math.min(durationMs, long.offsetMs + SHOWN_MS)),
            clock: clock ?? '',
            lead: stripLead ?? '',
          })}
        </output>
        <span>{elapsedText(extent.toMs)}</span>
      </div>
      {!isNarrow && <LongEvents long={long} />}
    </section>
  )
}
