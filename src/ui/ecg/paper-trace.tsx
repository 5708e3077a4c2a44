import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type DisplayFilter, RAW } from '@/ecg/layout/display-filter'
import type { TraceLayout, Waveform } from '@/ecg/layout/layout-trace'
import { SHOWN_MS } from '@/ecg/layout/layouts'
import type { Span } from '../analysis/mark-spans'
import { HALO, Labels } from './labels'
import { PaperSheet } from './paper-sheet'
import { TraceSpans } from './trace-spans'
import { useFilterText } from './use-filter-text'

type Props = {
  readonly sheet: TraceLayout
  readonly isSynthetic: boolean
  readonly zoom?: number
  /** What was taken away, named on the paper. */
  readonly filter?: DisplayFilter
  /** Not where the names of the leads lie on top of the paper and stay in sight. */
  readonly hasLabels?: boolean
  /** Shaded behind the line. */
  readonly shaded?: { readonly samples: Waveform; readonly spans: readonly Span[] }
  /** Of the waves, behind the line. */
  readonly marks?: ReactNode
  /** That this is not what was recorded, in words. */
  readonly preview?: string | null
  readonly className?: string
}

/** Below this size a millimetre is too few pixels for its own line. */
const SMALLEST_ZOOM_WITH_FINE_GRID = 0.75
const NOTE_MM = 2.75
const TRACE_MM = 0.36
const SMALL_TRACE_MM = 0.5

/** A laid-out ECG as one picture: grid, traces, pulses, names, scale, and a sentence for those who do not see it. */
export function PaperTrace(props: Props) {
  const {
    sheet,
    isSynthetic,
    zoom = 1,
    filter = RAW,
    hasLabels = true,
    shaded,
    marks,
    preview = null,
    className,
  } = props
  const t = useTranslations('trace')
  const filters = useFilterText()(filter)
  const { scale, offsetMs } = sheet
  const missing = [...new Set(sheet.boxes.filter((box) => box.isMissing).map((box) => box.lead))]
  const sentence = [
    t('describe', {
      layout: t(`layout.${sheet.layoutId}.long`),
      speed: scale.mmPerSecond,
      gain: scale.mmPerMv,
      from: offsetMs / 1000,
      to: (offsetMs + SHOWN_MS) / 1000,
    }),
    missing.length > 0 && t('describeMissing', { leads: missing.join(', ') }),
    filters !== null && t('describeFilter', { filters }),
    preview,
    isSynthetic && t('describeSynthetic'),
  ]
  const note = { y: sheet.heightMm - 1.8, fontSize: NOTE_MM / Math.min(1, zoom), ...HALO }
  return (
    <PaperSheet
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      zoom={zoom}
      hasFineGrid={zoom >= SMALLEST_ZOOM_WITH_FINE_GRID}
      label={sentence.filter(Boolean).join(' ')}
      className={className ?? ''}
    >
      {shaded && <TraceSpans sheet={sheet} {...shaded} />}
      {marks}
      {isSynthetic && <Watermark sheet={sheet} text={t('watermark')} />}
      {hasLabels && <Labels boxes={sheet.boxes} zoom={zoom} />}
      <text {...note} x={sheet.boxes[0]?.xMm} className="fill-(--paper-note) font-medium">
        {t('scale', {
          speed: scale.mmPerSecond,
          gain: scale.mmPerMv,
          filters: filters ?? t('filter.none'),
          rate: Math.round(sheet.sampleRateHz),
        })}
      </text>
      {isSynthetic && (
        <text
          {...note}
          x={sheet.widthMm - 2.5}
          textAnchor="end"
          letterSpacing=".16"
          className="fill-(--paper-note) font-bold"
        >
          {t('synthetic')}
        </text>
      )}
      {preview !== null && (
        <text
          x={sheet.widthMm / 2}
          y={NOTE_MM + 1}
          textAnchor="middle"
          fontSize={NOTE_MM * 1.2}
          {...HALO}
          className="fill-(--quality-ink) font-bold"
        >
          {preview}
        </text>
      )}
      {/* Last, so that no letter ever hides a wave. */}
      <Traces sheet={sheet} widthMm={zoom < 1 ? SMALL_TRACE_MM : TRACE_MM} />
    </PaperSheet>
  )
}

function Traces({ sheet, widthMm }: { readonly sheet: TraceLayout; readonly widthMm: number }) {
  return (
    <g className="stroke-(--trace)" fill="none" strokeWidth={widthMm} strokeLinejoin="round" strokeLinecap="round">
      {sheet.calibrationPulses.map((pathD) => (
        <path key={pathD} d={pathD} strokeLinecap="butt" strokeLinejoin="miter" data-pulse />
      ))}
      {sheet.separators.map((pathD) => (
        <path key={pathD} d={pathD} strokeWidth=".25" strokeLinecap="butt" />
      ))}
      {sheet.boxes.map((box) => (
        <path key={`${box.lead} ${box.yMm}`} d={box.pathD} data-lead={box.lead} />
      ))}
    </g>
  )
}

/** Behind the trace and fainter than the grid: to be seen at once, never to be taken for a wave. */
function Watermark({ sheet, text }: { readonly sheet: TraceLayout; readonly text: string }) {
  const everyMm = 90
  const count = Math.max(1, Math.round(sheet.widthMm / everyMm))
  const places = Array.from({ length: count }, (_, index) => ((index + 0.5) * sheet.widthMm) / count)
  return (
    <g fontSize="17" textAnchor="middle" letterSpacing="4" className="fill-(--paper-thick) font-bold opacity-20">
      {places.map((xMm) => (
        <text key={xMm} x={xMm} y={sheet.heightMm / 2 + 6}>
          {text}
        </text>
      ))}
    </g>
  )
}
