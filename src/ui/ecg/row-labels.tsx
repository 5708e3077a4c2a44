import { layoutTrace, type PaperScale, type Waveform } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import { Labels } from './labels'

const WIDTH_MM = 40

/** Lead names that stay at the left edge while the paper is pushed sideways. */
export function RowLabels({
  waveform,
  layoutId,
  scale,
  zoom,
}: {
  readonly waveform: Waveform
  readonly layoutId: LayoutId
  readonly scale: PaperScale
  readonly zoom: number
}) {
  const namesOnly = waveform.leads.map((lead) => ({ ...lead, samplesUv: new Float32Array() }))
  const { boxes, heightMm } = layoutTrace({ ...waveform, leads: namesOnly }, layoutId, scale)
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH_MM} ${heightMm}`}
      style={{ width: `calc(var(--mm) * ${WIDTH_MM * zoom})`, height: `calc(var(--mm) * ${heightMm * zoom})` }}
      className="pointer-events-none sticky left-0 col-start-1 row-start-1"
    >
      <Labels boxes={boxes} zoom={zoom} />
    </svg>
  )
}
