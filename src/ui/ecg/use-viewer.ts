'use client'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { AssessmentView } from '@/cases/api/assessment-views'
import type { LayoutId } from '@/ecg/layout/layouts'
import type { LeadName } from '@/ecg/types'
import type { Span } from '../analysis/mark-spans'
import type { CaseMeasuring } from './calipers/use-calipers'
import { type Measuring, useMeasuring } from './calipers/use-measuring'
import { type ExportedTrace, exportAddress } from './export-address'
import { useLongRecording } from './long/use-long-recording'
import { useIsNarrow } from './use-is-narrow'
import { usePageKeys } from './use-page-keys'
import { useViewOptions } from './use-view-options'
import { useViewerSettings } from './use-viewer-settings'
import { useZoomGestures } from './use-zoom-gestures'
import { changeOfKey, layoutShowing, type SettingsChange, withLayout, withZoom } from './viewer-settings'

export type ViewerInput = {
  readonly recordingId: string
  readonly durationMs: number | null
  /** The device's wall clock at the first sample. */
  readonly recordedLocal: string | null
  readonly isSynthetic: boolean
  /** Once, when the trace is on the screen. */
  readonly onPainted?: () => void
  /** One of the zoom steps; 1 on a phone, whose layouts fit anyway. */
  readonly startZoom?: number
  /** Stretches to shade: what a chosen number or finding speaks of. */
  readonly spans?: readonly Span[]
  /** The case on which calipers are kept; without one nothing is measured and nothing compared. */
  readonly measuring?: Omit<CaseMeasuring, 'recordingId'> | undefined
  /** What the trace was read from, to be downloaded as it came. */
  readonly file?: { readonly fileId: string; readonly name: string }
  /** What software measured; null where it did not. */
  readonly assessment?: AssessmentView | null
}

/** Everything that the viewer of one recording knows and does; what it looks like is `EcgViewer`. */
export function useViewer({ recordingId, durationMs, onPainted, startZoom = 1, spans, ...input }: ViewerInput) {
  const assessment = input.assessment ?? null
  const isAnalysed = assessment?.problem === null
  const swap = assessment?.swap ?? null
  const isNarrow = useIsNarrow()
  const { settings, change, choose } = useViewerSettings(startZoom)
  const [isLayoutMenuOpen, setIsLayoutMenuOpen] = useState(false)
  const long = useLongRecording(recordingId, durationMs)
  const { state, retry, offsetMs, setOffsetMs } = long
  const viewer = useRef<HTMLElement>(null)
  const frame = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const placeByKey = useRef<() => boolean>(() => false)
  const measuring = useMeasuring({ ...(input.measuring ?? NO_CASE), recordingId }, isAnalysed)
  const canMeasure = input.measuring?.canMeasure === true && state.status === 'ready'
  // Two traces side by side are held whole.
  const canCompare = input.measuring !== undefined && !long.isTiled
  const view = useViewOptions({ viewer, isAnalysed, canCompare, swap })
  const chooseLayout = useCallback((id: LayoutId) => choose(withLayout(id, isNarrow)), [choose, isNarrow])
  const setZoom = useCallback((zoom: number) => change(withZoom(zoom)), [change])
  const shownZoom = useZoomGestures({ frame, sheet, zoom: settings.zoom, onZoom: setZoom })
  useLayoutOfSpans(isNarrow ? spans : undefined, change)
  useCallOnce(state.status === 'ready', onPainted)
  const layoutId = isNarrow ? settings.narrow : settings.wide
  const caseId = input.measuring?.caseId ?? null
  const exported: ExportedTrace | null = caseId === null ? null : { caseId, recordingId, layoutId, settings, offsetMs }
  usePageKeys({
    isMenuOpen: isLayoutMenuOpen,
    onMenu: setIsLayoutMenuOpen,
    onLayout: chooseLayout,
    keys: {
      ...view.keys,
      ...measuringKeys(measuring, canMeasure),
      bracketleft: () => long.step(-1),
      bracketright: () => long.step(1),
      // What the browser would print of a page that scrolls has no scale.
      'ctrl+p': () => (exported ? printed(exported) : false),
    },
  })

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
  return {
    ...{ settings, shownZoom, isNarrow, layoutId, exported, choose, chooseLayout },
    ...{ isLayoutMenuOpen, setIsLayoutMenuOpen, offsetMs, setOffsetMs, state, retry, handleKey, long },
    ...{ viewer, frame, sheet, placeByKey, measuring, canMeasure, view, swap: view.shown.putBack ? swap : null },
  }
}

export type Viewer = ReturnType<typeof useViewer>

const NO_CASE: Omit<CaseMeasuring, 'recordingId'> = { caseId: '', calipers: [], canMeasure: false }

function printed(trace: ExportedTrace): void {
  window.open(exportAddress(trace, 'pdf'), '_blank', 'noopener')
}

function measuringKeys({ tool, toggle, choose, calipers }: Measuring, canMeasure: boolean) {
  const isOn = tool !== null
  return {
    m: () => (canMeasure ? toggle() : false),
    escape: () => (isOn ? choose(null) : false),
    'ctrl+z': () => (isOn && calipers.canUndo ? calipers.undo() : false),
    'ctrl+shift+z': () => (isOn && calipers.canRedo ? calipers.redo() : false),
  } as const
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
