import { type Fiducial, fiducialsIn, type MarkedBeats } from '@/ecg/calipers/snapping'
import { xMmAt } from '@/ecg/layout/box-scale'
import type { TraceBox, TraceLayout } from '@/ecg/layout/layout-trace'

const ABOVE_MM = 7
const BELOW_MM = 5
const TICK_MM = 2.4
const J60_MS = 60
/** Peaks need no tick: they are seen. */
const LIMITS: readonly Fiducial['name'][] = ['pOnset', 'pOffset', 'qrsOnset', 'tOffset']

/** Where the engine saw the waves of each beat: ticks at P, QRS and T, a line at J, a dashed one 60 ms after it. */
export function FiducialMarks({ sheet, marked }: { readonly sheet: TraceLayout; readonly marked: MarkedBeats }) {
  return (
    <g fill="none" strokeWidth=".25" className="stroke-(--caliper)" data-fiducials>
      {sheet.boxes.map((box) => {
        const fiducials = fiducialsIn(marked, box.lead)
        const xsOf = (wanted: (name: Fiducial['name']) => boolean, laterMs = 0) =>
          fiducials
            .filter(({ name, atMs }) => wanted(name) && atMs + laterMs >= box.startMs && atMs + laterMs <= box.endMs)
            .map(({ atMs }) => place(sheet, box, atMs + laterMs))
        const tall = (xs: readonly number[]) =>
          xs.map((xMm) => `M${xMm} ${box.yMm - ABOVE_MM}v${ABOVE_MM + BELOW_MM}`).join('')
        const isJ = (name: Fiducial['name']) => name === 'jPoint'
        return (
          <g key={`${box.lead} ${box.yMm} ${box.xMm}`}>
            <path
              d={xsOf((name) => LIMITS.includes(name))
                .map((xMm) => `M${xMm} ${box.yMm + BELOW_MM - TICK_MM}v${TICK_MM}`)
                .join('')}
            />
            <path d={tall(xsOf(isJ))} className="stroke-(--emergent)" />
            <path d={tall(xsOf(isJ, J60_MS))} strokeDasharray=".8 .8" className="stroke-(--emergent)" />
          </g>
        )
      })}
    </g>
  )
}

function place({ scale }: TraceLayout, box: TraceBox, atMs: number): number {
  return Math.round(xMmAt(box, scale, atMs) * 100) / 100
}
