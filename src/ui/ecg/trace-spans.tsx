import type { TraceBox, TraceLayout } from '@/ecg/layout/layout-trace'
import type { Span, SpanTone } from '../analysis/mark-spans'

const ABOVE_MM = 11
const BELOW_MM = 7
const EDGE_MM = 0.18

const FILL: Readonly<Record<SpanTone, string>> = {
  measure: 'fill-(--caliper) opacity-15',
  raised: 'fill-(--st-up)',
  lowered: 'fill-(--st-down)',
  quality: 'fill-(--quality) opacity-20',
}

/** Stretches of the trace that a number or a finding speaks of, shaded behind the line, with an edge where each begins and ends. */
export function TraceSpans({ sheet, spans }: { readonly sheet: TraceLayout; readonly spans: readonly Span[] }) {
  return (
    <g>
      {sheet.boxes.flatMap((box) =>
        spans.map((span) => {
          const place = placeIn(box, span, sheet.scale.mmPerSecond)
          if (!place) return null
          const { fromMm, toMm } = place
          return (
            <g key={`${box.lead} ${box.yMm} ${span.fromMs} ${span.lead}`}>
              <rect
                x={fromMm}
                width={toMm - fromMm}
                y={box.yMm - ABOVE_MM}
                height={ABOVE_MM + BELOW_MM}
                className={FILL[span.tone]}
              />
              {span.tone === 'measure' && (
                <path
                  d={`M${fromMm} ${box.yMm - ABOVE_MM}v${ABOVE_MM + BELOW_MM}M${toMm} ${box.yMm - ABOVE_MM}v${ABOVE_MM + BELOW_MM}`}
                  strokeWidth={EDGE_MM}
                  className="stroke-(--caliper)"
                />
              )}
            </g>
          )
        }),
      )}
    </g>
  )
}

function placeIn(box: TraceBox, span: Span, mmPerSecond: number): { fromMm: number; toMm: number } | null {
  if (span.lead !== null && span.lead !== box.lead) return null
  const fromMs = Math.max(span.fromMs, box.startMs)
  const toMs = Math.min(span.toMs, box.endMs)
  if (toMs <= fromMs) return null
  const mmAt = (instantMs: number) => box.xMm + ((instantMs - box.startMs) / 1000) * mmPerSecond
  return { fromMm: mmAt(fromMs), toMm: mmAt(toMs) }
}
