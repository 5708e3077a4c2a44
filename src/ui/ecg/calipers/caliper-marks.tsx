import type { Caliper } from '@/ecg/calipers/caliper'
import { CALIPER_LABEL_MM, caliperPaths } from '@/ecg/layout/caliper-paths'
import type { TraceLayout } from '@/ecg/layout/layout-trace'

const LINE_MM = 0.25

type Props = {
  readonly sheet: TraceLayout
  readonly caliper: Caliper
  readonly label: string
  readonly isMine: boolean
}

/** A caliper as it lies on the paper: strong in its own lead, dashed through every other that shows the same time. */
export function CaliperMarks({ sheet, caliper, label, isMine }: Props) {
  const { solidD, dashedD, label: place } = caliperPaths(sheet, caliper, label)
  return (
    <g data-caliper={caliper.kind}>
      <g fill="none" strokeWidth={LINE_MM} className={isMine ? 'stroke-(--caliper)' : 'stroke-(--trace-prev)'}>
        <path d={solidD} />
        <path d={dashedD} opacity=".55" />
      </g>
      {place && (
        <text
          x={place.xMm}
          y={place.yMm}
          textAnchor="middle"
          fontSize={CALIPER_LABEL_MM}
          stroke="var(--paper)"
          strokeWidth="1"
          paintOrder="stroke"
          className={`font-semi ${isMine ? 'fill-(--caliper)' : 'fill-(--trace-prev)'}`}
        >
          {label}
        </text>
      )}
    </g>
  )
}
