import { useTranslations } from 'next-intl'
import type { TraceLayout } from '@/ecg/layout/layout-trace'
import { Labels } from './labels'

/** As much as the narrowest screen shows at the usual size. */
const WIDTH_MM = 88

/** Lead names, and the word for a made ECG, that stay in sight while the paper is pushed sideways. */
export function RowLabels({
  sheet,
  isSynthetic,
  zoom,
}: {
  readonly sheet: TraceLayout
  readonly isSynthetic: boolean
  readonly zoom: number
}) {
  const t = useTranslations('trace')
  const { heightMm } = sheet
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH_MM} ${heightMm}`}
      style={{ width: `calc(var(--mm) * ${WIDTH_MM * zoom})`, height: `calc(var(--mm) * ${heightMm * zoom})` }}
      className="pointer-events-none sticky left-0 col-start-1 row-start-1"
    >
      <Labels boxes={sheet.boxes} zoom={zoom} hasHalo={false} />
      {isSynthetic && (
        <text x={WIDTH_MM - 1} y="5" textAnchor="end" fontSize="2.75" className="fill-(--paper-note) font-bold">
          {t('synthetic')}
        </text>
      )}
    </svg>
  )
}
