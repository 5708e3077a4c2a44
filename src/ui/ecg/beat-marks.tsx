import type { BeatLayout } from '@/ecg/layout/layout-beat'
import type { Marks } from '@/ecg/measure/types'

const J60_MS = 60
const LABEL_MM = 2.6

/** Upright lines at the limits of P, QRS and T, at J and 60 ms after it; and the level that voltages are read from. */
export function BeatMarks({ layout, marks }: { readonly layout: BeatLayout; readonly marks: Marks }) {
  const { heightMm, widthMm, baselineMm, xMmAt } = layout
  const named: readonly (readonly [string, number | null])[] = [
    ['P', marks.pOnsetMs],
    ['', marks.pOffsetMs],
    ['Q', marks.qrsOnsetMs],
    ['J', marks.qrsOffsetMs],
    ['+60', marks.qrsOffsetMs === null ? null : marks.qrsOffsetMs + J60_MS],
    ['T', marks.tOffsetMs],
  ]
  return (
    <g>
      <path
        d={`M0 ${baselineMm}H${widthMm}`}
        strokeWidth=".15"
        strokeDasharray="1 1"
        className="stroke-(--paper-note)"
      />
      {named.flatMap(([name, atMs]) =>
        atMs === null
          ? []
          : [
              <g key={`${name} ${atMs}`} className={name.startsWith('J') || name === '+60' ? RED : PLAIN}>
                <path
                  d={`M${xMmAt(atMs)} 0V${heightMm}`}
                  strokeWidth=".2"
                  strokeDasharray={name === '+60' ? '.8 .8' : undefined}
                />
                <text
                  x={xMmAt(atMs) + 0.4}
                  y={LABEL_MM}
                  fontSize={LABEL_MM}
                  stroke="none"
                  className="fill-(--paper-note)"
                >
                  {name}
                </text>
              </g>,
            ],
      )}
    </g>
  )
}

const RED = 'stroke-(--emergent)'
const PLAIN = 'stroke-(--caliper)'
