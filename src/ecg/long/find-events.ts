/**
 * What a reader of a long recording jumps to, from its beats in order.
 *
 * A pause is 2 s and more between two beats (`notedPauseMs`); a run is three beats and more of one origin (`runBeats`);
 * `irregular` is judged two minutes at a time;
 * fast is above 120 and slow below 50 beats a minute, as the mean of eight intervals, for 15 s and more. Nothing is said
 * of a time in which a lead was off or the signal could not be measured.
 */
import type { BeatClass } from '../measure/types'
import { median } from '../median'
import { LIMIT } from '../rules/thresholds'
import { EVENT_KINDS, type EventKind, type LongEvent } from './overview'

export type TimedBeat = { readonly atMs: number; readonly class: BeatClass }
export type Span = { readonly fromMs: number; readonly toMs: number }

const FAST_BPM = 120
const SLOW_BPM = 50
const AVERAGED = 8
const LEAST_EPISODE_MS = 15_000
const MOST_OF_A_KIND = 300
const LEAST_TREND_MS = 5000
const TREND_BUCKETS = 1200

export type Found = {
  readonly events: readonly LongEvent[]
  readonly counts: Readonly<Record<EventKind, number>>
}

export function findEvents(beats: readonly TimedBeat[], unknown: readonly Span[], irregular: readonly Span[]): Found {
  const intervals = intervalsOf(beats, unknown)
  const all = [
    ...pausesIn(intervals),
    ...episodesIn(intervals, 'fast', (bpm) => bpm > FAST_BPM),
    ...episodesIn(intervals, 'slow', (bpm) => bpm < SLOW_BPM),
    ...ectopicsIn(beats, 'ventricular'),
    ...ectopicsIn(beats, 'supraventricular'),
    ...irregular.map((span) => ({ kind: 'irregular' as const, ...span, value: rateIn(intervals, span) })),
  ]
  const ofKind = (kind: EventKind) => all.filter((event) => event.kind === kind)
  // Every kind has its number, so the record is whole.
  const counts = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, ofKind(kind).length])) as Record<EventKind, number>
  const listed = EVENT_KINDS.flatMap((kind) => worst(ofKind(kind)))
  return { events: listed.toSorted((one, other) => one.fromMs - other.fromMs), counts }
}

/** Median beats a minute in stretches of equal length. */
export function rateTrend(beats: readonly TimedBeat[], unknown: readonly Span[], durationMs: number) {
  const bucketMs = Math.max(LEAST_TREND_MS, Math.ceil(durationMs / TREND_BUCKETS))
  const buckets: number[][] = Array.from({ length: Math.ceil(durationMs / bucketMs) }, () => [])
  for (const { toMs, ms } of intervalsOf(beats, unknown)) buckets[Math.floor(toMs / bucketMs)]?.push(ms)
  const bpm = buckets.map((ms) => {
    const usual = median(ms)
    return usual === null ? null : Math.round(60_000 / usual)
  })
  return { bucketMs, bpm }
}

/** Whether the intervals between usual beats follow no order. */
export function isIrregular(beats: readonly TimedBeat[], unknown: readonly Span[]): boolean {
  const usual = new Set(beats.filter((beat) => beat.class === 'dominant').map(({ atMs }) => atMs))
  const intervals = intervalsOf(beats, unknown).filter(({ fromMs, toMs }) => usual.has(fromMs) && usual.has(toMs))
  if (intervals.length < LEAST_INTERVALS) return false
  const meanMs = intervals.reduce((sum, { ms }) => sum + ms, 0) / intervals.length
  const steps = intervals.slice(1).map(({ ms }, index) => ms - (intervals[index]?.ms ?? ms))
  const usualStepMs = median(steps.map(Math.abs)) ?? 0
  return usualStepMs >= IRREGULAR_STEP * meanMs
}

/** The middle of the first pause or run of a part; null where there is none. */
export function suspiciousMs(beats: readonly TimedBeat[], part: Span, unknown: readonly Span[]): number | null {
  const intervals = intervalsOf(beats, unknown)
  const runs = ectopicsIn(beats, 'ventricular').filter(({ kind }) => kind === 'ventricularRun')
  const [first] = [...pausesIn(intervals), ...runs]
  if (first) return (first.fromMs + first.toMs) / 2
  const isSilent = beats.length < 2 && !unknown.some(({ fromMs, toMs }) => toMs - fromMs > LEAST_EPISODE_MS)
  return isSilent && part.toMs - part.fromMs > LEAST_EPISODE_MS ? (part.fromMs + part.toMs) / 2 : null
}

/** Half of the steps from one interval to the next are at least this share of an interval; breathing makes a tenth. */
const IRREGULAR_STEP = 0.1
const LEAST_INTERVALS = 40

