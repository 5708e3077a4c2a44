import { useTranslations } from 'next-intl'
import { leadLabel, type TraceBox } from '@/ecg/layout/layout-trace'

const LABEL_MM = 3.1

/** Clears the grid around letters that lie under the trace. */
export const HALO = { stroke: 'var(--paper)', strokeWidth: 1, paintOrder: 'stroke' } as const

/** The name of every lead, and that it was not recorded where that is so. Never smaller than at the usual size. */
export function Labels({
  boxes,
  zoom,
  hasHalo = true,
}: {
  readonly boxes: readonly TraceBox[]
  readonly zoom: number
  /** Not where they lie over the trace: a halo would hide it. */
  readonly hasHalo?: boolean
}) {
  const t = useTranslations('trace')
  return (
    <g fontSize={LABEL_MM / Math.min(1, zoom)} className="fill-(--paper-label) font-semi" {...(hasHalo && HALO)}>
      {boxes.map((box) => (
        <text key={`${box.lead} ${box.yMm}`} x={box.labelXMm} y={box.labelYMm}>
          {leadLabel(box)}
          {box.isMissing && (
            <tspan dx="1.5" className="fill-(--paper-note) font-medium">
              {t('absent')}
            </tspan>
          )}
        </text>
      ))}
    </g>
  )
}
