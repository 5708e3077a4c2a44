import { layoutTrace, type PaperScale, paperSize } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'

/** Lead names that stay at the left edge while the paper is pushed sideways. */
export function RowLabels({
  layoutId,
  scale,
  zoom,
}: {
  readonly layoutId: LayoutId
  readonly scale: PaperScale
  readonly zoom: number
}) {
  const { heightMm } = paperSize(layoutId, scale)
  const { boxes } = layoutTrace({ sampleRateHz: 1, leads: [] }, layoutId, scale)
  const fontSize = 3.1 / Math.min(1, zoom)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 12 ${heightMm}`}
      style={{ width: `calc(var(--mm) * ${12 * zoom})`, height: `calc(var(--mm) * ${heightMm * zoom})` }}
      className="pointer-events-none sticky left-0 col-start-1 row-start-1"
    >
      <g
        fontSize={fontSize}
        className="fill-(--paper-label) font-semi"
        stroke="var(--paper)"
        strokeWidth="1"
        paintOrder="stroke"
      >
        {boxes.map((box) => (
          <text key={box.lead} x="1.5" y={box.labelYMm}>
            {box.lead}
          </text>
        ))}
      </g>
    </svg>
  )
}