type Interval = Span & { readonly ms: number }

/** Between neighbours, without those across a time of which nothing is known. */
function intervalsOf(beats: readonly TimedBeat[], unknown: readonly Span[]): readonly Interval[] {
  const intervals: Interval[] = []
  let next = 0
  for (let index = 1; index < beats.length; index++) {
    const fromMs = beats[index - 1]?.atMs ?? 0
    const toMs = beats[index]?.atMs ?? 0
    while ((unknown[next]?.toMs ?? Number.POSITIVE_INFINITY) <= fromMs) next += 1
    const hole = unknown[next]
    if (!hole || hole.fromMs >= toMs) intervals.push({ fromMs, toMs, ms: toMs - fromMs })
  }
  return intervals
}

function pausesIn(intervals: readonly Interval[]): LongEvent[] {
  return intervals
    .filter(({ ms }) => ms >= LIMIT.notedPauseMs)
    .map(({ fromMs, toMs, ms }) => ({ kind: 'pause', fromMs, toMs, value: Math.round(ms / 100) / 10 }))
}

function episodesIn(
  intervals: readonly Interval[],
  kind: 'fast' | 'slow',
  isSuch: (bpm: number) => boolean,
): LongEvent[] {
  const episodes: LongEvent[] = []
  let since: number | null = null
  const close = (end: number) => {
    const own = since === null ? [] : intervals.slice(since, end)
    since = null
    const fromMs = own[0]?.fromMs ?? 0
    const toMs = own.at(-1)?.toMs ?? 0
    const value = rateIn(own, { fromMs, toMs })
    // A pause alone makes the mean of eight intervals slow, and their median not.
    if (toMs - fromMs >= LEAST_EPISODE_MS && value !== null && isSuch(value)) {
      episodes.push({ kind, fromMs, toMs, value })
    }
  }
  for (let index = 0; index < intervals.length; index++) {
    const { from, isWhole } = averaged(intervals, index)
    const span = intervals[index]
    const bpm = span && isWhole ? (60_000 * AVERAGED) / (span.toMs - (intervals[from]?.fromMs ?? 0)) : null
    if (bpm !== null && isSuch(bpm)) since ??= from
    else close(index)
  }
  close(intervals.length)
  return episodes
}

/** The intervals up to one, where they follow each other without a gap. */
function averaged(intervals: readonly Interval[], index: number): { from: number; isWhole: boolean } {
  const from = index - AVERAGED + 1
  const first = intervals[from]
  const last = intervals[index]
  if (!first || !last) return { from, isWhole: false }
  let sumMs = 0
  for (let at = from; at <= index; at++) sumMs += intervals[at]?.ms ?? 0
  return { from, isWhole: Math.abs(last.toMs - first.fromMs - sumMs) < 1 }
}

/** One beat of another origin, or a run of them. */
function ectopicsIn(beats: readonly TimedBeat[], origin: 'ventricular' | 'supraventricular'): LongEvent[] {
  const events: LongEvent[] = []
  for (let first = 0; first < beats.length; first++) {
    if (beats[first]?.class !== origin) continue
    let last = first
    while (beats[last + 1]?.class === origin) last += 1
    const count = last - first + 1
    const fromMs = beats[first]?.atMs ?? 0
    const toMs = beats[last]?.atMs ?? fromMs
    if (count >= LIMIT.runBeats) events.push({ kind: `${origin}Run`, fromMs, toMs, value: count })
    else for (const beat of beats.slice(first, last + 1)) events.push(single(origin, beat.atMs))
    first = last
  }
  return events
}

function single(kind: EventKind, atMs: number): LongEvent {
  return { kind, fromMs: atMs, toMs: atMs, value: null }
}

function rateIn(intervals: readonly Interval[], { fromMs, toMs }: Span): number | null {
  const usual = median(intervals.filter((one) => one.fromMs >= fromMs && one.toMs <= toMs).map(({ ms }) => ms))
  return usual === null ? null : Math.round(60_000 / usual)
}

/** The longest of a kind; single beats are spread over the whole recording instead. */
function worst(events: readonly LongEvent[]): readonly LongEvent[] {
  if (events.length <= MOST_OF_A_KIND) return events
  if (events[0]?.value === null) {
    const step = events.length / MOST_OF_A_KIND
    return Array.from({ length: MOST_OF_A_KIND }, (_, index) => events[Math.floor(index * step)]).filter(
      (event) => event !== undefined,
    )
  }
  const lengthOf = ({ fromMs, toMs }: LongEvent) => toMs - fromMs
  return events.toSorted((one, other) => lengthOf(other) - lengthOf(one)).slice(0, MOST_OF_A_KIND)
}
