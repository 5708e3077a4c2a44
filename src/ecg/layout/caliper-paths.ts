/** A caliper as lines and a label on a sheet, in millimetres: what the screen, the picture and the PDF draw alike. */
import { type Caliper, isAmplitude } from '../calipers/caliper'
import { marchedMs } from '../calipers/snapping'
import { xMmAt, yMmAt } from './box-scale'
import type { TraceBox, TraceLayout } from './layout-trace'

export type CaliperPaths = {
  /** In the lead it lies in. */
  readonly solidD: string
  /** The same instants in every other lead that shows them, in short strokes. */
  readonly dashedD: string
  readonly label: { readonly xMm: number; readonly yMm: number } | null
}

export const CALIPER_LABEL_MM = 3
export const CALIPER_BELOW_MM = 7

const ABOVE_MM = 11
const TICK_MM = 1.4
const DASH_MM = 1
/** Of the size of a letter. */
const LETTER_SHARE = 0.56

export function caliperPaths(sheet: TraceLayout, caliper: Caliper, labelText: string): CaliperPaths {
  const shown = sheet.boxes.filter((box) => isIn(box, caliper))
  const own = shown.filter((box) => box.lead === caliper.lead)
  const others = isAmplitude(caliper) ? [] : shown.filter((box) => box.lead !== caliper.lead)
  return {
    solidD: own
      .map((box) => (isAmplitude(caliper) ? height(sheet, box, caliper) : width(sheet, box, caliper)))
      .join(''),
    dashedD: others.map((box) => through(sheet, box, caliper)).join(''),
    label: own[0] ? labelPlace(sheet, own[0], caliper, labelText) : null,
  }
}

function through(sheet: TraceLayout, box: TraceBox, caliper: Caliper): string {
  const dashes = Array.from({ length: (ABOVE_MM + CALIPER_BELOW_MM) / (2 * DASH_MM) }, (_, dash) => dash * 2 * DASH_MM)
  return timesOf(caliper, box)
    .flatMap((ms) =>
      dashes.map((down) => `M${mm(xMmAt(box, sheet.scale, ms))} ${mm(box.yMm - ABOVE_MM + down)}v${DASH_MM}`),
    )
    .join('')
}

function width(sheet: TraceLayout, box: TraceBox, caliper: Caliper): string {
  const topMm = box.yMm - ABOVE_MM
  const uprights = timesOf(caliper, box).map(
    (ms) => `M${mm(xMmAt(box, sheet.scale, ms))} ${mm(topMm)}v${ABOVE_MM + CALIPER_BELOW_MM}`,
  )
  const within = [caliper.fromMs, caliper.toMs].map((ms) => Math.min(box.endMs, Math.max(box.startMs, ms)))
  const [fromMm, toMm] = within.map((ms) => xMmAt(box, sheet.scale, ms))
  return `${uprights.join('')}M${mm(fromMm ?? 0)} ${mm(topMm + TICK_MM)}h${mm((toMm ?? 0) - (fromMm ?? 0))}`
}

function height(sheet: TraceLayout, box: TraceBox, caliper: Caliper): string {
  const [startMm, xMm] = [caliper.fromMs, caliper.toMs].map((ms) => xMmAt(box, sheet.scale, ms)) as [number, number]
  const [fromMm, toMm] = [caliper.fromUv ?? 0, caliper.toUv ?? 0].map((uv) => yMmAt(box, sheet.scale, uv)) as [
    number,
    number,
  ]
  const leftMm = Math.min(startMm, xMm) - TICK_MM
  return [
    `M${mm(leftMm)} ${mm(fromMm)}h${mm(Math.max(startMm, xMm) + TICK_MM - leftMm)}`,
    `M${mm(xMm - TICK_MM)} ${mm(toMm)}h${2 * TICK_MM}`,
    `M${mm(xMm)} ${mm(fromMm)}v${mm(toMm - fromMm)}`,
  ].join('')
}

function labelPlace(sheet: TraceLayout, box: TraceBox, caliper: Caliper, text: string) {
  const middleMs = isAmplitude(caliper) ? caliper.toMs : (caliper.fromMs + caliper.toMs) / 2
  const halfMm = (text.length * CALIPER_LABEL_MM * LETTER_SHARE) / 2
  const wantedMm = xMmAt(box, sheet.scale, middleMs)
  const tops = [caliper.fromUv, caliper.toUv].map((uv) => yMmAt(box, sheet.scale, uv ?? box.baselineUv))
  const yMm = isAmplitude(caliper) ? Math.min(...tops) - 2 : box.yMm - ABOVE_MM
  return {
    xMm: mm(Math.min(sheet.widthMm - halfMm - 1, Math.max(halfMm + 1, wantedMm))),
    yMm: mm(Math.max(CALIPER_LABEL_MM, yMm)),
  }
}

function timesOf(caliper: Caliper, box: TraceBox): readonly number[] {
  const times = caliper.kind === 'march' ? marchedMs(caliper, box.startMs, box.endMs) : [caliper.fromMs, caliper.toMs]
  return times.filter((ms) => ms >= box.startMs && ms <= box.endMs)
}

function isIn(box: TraceBox, caliper: Caliper): boolean {
  if (caliper.picture) return false
  if (caliper.kind === 'march') return true
  return Math.max(caliper.fromMs, caliper.toMs) >= box.startMs && Math.min(caliper.fromMs, caliper.toMs) <= box.endMs
}

function mm(value: number): number {
  return Math.round(value * 100) / 100
}
