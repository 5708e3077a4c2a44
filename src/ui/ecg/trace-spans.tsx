import type { TraceBox, TraceLayout, Waveform } from '@/ecg/layout/layout-trace'
import type { Span, SpanTone } from '../analysis/mark-spans'
import { areaPath } from './span-area'

const ABOVE_MM = 11
const BELOW_MM = 7
const EDGE_MM = 0.18

const FILL: Readonly<Record<SpanTone, string>> = {
  measure: 'fill-(--caliper) opacity-15',
  raised: 'fill-(--st-up)',
  lowered: 'fill-(--st-down)',
  quality: 'fill-(--quality) opacity-20',
}

type Props = { readonly sheet: TraceLayout; readonly samples: Waveform; readonly spans: readonly Span[] }

/**
 * Stretches of the trace that a number or a finding speaks of, behind the line: a band with an edge where it begins
 * and ends; of a raised or lowered ST the area between the trace and the level before QRS.
 */
export function TraceSpans({ sheet, samples, spans }: Props) {
  return (
    <g>
      {sheet.boxes.flatMap((box) =>
        spans.flatMap((span) => {
          const place = placeIn(box, span)
          if (!place) return []
          const key = `${box.lead} ${box.yMm} ${span.fromMs} ${span.lead} ${span.tone}`
          const { levelAtMs } = span
          if (levelAtMs === undefined)
            return [<Band key={key} box={box} tone={span.tone} place={place} sheet={sheet} />]
          return [
            <path key={key} d={areaPath(sheet, samples, box, { ...place, levelAtMs })} className={FILL[span.tone]} />,
          ]
        }),
      )}
    </g>
  )
}

type Place = { readonly fromMs: number; readonly toMs: number }

function Band({
  box,
  tone,
  place,
  sheet,
}: {
  readonly box: TraceBox
  readonly tone: SpanTone
  readonly place: Place
  readonly sheet: TraceLayout
}) {
  const mmAt = (instantMs: number) => box.xMm + ((instantMs - box.startMs) / 1000) * sheet.scale.mmPerSecond
  const [fromMm, toMm, topMm] = [mmAt(place.fromMs), mmAt(place.toMs), box.yMm - ABOVE_MM]
  const heightMm = ABOVE_MM + BELOW_MM
  return (
    <g>
      <rect x={fromMm} width={toMm - fromMm} y={topMm} height={heightMm} className={FILL[tone]} />
      {tone === 'measure' && (
        <path
          d={`M${fromMm} ${topMm}v${heightMm}M${toMm} ${topMm}v${heightMm}`}
          strokeWidth={EDGE_MM}
          className="stroke-(--caliper)"
        />
      )}
    </g>
  )
}

function placeIn(box: TraceBox, span: Span): Place | null {
  if (span.lead !== null && span.lead !== box.lead) return null
  const fromMs = Math.max(span.fromMs, box.startMs)
  const toMs = Math.min(span.toMs, box.endMs)
  return toMs > fromMs ? { fromMs, toMs } : null
}
