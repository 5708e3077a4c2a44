/** The points that a caliper is drawn to: the marks of the engine, in the lead it lies in where that lead has them. */
import type { Beat, LeadBeat, Marks } from '../measure/types'
import type { LeadName } from '../types'
import type { Caliper, CaliperKind } from './caliper'

export type MarkName = 'pOnset' | 'pOffset' | 'qrsOnset' | 'rPeak' | 'jPoint' | 'tPeak' | 'tOffset'
export type Fiducial = { readonly name: MarkName; readonly atMs: number }

/** What is known of a recording's beats; empty where nothing was measured. */
export type MarkedBeats = {
  readonly beats: readonly Beat[]
  readonly beatsByLead: Readonly<Partial<Record<LeadName, readonly LeadBeat[]>>>
}

export const NO_BEATS: MarkedBeats = { beats: [], beatsByLead: {} }

export function fiducialsIn({ beats, beatsByLead }: MarkedBeats, lead: LeadName | null): readonly Fiducial[] {
  const inLead = lead === null ? [] : (beatsByLead[lead] ?? [])
  return beats.flatMap((beat, index) => namedMarks(inLead[index] ?? beat, beat))
}

/** The nearest point within reach, else the instant itself. */
export function snappedMs(instantMs: number, fiducials: readonly Fiducial[], withinMs: number): number {
  const nearest = nearestTo(instantMs, fiducials)
  return nearest && Math.abs(nearest.atMs - instantMs) <= withinMs ? nearest.atMs : instantMs
}

/** The next point in a direction; the instant itself behind the last one. */
export function nextFiducialMs(instantMs: number, fiducials: readonly Fiducial[], direction: 1 | -1): number {
  const beyond = fiducials.map(({ atMs }) => atMs).filter((atMs) => (atMs - instantMs) * direction > 0.01)
  return beyond.length === 0 ? instantMs : direction === 1 ? Math.min(...beyond) : Math.max(...beyond)
}

type Stretch = Pick<Caliper, 'fromMs' | 'toMs' | 'rrMs'>

/** Where an interval of a kind lies by the marks, in the beat nearest to an instant; null where it was not marked, and where no beat is near. */
export function markedInterval(marked: MarkedBeats, kind: CaliperKind, nearMs: number): Stretch | null {
  const { beats } = marked
  const index = nearestBeat(beats, nearMs)
  const beat = beats[index]
  if (!beat || Math.abs(beat.rPeakMs - nearMs) > NEAR_MS) return null
  const stretches: Readonly<Partial<Record<CaliperKind, readonly [number | null, number | null]>>> = {
    pr: [beat.pOnsetMs, beat.qrsOnsetMs],
    qrs: [beat.qrsOnsetMs, beat.qrsOffsetMs],
    qt: [beat.qrsOnsetMs, beat.tOffsetMs],
    rr: rrStretch(beats, index),
    time: rrStretch(beats, index),
    march: rrStretch(beats, index),
  }
  const [fromMs, toMs] = stretches[kind] ?? [null, null]
  if (fromMs === null || toMs === null || fromMs >= toMs) return null
  return { fromMs, toMs, rrMs: kind === 'qt' ? rrNear(marked, nearMs) : null }
}

/** Of a long recording one minute is marked: what lies farther away says nothing of a place. */
const NEAR_MS = 5000

/**
 * The RR before the nearest beat, which QT is corrected with; the first beat has none and takes the next one's. Null
 * where no beat is near.
 */
export function rrNear({ beats }: MarkedBeats, nearMs: number): number | null {
  const index = nearestBeat(beats, nearMs)
  if (Math.abs((beats[index]?.rPeakMs ?? Number.NaN) - nearMs) > NEAR_MS) return null
  return rrBefore(beats, index) ?? rrBefore(beats, index + 1)
}

/** From the R before a beat to its own; null for the first beat. */
function rrBefore(beats: readonly Pick<Marks, 'rPeakMs'>[], index: number): number | null {
  const [before, beat] = [beats[index - 1], beats[index]]
  return before && beat ? beat.rPeakMs - before.rPeakMs : null
}

export function nearestBeat(beats: readonly Pick<Marks, 'rPeakMs'>[], instantMs: number): number {
  let nearest = -1
  for (const [index, { rPeakMs }] of beats.entries()) {
    const best = beats[nearest]
    if (!best || Math.abs(rPeakMs - instantMs) < Math.abs(best.rPeakMs - instantMs)) nearest = index
  }
  return nearest
}

/** Whole repeats of an interval to both sides, within a stretch of time. */
export function marchedMs({ fromMs, toMs }: Stretch, startMs: number, endMs: number): readonly number[] {
  const stepMs = Math.abs(toMs - fromMs)
  if (stepMs < SHORTEST_STEP_MS) return []
  const first = Math.ceil((startMs - fromMs) / stepMs)
  const last = Math.floor((endMs - fromMs) / stepMs)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => fromMs + (first + index) * stepMs)
}

/** Anything shorter would be a comb. */
const SHORTEST_STEP_MS = 40

function rrStretch(beats: readonly Marks[], index: number): readonly [number | null, number | null] {
  const first = index + 1 < beats.length ? index : index - 1
  return [beats[first]?.rPeakMs ?? null, beats[first + 1]?.rPeakMs ?? null]
}

function namedMarks(marks: Marks, whole: Marks): Fiducial[] {
  const of = (key: keyof Marks) => marks[key] ?? whole[key]
  const named: readonly (readonly [MarkName, number | null])[] = [
    ['pOnset', of('pOnsetMs')],
    ['pOffset', of('pOffsetMs')],
    ['qrsOnset', of('qrsOnsetMs')],
    ['rPeak', of('rPeakMs')],
    ['jPoint', of('qrsOffsetMs')],
    ['tPeak', of('tPeakMs')],
    ['tOffset', of('tOffsetMs')],
  ]
  return named.flatMap(([name, atMs]) => (atMs === null ? [] : [{ name, atMs }]))
}

function nearestTo(instantMs: number, fiducials: readonly Fiducial[]): Fiducial | null {
  let nearest: Fiducial | null = null
  for (const fiducial of fiducials) {
    if (!nearest || Math.abs(fiducial.atMs - instantMs) < Math.abs(nearest.atMs - instantMs)) nearest = fiducial
  }
  return nearest
}
