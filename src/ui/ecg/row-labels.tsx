import { useTranslations } from 'next-intl'
import type { TraceLayout } from '@/ecg/layout/layout-trace'
import { Labels } from './labels'

/** As much as the narrowest screen shows at the usual size. */
const WIDTH_MM = 88
const NOTE_MM = 2.75

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
  const widthMm = WIDTH_MM / zoom
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      style={{ width: `calc(var(--mm) * ${WIDTH_MM})`, height: `calc(var(--mm) * ${heightMm * zoom})` }}
      className="pointer-events-none sticky left-0 col-start-1 row-start-1"
    >
      <Labels boxes={sheet.boxes} zoom={zoom} hasHalo={false} />
      {isSynthetic && (
        <text
          x={widthMm - 1}
          y="3.4"
          textAnchor="end"
          fontSize={NOTE_MM / Math.max(1, zoom)}
          className="fill-(--paper-note) font-bold"
        >
          {t('synthetic')}
        </text>
      )}
    </svg>
  )
}
