/** From a place on the paper to a caliper: which lead lies there, what it is drawn to, what error it has. */
import { type Caliper, type CaliperKind, isAmplitude } from '@/ecg/calipers/caliper'
import { placingError } from '@/ecg/calipers/reading'
import { fiducialsIn, type MarkedBeats, markedInterval, nearestBeat, rrNear, snappedMs } from '@/ecg/calipers/snapping'
import { msAt, uvAt } from '@/ecg/layout/box-scale'
import { sampleIndex, type TraceBox, type TraceLayout, type Waveform } from '@/ecg/layout/layout-trace'

export type PaperPoint = { readonly xMm: number; readonly yMm: number }
export type CaliperEnd = 'from' | 'to'

export type Paper = {
  readonly sheet: TraceLayout
  readonly samples: Waveform
  readonly marked: MarkedBeats
  /** One pixel of the screen. */
  readonly pixelMm: number
}

const SNAP_MM = 1.5

/** The lead whose row is nearest, in the column of the place; null beside the paper. */
export function boxAt({ boxes }: TraceLayout, { xMm, yMm }: PaperPoint): TraceBox | null {
  const here = boxes.filter((box) => xMm >= box.xMm - 1 && xMm <= box.xMm + box.widthMm + 1 && !box.isMissing)
  return here.toSorted((one, other) => Math.abs(one.yMm - yMm) - Math.abs(other.yMm - yMm))[0] ?? null
}

export function startedAt(paper: Paper, box: TraceBox, kind: CaliperKind, point: PaperPoint, isFree: boolean): Caliper {
  const atMs = instantAt(paper, box, point.xMm, isFree)
  const atUv = kind === 'amplitude' ? levelAt(paper, box, atMs, point.yMm, isFree) : null
  return {
    kind,
    lead: box.lead,
    fromMs: atMs,
    toMs: atMs,
    fromUv: atUv,
    toUv: atUv,
    rrMs: kind === 'qt' ? rrNear(paper.marked, atMs) : null,
    ...placingError(paper.samples.sampleRateHz, paper.pixelMm, paper.sheet.scale),
    picture: null,
  }
}

/** One end taken to a place. */
export function withEndAt(
  paper: Paper,
  box: TraceBox,
  caliper: Caliper,
  end: CaliperEnd,
  point: PaperPoint,
  isFree: boolean,
): Caliper {
  const atMs = instantAt(paper, box, point.xMm, isFree)
  const moved = withEnd(caliper, end, atMs)
  if (!isAmplitude(caliper)) return moved
  const atUv = levelAt(paper, box, atMs, point.yMm, isFree)
  return end === 'from' ? { ...moved, fromUv: atUv } : { ...moved, toUv: atUv }
}

export function withEnd(caliper: Caliper, end: CaliperEnd, atMs: number): Caliper {
  return end === 'from' ? { ...caliper, fromMs: atMs } : { ...caliper, toMs: atMs }
}

/** Where the marks of the engine put it, in the beat nearest to an instant; null where nothing was marked. */
export function byMarks(paper: Paper, box: TraceBox, kind: CaliperKind, nearMs: number): Caliper | null {
  const error = placingError(paper.samples.sampleRateHz, paper.pixelMm, paper.sheet.scale)
  const base = { kind, lead: box.lead, fromUv: null, toUv: null, rrMs: null, ...error, picture: null }
  if (kind !== 'amplitude') {
    const stretch = markedInterval(paper.marked, kind, nearMs)
    return stretch && { ...base, ...stretch }
  }
  const beat = paper.marked.beats[nearestBeat(paper.marked.beats, nearMs)]
  if (!beat || beat.rPeakMs < box.startMs || beat.rPeakMs > box.endMs) return null
  if (beat.qrsOnsetMs === null || beat.qrsOffsetMs === null) return null
  const [fromMs, toMs] = [beat.qrsOnsetMs, beat.qrsOffsetMs]
  return { ...base, fromMs, toMs, fromUv: traceUv(paper, box, fromMs), toUv: traceUv(paper, box, toMs) }
}

/** In every whole box, the instants of beats that it shows. */
export function beatsIn({ marked }: Paper, box: TraceBox): readonly number[] {
  return marked.beats.map(({ rPeakMs }) => rPeakMs).filter((ms) => ms > box.startMs && ms < box.endMs)
}

function instantAt(paper: Paper, box: TraceBox, xMm: number, isFree: boolean): number {
  const { sheet, marked } = paper
  const freeMs = Math.min(box.endMs, Math.max(box.startMs, msAt(box, sheet.scale, xMm)))
  const withinMs = (SNAP_MM / sheet.scale.mmPerSecond) * 1000
  return tenths(isFree ? freeMs : snappedMs(freeMs, fiducialsIn(marked, box.lead), withinMs))
}

/** The line itself where it is near, else the place. */
function levelAt(paper: Paper, box: TraceBox, atMs: number, yMm: number, isFree: boolean): number {
  const placeUv = uvAt(box, paper.sheet.scale, yMm)
  const lineUv = traceUv(paper, box, atMs)
  const isNear = Math.abs(((lineUv - placeUv) / 1000) * paper.sheet.scale.mmPerMv) <= SNAP_MM
  return tenths(!isFree && isNear ? lineUv : placeUv)
}

function traceUv({ samples }: Paper, box: TraceBox, atMs: number): number {
  const lead = samples.leads.find(({ name }) => name === box.lead)
  const uv = lead?.samplesUv[sampleIndex(samples, atMs)] ?? Number.NaN
  return tenths(Number.isFinite(uv) ? uv : box.baselineUv)
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
