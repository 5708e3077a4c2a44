import type { Caliper } from '@/ecg/calipers/caliper'
import { isAmplitude } from '@/ecg/calipers/caliper'
import { marchedMs } from '@/ecg/calipers/snapping'
import { xMmAt, yMmAt } from '@/ecg/layout/box-scale'
import type { TraceBox, TraceLayout } from '@/ecg/layout/layout-trace'

const ABOVE_MM = 11
const BELOW_MM = 7
const LINE_MM = 0.25
const TICK_MM = 1.4
export const CALIPER_LABEL_MM = 3

type Props = {
  readonly sheet: TraceLayout
  readonly caliper: Caliper
  readonly label: string
  readonly isMine: boolean
}

/** A caliper as it lies on the paper: strong in its own lead, dashed through every other that shows the same time. */
export function CaliperMarks({ sheet, caliper, label, isMine }: Props) {
  const own = sheet.boxes.filter((box) => box.lead === caliper.lead && isIn(box, caliper))
  const others = sheet.boxes.filter((box) => !own.includes(box) && isIn(box, caliper))
  return (
    <g
      fill="none"
      strokeWidth={LINE_MM}
      className={isMine ? 'stroke-(--caliper)' : 'stroke-(--trace-prev)'}
      data-caliper={caliper.kind}
    >
      {!isAmplitude(caliper) && others.map((box) => <Through key={keyOf(box)} {...{ sheet, box, caliper }} />)}
      {own.map((box, index) => (
        <g key={keyOf(box)}>
          {isAmplitude(caliper) ? <Height {...{ sheet, box, caliper }} /> : <Width {...{ sheet, box, caliper }} />}
          {index === 0 && <Label {...{ sheet, box, caliper, label, isMine }} />}
        </g>
      ))}
    </g>
  )
}

type Part = { readonly sheet: TraceLayout; readonly box: TraceBox; readonly caliper: Caliper }

/** The same instants in another lead. */
function Through({ sheet, box, caliper }: Part) {
  const lines = timesOf(caliper, box).map(
    (ms) => `M${xMmAt(box, sheet.scale, ms)} ${box.yMm - ABOVE_MM}v${ABOVE_MM + BELOW_MM}`,
  )
  return <path d={lines.join('')} strokeDasharray="1 1" opacity=".55" />
}

function Width({ sheet, box, caliper }: Part) {
  const [fromMm, toMm] = [xMmAt(box, sheet.scale, caliper.fromMs), xMmAt(box, sheet.scale, caliper.toMs)]
  const topMm = box.yMm - ABOVE_MM
  const marched = timesOf(caliper, box).map((ms) => `M${xMmAt(box, sheet.scale, ms)} ${topMm}v${ABOVE_MM + BELOW_MM}`)
  return (
    <>
      <path d={marched.join('')} />
      <path d={`M${fromMm} ${topMm + TICK_MM}H${toMm}`} />
    </>
  )
}

function Height({ sheet, box, caliper }: Part) {
  const xMm = xMmAt(box, sheet.scale, caliper.toMs)
  const startMm = xMmAt(box, sheet.scale, caliper.fromMs)
  const [fromMm, toMm] = [caliper.fromUv ?? 0, caliper.toUv ?? 0].map((uv) => yMmAt(box, sheet.scale, uv))
  return (
    <>
      <path d={`M${Math.min(startMm, xMm) - TICK_MM} ${fromMm}H${xMm + TICK_MM}`} strokeDasharray="1 .6" />
      <path d={`M${xMm - TICK_MM} ${toMm}h${2 * TICK_MM}M${xMm} ${fromMm}V${toMm}`} />
    </>
  )
}

function Label({ sheet, box, caliper, label, isMine }: Part & { readonly label: string; readonly isMine: boolean }) {
  const middleMs = isAmplitude(caliper) ? caliper.toMs : (caliper.fromMs + caliper.toMs) / 2
  const wantedMm = xMmAt(box, sheet.scale, middleMs)
  const halfMm = (label.length * CALIPER_LABEL_MM * 0.56) / 2
  const xMm = Math.min(sheet.widthMm - halfMm - 1, Math.max(halfMm + 1, wantedMm))
  const yMm = isAmplitude(caliper)
    ? Math.min(yMmAt(box, sheet.scale, caliper.toUv ?? 0), yMmAt(box, sheet.scale, caliper.fromUv ?? 0)) - 2
    : box.yMm - ABOVE_MM
  return (
    <text
      x={xMm}
      y={Math.max(CALIPER_LABEL_MM, yMm)}
      textAnchor="middle"
      fontSize={CALIPER_LABEL_MM}
      stroke="var(--paper)"
      strokeWidth="1"
      paintOrder="stroke"
      className={`font-semi ${isMine ? 'fill-(--caliper)' : 'fill-(--trace-prev)'}`}
    >
      {label}
    </text>
  )
}

function timesOf(caliper: Caliper, box: TraceBox): readonly number[] {
  const times = caliper.kind === 'march' ? marchedMs(caliper, box.startMs, box.endMs) : [caliper.fromMs, caliper.toMs]
  return times.filter((ms) => ms >= box.startMs && ms <= box.endMs)
}

function isIn(box: TraceBox, caliper: Caliper): boolean {
  if (caliper.kind === 'march') return true
  return Math.max(caliper.fromMs, caliper.toMs) >= box.startMs && Math.min(caliper.fromMs, caliper.toMs) <= box.endMs
}

function keyOf(box: TraceBox): string {
  return `${box.lead} ${box.yMm} ${box.xMm}`
}
