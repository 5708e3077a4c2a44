'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { layoutTrace, type PaperScale, paperSize, STANDARD_SCALE } from '@/ecg/layout/layout-trace'
import { type LayoutId, SHOWN_MS } from '@/ecg/layout/layouts'
import type { Samples } from '@/ecg/samples-codec'
import type { Span } from '../analysis/mark-spans'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { PaperSheet } from './paper-sheet'
import { PaperTrace } from './paper-trace'
import { RowLabels } from './row-labels'
import { TimeWindow } from './time-window'
import { useIsNarrow } from './use-is-narrow'
import { useSamples } from './use-samples'
import { changeOfKey, layoutShowing, type SettingsChange, USUAL_SETTINGS, type ViewerSettings } from './viewer-settings'
import { ViewerToolbar } from './viewer-toolbar'

type Props = {
  readonly recordingId: string
  readonly isSynthetic: boolean
  /** Drawn by the server, shown until the samples are here. */
  readonly fallback?: ReactNode
  /** Once, when the trace is on the screen. */
  readonly onPainted?: () => void
  /** One of the zoom steps; 1 on a phone, whose layouts fit anyway. */
  readonly startZoom?: number
  /** More controls at the end of the toolbar. */
  readonly actions?: ReactNode
  /** Stretches to shade: what a chosen number or finding speaks of. */
  readonly spans?: readonly Span[]
}

/** A recording on calibrated paper, with its layouts, speeds, gains and sizes. Keys work while the focus is inside. */
export function EcgViewer({ recordingId, isSynthetic, fallback, onPainted, actions, spans, startZoom = 1 }: Props) {
  const t = useTranslations('trace')
  const isNarrow = useIsNarrow()
  const [settings, setSettings] = useState<ViewerSettings>({ ...USUAL_SETTINGS, zoom: startZoom })
  const [offsetMs, setOffsetMs] = useState(0)
  const { state, retry } = useSamples(recordingId)
  const hintId = useId()
  const layoutId = isNarrow ? settings.narrow : settings.wide
  useLayoutOfSpans(isNarrow ? spans : undefined, setSettings)
  const change = (by: SettingsChange) => setSettings(by)
  useCallOnce(state.status === 'ready', onPainted)

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = changeOfKey(event.key, isNarrow)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    change(by)
  }

  return (
    <section aria-label={t('viewer')} onKeyDown={handleKey} className="min-w-0">
      <ViewerToolbar settings={settings} isNarrow={isNarrow} onChange={change} actions={actions} />
      {state.status === 'failed' ? (
        <Banner
          tone="quality"
          isAlert
          title={t('failed.title')}
          actions={<Button onClick={retry}>{t('failed.retry')}</Button>}
        >
          <p>{t('failed.safe')}</p>
        </Banner>
      ) : (
        <>
          <p id={hintId} className="sr-only">
            {t('keys')}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard */}
          <section tabIndex={0} aria-label={t('paper')} aria-describedby={hintId} className={FRAME}>
            {state.status === 'ready' ? (
              <LoadedPaper
                samples={state.samples}
                isSynthetic={isSynthetic}
                layoutId={layoutId}
                scale={settings.scale}
                zoom={settings.zoom}
                offsetMs={offsetMs}
                isNarrow={isNarrow}
                spans={spans}
              />
            ) : (
              (fallback ?? <EmptyPaper />)
            )}
          </section>
          {state.status === 'ready' && (
            <TimeWindow durationMs={durationMsOf(state.samples)} offsetMs={offsetMs} onChange={setOffsetMs} />
          )}
          <p role="status" className="sr-only">
            {state.status === 'loading' && t('loading')}
          </p>
        </>
      )}
      {isNarrow && actions && <div className="mt-1 flex justify-end px-(--gutter)">{actions}</div>}
    </section>
  )
}

function LoadedPaper({
  samples,
  isSynthetic,
  layoutId,
  scale,
  zoom,
  offsetMs,
  isNarrow,
  spans = [],
}: {
  readonly samples: Samples
  readonly isSynthetic: boolean
  readonly layoutId: LayoutId
  readonly scale: PaperScale
  readonly zoom: number
  readonly offsetMs: number
  readonly isNarrow: boolean
  readonly spans: readonly Span[] | undefined
}) {
  const sheet = useMemo(() => layoutTrace(samples, layoutId, scale, { offsetMs }), [samples, layoutId, scale, offsetMs])
  return (
    <div className="grid w-max">
      <PaperTrace
        sheet={sheet}
        isSynthetic={isSynthetic}
        zoom={zoom}
        hasLabels={!isNarrow}
        shaded={{ samples, spans }}
        className="col-start-1 row-start-1"
      />
      {isNarrow && <RowLabels sheet={sheet} isSynthetic={isSynthetic} zoom={zoom} />}
    </div>
  )
}

const FRAME =
  'max-w-full w-fit overflow-x-auto overscroll-x-contain rounded-1 bg-paper shadow-[0_0_0_1px_var(--paper-edge)] focus-visible:shadow-[0_0_0_1px_var(--paper-edge),0_0_0_3px_var(--surface),0_0_0_5px_var(--accent)] max-md:rounded-none'

/** The grid at its real size, for both widths: nothing moves when the trace comes. */
function EmptyPaper() {
  return (
    <>
      <PaperSheet {...paperSize('3x4+1', STANDARD_SCALE)} className="max-md:hidden" />
      <PaperSheet {...paperSize('chest', STANDARD_SCALE)} className="md:hidden" />
    </>
  )
}

function durationMsOf({
  leads,
  sampleRateHz,
}: {
  leads: readonly { samplesUv: Float32Array }[]
  sampleRateHz: number
}) {
  return Math.max(SHOWN_MS, ((leads[0]?.samplesUv.length ?? 0) / sampleRateHz) * 1000)
}

/** Where only some leads are on the paper, what is chosen brings its leads with it. */
function useLayoutOfSpans(spans: readonly Span[] | undefined, change: (by: SettingsChange) => void) {
  const chosen = (spans ?? []).filter(({ tone }) => tone !== 'quality').flatMap(({ lead }) => lead ?? [])
  const leads = [...new Set(chosen)].join(' ')
  useEffect(() => {
    if (leads !== '') change(layoutShowing(leads.split(' ')))
  }, [leads, change])
}

function useCallOnce(isDue: boolean, callback: (() => void) | undefined) {
  const isDone = useRef(false)
  useEffect(() => {
    if (!isDue || isDone.current) return
    isDone.current = true
    callback?.()
  }, [isDue, callback])
}
