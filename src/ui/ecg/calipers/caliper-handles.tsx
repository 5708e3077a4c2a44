import { useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent } from 'react'
import { type Caliper, isAmplitude } from '@/ecg/calipers/caliper'
import { xMmAt, yMmAt } from '@/ecg/layout/box-scale'
import { CALIPER_BELOW_MM } from '@/ecg/layout/caliper-paths'
import type { TraceBox, TraceLayout } from '@/ecg/layout/layout-trace'
import type { CaliperEnd } from './placing'
import { useCaliperText } from './use-caliper-text'

type Props = {
  readonly sheet: TraceLayout
  readonly caliperId: string
  readonly caliper: Caliper
  readonly zoom: number
  readonly onDown: (event: PointerEvent, caliperId: string, caliper: Caliper, end: CaliperEnd) => void
  readonly onKey: (event: KeyboardEvent, caliperId: string, caliper: Caliper, end: CaliperEnd) => void
}

const KNOB_MM = 1.1
/** Wide enough for a finger at the usual size. */
const REACH_MM = 4

export const handleId = (caliperId: string, end: CaliperEnd): string => `caliper-${caliperId}-${end}`

/** The two ends of a caliper, to be dragged, or moved with arrows while they have the focus. */
export function CaliperHandles({ sheet, caliperId, caliper, zoom, onDown, onKey }: Props) {
  const t = useTranslations('trace.caliper')
  const text = useCaliperText()
  const own = sheet.boxes.filter((box) => box.lead === caliper.lead)
  return (['from', 'to'] as const).map((end) => {
    const atMs = end === 'from' ? caliper.fromMs : caliper.toMs
    const box = own.find(({ startMs, endMs }) => atMs >= startMs && atMs <= endMs)
    if (!box) return null
    const { xMm, yMm } = placeOf(sheet, box, caliper, end)
    return (
      <g
        key={end}
        id={handleId(caliperId, end)}
        role="slider"
        tabIndex={0}
        aria-label={t(end === 'from' ? 'begin' : 'end', { what: text.name(caliper) })}
        aria-valuenow={Math.round(atMs)}
        aria-valuemin={Math.round(box.startMs)}
        aria-valuemax={Math.round(box.endMs)}
        aria-valuetext={text.long(caliper)}
        onPointerDown={(event) => onDown(event, caliperId, caliper, end)}
        onKeyDown={(event) => onKey(event, caliperId, caliper, end)}
        className="group cursor-grab touch-none outline-none active:cursor-grabbing"
      >
        <circle cx={xMm} cy={yMm} r={REACH_MM / Math.max(1, zoom)} className="fill-transparent" />
        <circle
          cx={xMm}
          cy={yMm}
          r={KNOB_MM}
          strokeWidth=".35"
          className="fill-(--caliper) stroke-(--paper) group-focus-visible:stroke-(--text) group-focus-visible:[stroke-width:.9]"
        />
      </g>
    )
  })
}

function placeOf(sheet: TraceLayout, box: TraceBox, caliper: Caliper, end: CaliperEnd) {
  const { scale } = sheet
  if (!isAmplitude(caliper))
    return { xMm: xMmAt(box, scale, end === 'from' ? caliper.fromMs : caliper.toMs), yMm: box.yMm + CALIPER_BELOW_MM }
  return end === 'from'
    ? { xMm: xMmAt(box, scale, caliper.fromMs), yMm: yMmAt(box, scale, caliper.fromUv ?? 0) }
    : { xMm: xMmAt(box, scale, caliper.toMs), yMm: yMmAt(box, scale, caliper.toUv ?? 0) }
}
