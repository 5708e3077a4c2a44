'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { type LayoutId, SHOWN_MS } from '@/ecg/layout/layouts'
import type { LeadName } from '@/ecg/types'
import type { Span } from '../analysis/mark-spans'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { CaliperBar } from './calipers/caliper-bar'
import { CaliperList } from './calipers/caliper-list'
import { MeasureButton } from './calipers/measure-button'
import type { CaseMeasuring } from './calipers/use-calipers'
import { useMeasuring } from './calipers/use-measuring'
import { EmptyPaper } from './empty-paper'
import { LoadedPaper } from './loaded-paper'
import { TimeWindow } from './time-window'
import { useIsNarrow } from './use-is-narrow'
import { usePageKeys } from './use-page-keys'
import { useSamples } from './use-samples'
import { useViewerSettings } from './use-viewer-settings'
import { useZoomGestures } from './use-zoom-gestures'
import { changeOfKey, layoutShowing, type SettingsChange, withLayout, withZoom } from './viewer-settings'
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
  /** The case on which calipers are kept; without one nothing is measured. */
  readonly measuring?: Omit<CaseMeasuring, 'recordingId'> | undefined
  /** Whether the engine has marked the beats. */
  readonly isAnalysed?: boolean
}

/** A recording on calibrated paper, with its layouts, speeds, gains and sizes. Keys work while the focus is inside. */
export function EcgViewer(props: Props) {
  const { recordingId, isSynthetic, fallback, onPainted, actions, spans, startZoom = 1, isAnalysed = false } = props
  const t = useTranslations('trace')
  const isNarrow = useIsNarrow()
  const { settings, change, choose } = useViewerSettings(startZoom)
  const [isLayoutMenuOpen, setIsLayoutMenuOpen] = useState(false)
  const [offsetMs, setOffsetMs] = useState(0)
  const { state, retry } = useSamples(recordingId)
  const frame = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const measuring = useMeasuring({ ...(props.measuring ?? NO_CASE), recordingId }, isAnalysed)
  const placeByKey = useRef<() => boolean>(() => false)
  const hintId = useId()
  const layoutId = isNarrow ? settings.narrow : settings.wide
  const chooseLayout = useCallback((id: LayoutId) => choose(withLayout(id, isNarrow)), [choose, isNarrow])
  const setZoom = useCallback((zoom: number) => change(withZoom(zoom)), [change])
  const shownZoom = useZoomGestures({ frame, sheet, zoom: settings.zoom, onZoom: setZoom })
  useLayoutOfSpans(isNarrow ? spans : undefined, change)
  const { calipers, tool } = measuring
  const canMeasure = props.measuring?.canMeasure === true && state.status === 'ready'
  usePageKeys({
    isMenuOpen: isLayoutMenuOpen,
    onMenu: setIsLayoutMenuOpen,
    onLayout: chooseLayout,
    keys: {
      m: () => (canMeasure ? measuring.toggle() : false),
      escape: () => (tool === null ? false : measuring.choose(null)),
      'ctrl+z': () => (tool === null || !calipers.canUndo ? false : calipers.undo()),
      'ctrl+shift+z': () => (tool === null || !calipers.canRedo ? false : calipers.redo()),
    },
  })
  useCallOnce(state.status === 'ready', onPainted)

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== '+')) return
    if (event.key === 'Enter' && event.target === frame.current && placeByKey.current()) {
      event.preventDefault()
      return
    }
    const by = changeOfKey(event.key, isNarrow)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    choose(by)
  }

  return (
    <section aria-label={t('viewer')} onKeyDown={handleKey} className="min-w-0">
      <ViewerToolbar
        settings={settings}
        shownZoom={shownZoom}
        isNarrow={isNarrow}
        isLayoutMenuOpen={isLayoutMenuOpen}
        onLayoutMenu={setIsLayoutMenuOpen}
        onLayout={chooseLayout}
        onChange={choose}
        tools={canMeasure && <MeasureButton isOn={tool !== null} onPress={measuring.toggle} />}
        actions={actions}
      />
      {tool !== null && canMeasure && (
        <CaliperBar tool={tool} calipers={calipers} onTool={measuring.choose} hint={t('caliper.hint')} />
      )}
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
          <section
            ref={frame}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
            tabIndex={0}
            aria-label={t('paper')}
            aria-describedby={hintId}
            className={FRAME}
          >
            <div ref={sheet} className="w-max">
              {state.status === 'ready' ? (
                <LoadedPaper
                  samples={state.samples}
                  isSynthetic={isSynthetic}
                  layoutId={layoutId}
                  settings={settings}
                  offsetMs={offsetMs}
                  isNarrow={isNarrow}
                  spans={spans}
                  measuring={measuring}
                  placeByKey={placeByKey}
                />
              ) : (
                (fallback ?? <EmptyPaper />)
              )}
            </div>
          </section>
          {state.status === 'ready' && (
            <TimeWindow durationMs={durationMsOf(state.samples)} offsetMs={offsetMs} onChange={setOffsetMs} />
          )}
          {calipers.shown.length > 0 && (
            <div className="mt-2 max-md:px-(--gutter)">
              <CaliperList
                calipers={calipers.shown}
                onRemove={(caliperId) => calipers.set(caliperId, null)}
                canRemove={(caliperId) =>
                  canMeasure && calipers.shown.some((one) => one.caliperId === caliperId && one.isMine)
                }
              />
            </div>
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

const NO_CASE: Omit<CaseMeasuring, 'recordingId'> = { caseId: '', calipers: [], canMeasure: false }

const FRAME =
  'max-w-full w-fit touch-pan-x touch-pan-y overflow-x-auto overscroll-x-contain rounded-1 bg-paper shadow-[0_0_0_1px_var(--paper-edge)] focus-visible:shadow-[0_0_0_1px_var(--paper-edge),0_0_0_3px_var(--surface),0_0_0_5px_var(--accent)] max-md:rounded-none'

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
    // They were joined from names of leads.
    if (leads !== '') change(layoutShowing(leads.split(' ') as LeadName[]))
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
