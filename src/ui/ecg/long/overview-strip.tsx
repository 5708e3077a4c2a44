'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import { clampedOffset, type Extent, offsetOfKey } from '@/ecg/long/moves'
import type { EventKind } from '@/ecg/long/overview'
import { stripPath } from '@/ecg/long/strip-path'
import type { LeadName } from '@/ecg/types'
import type { ReadyOverview } from './tiles'
import { elapsedText } from './time-text'
import { useStrip } from './use-strip'

const WIDTH = 1000
const TREND = { top: 4, height: 40 } as const
const TICKS = { top: 48, height: 10 } as const
const TRACE = { top: 62, height: 34 } as const
const HEIGHT = 100
const USUAL_BPM = [40, 140] as const

const TICK_TONE: Readonly<Record<EventKind, string>> = {
  pause: 'stroke-emergent',
  ventricularRun: 'stroke-emergent',
  irregular: 'stroke-(--urgent-ink)',
  supraventricularRun: 'stroke-(--urgent-ink)',
  fast: 'stroke-(--urgent-ink)',
  slow: 'stroke-(--urgent-ink)',
  ventricular: 'stroke-accent',
  supraventricular: 'stroke-(--line-strong)',
}

type Props = {
  readonly recordingId: string
  readonly ready: ReadyOverview
  readonly page: Extent
  readonly lead: LeadName
  readonly kind: EventKind | null
  readonly offsetMs: number
  readonly onOffset: (offsetMs: number) => void
}

/** Rate, events and the trace of a page of the recording; the place on the paper is moved by pointer and by keys. */
export function OverviewStrip({ recordingId, ready, page, lead, kind, offsetMs, onOffset }: Props) {
  const t = useTranslations('trace.long')
  const surface = useRef<HTMLDivElement>(null)
  const tiles = useStrip(recordingId, ready, page)
  const { overview } = ready
  const { durationMs } = overview
  const xOf = (ms: number) => ((ms - page.fromMs) / (page.toMs - page.fromMs)) * WIDTH
  const bpm = rateAt(ready, offsetMs + SHOWN_MS / 2)

  const moveTo = (event: PointerEvent) => {
    const box = surface.current?.getBoundingClientRect()
    if (!box || box.width === 0) return
    const share = (event.clientX - box.left) / box.width
    onOffset(clampedOffset(page.fromMs + share * (page.toMs - page.fromMs) - SHOWN_MS / 2, durationMs))
  }
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    surface.current?.setPointerCapture(event.pointerId)
    surface.current?.focus({ preventScroll: true })
    moveTo(event)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = offsetOfKey(event.key, event.shiftKey, offsetMs, durationMs)
    if (target === null) return
    event.preventDefault()
    event.stopPropagation()
    onOffset(target)
  }
  const events = overview.events.filter(({ fromMs, toMs }) => toMs >= page.fromMs && fromMs < page.toMs)
  return (
    <div
      ref={surface}
      role="slider"
      tabIndex={0}
      aria-label={t('place')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={Math.floor(offsetMs / 1000)}
      aria-valuetext={t(bpm === null ? 'placeText' : 'placeTextRate', {
        from: elapsedText(offsetMs),
        whole: elapsedText(durationMs),
        bpm: bpm ?? 0,
      })}
      onPointerDown={onDown}
      onPointerMove={(event) => {
        if (surface.current?.hasPointerCapture(event.pointerId)) moveTo(event)
      }}
      onKeyDown={onKey}
      className="relative h-28 cursor-ew-resize touch-pan-y overflow-hidden rounded-1 border border-line bg-surface-2 select-none focus-visible:shadow-(--focus)"
    >
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="block h-full w-full">
        {overview.unusable.map(({ fromMs, toMs }) => (
          <rect
            key={fromMs}
            x={xOf(fromMs)}
            width={Math.max(1, xOf(toMs) - xOf(fromMs))}
            height={HEIGHT}
            className="fill-(--quality) opacity-15"
          />
        ))}
        <path
          d={trendPath(ready, page)}
          fill="none"
          vectorEffect="non-scaling-stroke"
          className="stroke-(--text-2) [stroke-width:1.2]"
        />
        <g transform={`translate(0 ${TRACE.top})`}>
          <path
            d={stripPath(tiles, lead, page, { width: WIDTH, height: TRACE.height })}
            vectorEffect="non-scaling-stroke"
            className="stroke-(--line-strong) [stroke-width:1]"
          />
        </g>
        {events.map((event) => (
          <path
            key={`${event.kind} ${event.fromMs}`}
            d={`M${xOf(event.fromMs)} ${TICKS.top}v${TICKS.height}`}
            vectorEffect="non-scaling-stroke"
            className={`${TICK_TONE[event.kind]} ${kind === null || event.kind === kind ? '[stroke-width:2.5]' : 'opacity-35 [stroke-width:1.5]'}`}
          />
        ))}
        <rect
          x={xOf(offsetMs)}
          width={Math.max(1, xOf(offsetMs + SHOWN_MS) - xOf(offsetMs))}
          height={HEIGHT}
          vectorEffect="non-scaling-stroke"
          className="fill-(--accent) stroke-accent [fill-opacity:0.25] [stroke-width:2]"
        />
      </svg>
      <RateScale bpm={scaleOf(ready)} />
    </div>
  )
}

/** The highest and the lowest rate of the strip, beside the line. */
function RateScale({ bpm: [low, high] }: { readonly bpm: readonly [number, number] }) {
  const t = useTranslations('trace.long')
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 left-1 text-11 leading-none text-ink-2">
      <span className="absolute top-1">{t('perMinute', { bpm: high })}</span>
      <span className="absolute top-[38%]">{low}</span>
    </div>
  )
}

function scaleOf({ overview }: ReadyOverview): readonly [number, number] {
  const known = overview.trend.bpm.filter((bpm) => bpm !== null)
  const low = known.reduce((least, bpm) => Math.min(least, bpm), USUAL_BPM[0])
  const high = known.reduce((most, bpm) => Math.max(most, bpm), USUAL_BPM[1])
  return [Math.floor(low / 20) * 20, Math.ceil(high / 20) * 20]
}

/** A stretch without a rate ends the line. */
function trendPath(ready: ReadyOverview, page: Extent): string {
  const { bucketMs, bpm } = ready.overview.trend
  const [low, high] = scaleOf(ready)
  let isDrawn = false
  return bpm
    .map((rate, bucket) => {
      const atMs = (bucket + 0.5) * bucketMs
      if (rate === null || atMs < page.fromMs - bucketMs || atMs > page.toMs + bucketMs) {
        isDrawn = false
        return ''
      }
      const x = ((atMs - page.fromMs) / (page.toMs - page.fromMs)) * WIDTH
      const y = TREND.top + TREND.height * (1 - (rate - low) / (high - low))
      const step = `${isDrawn ? 'L' : 'M'}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
      isDrawn = true
      return step
    })
    .join('')
}

function rateAt({ overview }: ReadyOverview, ms: number): number | null {
  return overview.trend.bpm[Math.floor(ms / overview.trend.bucketMs)] ?? null
}
