'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { EarlierEcgsResult } from '@/cases/api/views'
import { filtered } from '@/ecg/layout/display-filter'
import { layoutTrace } from '@/ecg/layout/layout-trace'
import { shortInstant } from '@/i18n/format'
import { classNames } from '../../kit/class-names'
import { useNow } from '../../live/now'
import { PaperTrace } from '../paper-trace'
import { useIsNarrow } from '../use-is-narrow'
import { useSamples } from '../use-samples'
import type { ViewerSettings } from '../viewer-settings'

const HALF = 0.5

type Props = {
  readonly recordingId: string
  readonly other: EarlierEcgsResult['items'][number]
  readonly settings: ViewerSettings
  readonly isSideBySide: boolean
}

/** Both in the same arrangement, at the same speed and gain; beside each other at half size, which is said. */
export function TwoTraces({ recordingId, other, settings, isSideBySide }: Props) {
  const t = useTranslations('trace.compare')
  const now = useNow()
  return (
    <div className={classNames('grid min-w-0 gap-2', isSideBySide && 'lg:grid-cols-2')}>
      {isSideBySide && (
        <Sheet
          recordingId={recordingId}
          isSynthetic={other.isSynthetic}
          title={t('now')}
          zoom={HALF}
          settings={settings}
        />
      )}
      <Sheet
        recordingId={other.recordingId}
        isSynthetic={other.isSynthetic}
        title={t('then', { date: shortInstant(other.at, now), facility: other.facilityName })}
        zoom={isSideBySide ? HALF : settings.zoom}
        settings={settings}
      />
    </div>
  )
}

function Sheet({
  recordingId,
  isSynthetic,
  title,
  zoom,
  settings,
}: {
  readonly recordingId: string
  readonly isSynthetic: boolean
  readonly title: string
  readonly zoom: number
  readonly settings: ViewerSettings
}) {
  const t = useTranslations('trace.compare')
  const { state } = useSamples(recordingId)
  const isNarrow = useIsNarrow()
  const { scale, filter, lead } = settings
  const layoutId = isNarrow ? settings.narrow : settings.wide
  const samples = state.status === 'ready' ? state.samples : null
  const sheet = useMemo(
    () => samples && layoutTrace(filtered(samples, filter), layoutId, scale, { lead }),
    [samples, filter, layoutId, scale, lead],
  )
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-12 text-ink-2">
        {title}
        {zoom === HALF && ` · ${t('halfScale')}`}
      </figcaption>
      {sheet ? (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
          tabIndex={0}
          aria-label={title}
          className="overflow-x-auto rounded-1 shadow-[0_0_0_1px_var(--paper-edge)]"
        >
          <PaperTrace sheet={sheet} isSynthetic={isSynthetic} zoom={zoom} filter={filter} />
        </section>
      ) : (
        <p className="text-ink-2">{state.status === 'failed' ? t('failed') : t('loading')}</p>
      )}
    </figure>
  )
}
