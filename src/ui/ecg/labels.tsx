import { useTranslations } from 'next-intl'
import type { TraceBox } from '@/ecg/layout/layout-trace'

const LABEL_MM = 3.1

/** Keeps labels legible where the trace runs through them. */
export const HALO = { stroke: 'var(--paper)', strokeWidth: 1, paintOrder: 'stroke' } as const

/** The name of every lead, and that it was not recorded where that is so. Never smaller than at the usual size. */
export function Labels({ boxes, zoom }: { readonly boxes: readonly TraceBox[]; readonly zoom: number }) {
  const t = useTranslations('trace')
  return (
    <g fontSize={LABEL_MM / Math.min(1, zoom)} className="fill-(--paper-label) font-semi" {...HALO}>
      {boxes.map((box) => (
        <text key={`${box.lead} ${box.yMm}`} x={box.labelXMm} y={box.labelYMm}>
          {box.lead}
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
