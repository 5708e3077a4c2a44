import { useTranslations } from 'next-intl'
import {
  layoutTrace,
  type PaperScale,
  STANDARD_SCALE,
  type TraceLayout,
  type Waveform,
} from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import { HALO, Labels } from './labels'
import { PaperSheet } from './paper-sheet'

export type EcgPaperProps = {
  readonly waveform: Waveform
  readonly isSynthetic: boolean
  readonly layoutId?: LayoutId
  readonly scale?: PaperScale
  readonly offsetMs?: number
  readonly zoom?: number
  /** 0.05 for the screen; 0.1 where the drawing has to travel. */
  readonly resolutionMm?: number
  /** Where the names of the leads lie on top of the paper and stay in sight. */
  readonly hasLabels?: boolean
  readonly className?: string
}

/** Below this size a millimetre is too few pixels for its own line. */
const SMALLEST_ZOOM_WITH_FINE_GRID = 0.75
const NOTE_MM = 2.75
const TRACE_MM = 0.36
const SMALL_TRACE_MM = 0.5

/** An ECG on calibrated paper. Needs no script: the server can send it as it is. */
export function EcgPaper({
  waveform,
  isSynthetic,
  layoutId = '3x4+1',
  scale = STANDARD_SCALE,
  offsetMs = 0,
  zoom = 1,
  resolutionMm = 0.05,
  hasLabels = true,
  className,
}: EcgPaperProps) {
  const t = useTranslations('trace')
  const sheet = layoutTrace(waveform, layoutId, scale, { offsetMs, resolutionMm })
  const missing = [...new Set(sheet.boxes.filter((box) => box.isMissing).map((box) => box.lead))]
  const sentence = [
    t('describe', {
      layout: t(`layout.${layoutId}.long`),
      speed: scale.mmPerSecond,
      gain: scale.mmPerMv,
      from: offsetMs / 1000,
      to: offsetMs / 1000 + 10,
    }),
    missing.length > 0 && t('describeMissing', { leads: missing.join(', ') }),
    isSynthetic && t('describeSynthetic'),
  ]
  return (
    <PaperSheet
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      zoom={zoom}
      hasFineGrid={zoom >= SMALLEST_ZOOM_WITH_FINE_GRID}
      label={sentence.filter(Boolean).join(' ')}
      className={className ?? ''}
    >
      {isSynthetic && <Watermark sheet={sheet} text={t('watermark')} />}
      <Traces sheet={sheet} widthMm={zoom < 1 ? SMALL_TRACE_MM : TRACE_MM} />
      {hasLabels && <Labels boxes={sheet.boxes} zoom={zoom} />}
      <text
        x={sheet.boxes[0]?.xMm}
        y={sheet.heightMm - 1.8}
        fontSize={NOTE_MM / Math.min(1, zoom)}
        className="fill-(--paper-note) font-medium"
        {...HALO}
      >
        {t('scale', { speed: scale.mmPerSecond, gain: scale.mmPerMv })}
        {' · '}
        {t('noFilter')}
        {' · '}
        {t('rate', { rate: Math.round(waveform.sampleRateHz) })}
      </text>
      {isSynthetic && (
        <text
          x={sheet.widthMm - 2.5}
          y={sheet.heightMm - 1.8}
          textAnchor="end"
          fontSize={NOTE_MM / Math.min(1, zoom)}
          letterSpacing=".16"
          className="fill-(--paper-note) font-bold"
          {...HALO}
        >
          {t('synthetic')}
        </text>
      )}
    </PaperSheet>
  )
}

function Traces({ sheet, widthMm }: { readonly sheet: TraceLayout; readonly widthMm: number }) {
  return (
    <g className="stroke-(--trace)" fill="none" strokeWidth={widthMm} strokeLinejoin="round" strokeLinecap="round">
      {sheet.calibrationPulses.map((pathD) => (
        <path key={pathD} d={pathD} strokeLinecap="butt" strokeLinejoin="miter" />
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
