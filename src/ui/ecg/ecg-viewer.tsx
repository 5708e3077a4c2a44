'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { Banner } from '../kit/banner'
import { Button } from '../kit/button'
import { CaliperBar } from './calipers/caliper-bar'
import { CaliperList } from './calipers/caliper-list'
import { MeasureButton } from './calipers/measure-button'
import { EmptyPaper } from './empty-paper'
import { ExportMenu } from './export-menu'
import { LoadedPaper } from './loaded-paper'
import { TimeWindow } from './time-window'
import { UnderTrace } from './under-trace'
import { useTraceSummary } from './use-trace-summary'
import { useViewer, type Viewer, type ViewerInput } from './use-viewer'
import { ViewMenu } from './view-menu'
import { ViewerToolbar } from './viewer-toolbar'

// Most ECGs are ten seconds, and wait for nothing of this.
const LongPanel = dynamic(() => import('./long/long-panel').then((module) => module.LongPanel))
const LongEvents = dynamic(() => import('./long/long-panel').then((module) => module.LongEvents))

type Props = ViewerInput & {
  /** Drawn by the server, shown until the samples are here. */
  readonly fallback?: ReactNode
  /** More controls at the end of the toolbar. */
  readonly actions?: ReactNode
}

/** A recording on calibrated paper, with its layouts, speeds, gains, sizes and calipers. */
export function EcgViewer({ fallback, actions, ...input }: Props) {
  const t = useTranslations('trace')
  const viewer = useViewer(input)
  const { settings, isNarrow, measuring, canMeasure, view, state } = viewer
  const { calipers, tool, choose } = measuring
  const end = (
    <>
      {actions}
      {input.file && <ExportMenu trace={viewer.exported} fileId={input.file.fileId} name={input.file.name} />}
    </>
  )
  const tools = (
    <>
      {canMeasure && <MeasureButton isOn={tool !== null} onPress={measuring.toggle} />}
      <ViewMenu items={view.items} />
    </>
  )
  return (
    <section
      ref={viewer.viewer}
      aria-label={t('viewer')}
      onKeyDown={viewer.handleKey}
      className="min-w-0 bg-desk fullscreen:overflow-auto fullscreen:p-3"
    >
      <ViewerToolbar
        settings={settings}
        shownZoom={viewer.shownZoom}
        isNarrow={isNarrow}
        isLayoutMenuOpen={viewer.isLayoutMenuOpen}
        onLayoutMenu={viewer.setIsLayoutMenuOpen}
        onLayout={viewer.chooseLayout}
        onChange={viewer.choose}
        tools={tools}
        actions={end}
      />
      {tool !== null && canMeasure && (
        <CaliperBar tool={tool} calipers={calipers} onTool={choose} hint={t('caliper.hint')} />
      )}
      {viewer.long.view && (
        <LongPanel
          long={viewer.long}
          recordingId={input.recordingId}
          recordedLocal={input.recordedLocal}
          lead={settings.lead}
          isNarrow={isNarrow}
        />
      )}
      {state.status === 'failed' ? (
        <Banner
          tone="quality"
          isAlert
          title={t('failed.title')}
          actions={<Button onClick={viewer.retry}>{t('failed.retry')}</Button>}
        >
          <p>{t('failed.safe')}</p>
        </Banner>
      ) : (
        <Paper viewer={viewer} input={input} fallback={fallback} />
      )}
      {isNarrow && <div className="mt-1 flex flex-wrap justify-end px-(--gutter)">{end}</div>}
    </section>
  )
}

/** The paper itself and what belongs under it. */
function Paper({
  viewer,
  input,
  fallback,
}: {
  readonly viewer: Viewer
  readonly input: ViewerInput
  readonly fallback: ReactNode
}) {
  const t = useTranslations('trace')
  const id = useId()
  const summary = useTraceSummary()(input.assessment ?? null)
  const { state, settings, offsetMs, measuring, canMeasure, view } = viewer
  const { calipers } = measuring
  const isOwn = (caliperId: string) => calipers.shown.some((one) => one.caliperId === caliperId && one.isMine)
  return (
    <>
      <p id={`${id}-summary`} className="sr-only">
        {summary}
      </p>
      <p id={`${id}-keys`} className="sr-only">
        {t('keys')}
      </p>
      <section
        ref={viewer.frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        aria-label={t('paper')}
        aria-describedby={`${id}-summary ${id}-keys`}
        className={FRAME}
      >
        <div ref={viewer.sheet} className="w-max">
          {state.status === 'ready' ? (
            <LoadedPaper
              samples={state.samples}
              isSynthetic={input.isSynthetic}
              layoutId={viewer.layoutId}
              settings={settings}
              offsetMs={viewer.long.shownMs}
              isNarrow={viewer.isNarrow}
              spans={input.spans}
              measuring={measuring}
              hasMarks={view.shown.marks}
              swap={viewer.swap}
              placeByKey={viewer.placeByKey}
            />
          ) : (
            (fallback ?? <EmptyPaper />)
          )}
        </div>
      </section>
      {state.status === 'ready' && viewer.long.ready === null && (
        <TimeWindow durationMs={durationMsOf(state.samples)} offsetMs={offsetMs} onChange={viewer.setOffsetMs} />
      )}
      {viewer.isNarrow && viewer.long.ready && (
        <div className="mt-2 px-(--gutter)">
          <LongEvents long={viewer.long} />
        </div>
      )}
      {calipers.shown.length > 0 && (
        <div className="mt-2 max-md:px-(--gutter)">
          <CaliperList
            calipers={calipers.shown}
            onRemove={(caliperId) => calipers.set(caliperId, null)}
            canRemove={(caliperId) => canMeasure && isOwn(caliperId)}
          />
        </div>
      )}
      <UnderTrace
        analysis={measuring.analysis}
        hasBeat={view.shown.beat}
        isComparing={view.shown.compare}
        caseId={input.measuring?.caseId ?? ''}
        recordingId={input.recordingId}
        settings={settings}
      />
      <p role="status" className="sr-only">
        {state.status === 'loading' && t('loading')}
      </p>
    </>
  )
}

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
