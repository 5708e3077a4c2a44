import { useTranslations } from 'next-intl'
import { layoutTrace, type PaperScale, type Waveform } from '@/ecg/layout/layout-trace'
import type { LayoutId } from '@/ecg/layout/layouts'
import { HALO, Labels } from './labels'

/** As much as the narrowest screen shows at the usual size. */
const WIDTH_MM = 88

/** Lead names, and the word for a made ECG, that stay in sight while the paper is pushed sideways. */
export function RowLabels({
  waveform,
  isSynthetic,
  layoutId,
  scale,
  zoom,
}: {
  readonly waveform: Waveform
  readonly isSynthetic: boolean
  readonly layoutId: LayoutId
  readonly scale: PaperScale
  readonly zoom: number
}) {
  const t = useTranslations('trace')
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
      {isSynthetic && (
        <text
          x={WIDTH_MM - 1}
          y="5"
          textAnchor="end"
          fontSize="2.75"
          className="fill-(--paper-note) font-bold"
          {...HALO}
        >
          {t('synthetic')}
        </text>
      )}
    </svg>
  )
}
