/**
 * One pass over a long recording: its tiles, its beats, and from them the overview, in memory for two minutes of it.
 *
 * The engine measures a minute in a tenth of a second, which is minutes for a day. So all beats are found and told apart
 * by shape and timing, and the engine looks closely at some minutes: a few spread over the whole, and those with a pause
 * or a run. What it says of them is the analysis of the recording: the usual beat of the best minute, and the longest
 * standstill and fibrillation of all that were looked at.
 */
import { analyse } from '../analyse'
import { movedLater, withWorse, worthOf } from '../analyse-long'
import { missingTime } from '../measure/rhythm/missing-time'
import type { RhythmInput } from '../measure/rhythm/rhythm-input'
import { type Analysis, BEAT_CLASSES, type BeatClass } from '../measure/types'
import { detectBeats, everyOf } from '../signal/detect-beats'
import type { EcgStream } from '../streaming/ecg-stream'
import type { EcgRecording } from '../types'
import { beatOrigins } from './beat-origins'
import { findEvents, isIrregular, rateTrend, type Span, suspiciousMs, type TimedBeat } from './find-events'
import type { Overview } from './overview'
import { minuteOf, type Part, StretchReader } from './stretch-reader'
import { type Tile, TileMaker, tileLevels } from './tiles'

export type PreparedLong = {
  readonly overview: Overview
  /** Of the minutes that were looked at closely; null where nothing could be measured. */
  readonly analysis: Analysis | null
}

type Options = {
  readonly isSynthetic: boolean
  /** Waited for, so that whoever keeps the tiles sets the pace. */
  readonly give: (tile: Tile) => Promise<void>
  /** Share of the whole, 0 to 1. */
  readonly onProgress: (share: number) => void
}

export async function prepareLong(
  stream: EcgStream,
  { isSynthetic, give, onProgress }: Options,
): Promise<PreparedLong> {
  const { sampleRateHz, sampleCount, leads } = stream
  const levels = tileLevels(sampleRateHz, sampleCount)
  const tiles = new TileMaker(leads, sampleRateHz, levels, give)
  const parts = new StretchReader(stream)
  const durationMs = Math.round((sampleCount * 1000) / sampleRateHz)
  const seen = new SeenParts(stream, isSynthetic, durationMs)
  for await (const block of stream.blocks()) {
    await tiles.add(block)
    for (const part of parts.add(block)) seen.add(part)
    onProgress((block.firstSampleIndex + block.sampleCount) / sampleCount)
  }
  await tiles.finish()
  const last = parts.last()
  if (last) seen.add(last)
  const { beats, unknown, irregular } = seen
  const overview = {
    sampleRateHz,
    sampleCount,
    durationMs,
    leads: leads.map(({ name, isDerived }) => ({ name, isDerived })),
    levels,
    trend: rateTrend(beats, unknown, durationMs),
    ...findEvents(beats, unknown, irregular),
    beats: countClasses(beats),
    unusable: unknown,
  }
  return { overview, analysis: seen.analysis() }
}

/** Minutes that the engine looks at: spread over the whole, and because of what was found in them. */
const SPREAD_LOOKS = 4
const SUSPICIOUS_LOOKS = 6
/** To find beats and tell them apart; to measure them the engine has all samples. */
const ENOUGH_RATE_HZ = 120

class SeenParts {
  readonly beats: TimedBeat[] = []
  readonly unknown: Span[] = []
  readonly irregular: Span[] = []
  private best: { readonly analysis: Analysis; readonly startMs: number } | null = null
  private worst: Pick<Analysis['rhythm'], 'chaos' | 'standstill'> | null = null
  private longestRrMs = 0
  private nextSpreadMs = 0
  private suspiciousLeft = SUSPICIOUS_LOOKS

  constructor(
    private readonly stream: EcgStream,
    private readonly isSynthetic: boolean,
    private readonly durationMs: number,
  ) {}

  add(part: Part): void {
    const { sampleRateHz } = this.stream
    const { startMs, fromMs, toMs } = part
    const holes = holesIn(part, sampleRateHz)
    const step = Math.max(1, Math.floor(sampleRateHz / ENOUGH_RATE_HZ))
    const samples = part.leads.map(({ samplesUv }) => (step === 1 ? samplesUv : everyOf(samplesUv, step)))
    const peaks = detectBeats(samples, sampleRateHz / step)
    const origins = beatOrigins(samples, peaks, sampleRateHz / step)
    const all = peaks.map((peak, index): TimedBeat => {
      const atMs = Math.round(startMs + (peak * step * 1000) / sampleRateHz)
      return { atMs, class: origins[index] ?? 'dominant' }
    })
    const own = all.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    // With the margins: a pause may lie over the border of two parts.
    const suspectMs = suspiciousMs(all, part, holes)
    const isUnreadable = this.lookAt(part, suspectMs)
    if (isUnreadable) addSpan(this.unknown, { fromMs, toMs })
    else for (const hole of holes) addSpan(this.unknown, hole)
    if (!isUnreadable && isIrregular(own, holes)) addSpan(this.irregular, { fromMs, toMs })
    this.beats.push(...own)
  }

  analysis(): Analysis | null {
    if (!this.best || !this.worst) return null
    const moved = movedLater(this.best.analysis, this.best.startMs)
    const { longestWithoutQrsMs } = moved.rhythm
    const rhythm = {
      ...withWorse(moved.rhythm, this.worst),
      longestRrMs: Math.max(this.longestRrMs, moved.rhythm.longestRrMs ?? 0),
      longestWithoutQrsMs: Math.max(this.longestRrMs, longestWithoutQrsMs),
    }
    return { ...moved, rhythm }
  }

  /** Whether the engine finds the part too poor to be measured; false where it did not look. */
  private lookAt(part: Part, suspectMs: number | null): boolean {
    const isDue = part.fromMs >= this.nextSpreadMs
    const isSuspect = suspectMs !== null && this.suspiciousLeft > 0
    if (!isDue && !isSuspect) return false
    if (isDue) this.nextSpreadMs = part.fromMs + this.durationMs / SPREAD_LOOKS
    if (isSuspect) this.suspiciousLeft -= 1
    const aroundMs = isSuspect ? suspectMs : (part.fromMs + part.toMs) / 2
    const minute = minuteOf(part, aroundMs, this.stream, this.isSynthetic)
    const analysis = minute && analysedOrNull(minute)
    if (!minute || !analysis) return true
    this.worst = this.worst ? withWorse(this.worst, analysis.rhythm) : analysis.rhythm
    if (!this.best || worthOf(analysis) > worthOf(this.best.analysis)) this.best = { analysis, startMs: minute.startMs }
    if (analysis.quality.overall === 'unacceptable') return true
    this.longestRrMs = Math.max(this.longestRrMs, analysis.rhythm.longestRrMs ?? 0)
    return false
  }
}

/** A minute that defeats the engine is one of which nothing is known. */
function analysedOrNull(minute: EcgRecording): Analysis | null {
  try {
    return analyse(minute)
  } catch {
    return null
  }
}

/** Of a part's own time. */
function holesIn({ leads, startMs, fromMs, toMs }: Part, sampleRateHz: number): readonly Span[] {
  const traces: RhythmInput['leads'] = leads.map(({ name, samplesUv }) => ({ name, smoothUv: samplesUv }))
  return missingTime({ beats: [], pWaves: [], sampleRateHz, leads: traces, usableLeads: [] })
    .map((hole) => ({ fromMs: Math.max(fromMs, hole.fromMs + startMs), toMs: Math.min(toMs, hole.toMs + startMs) }))
    .filter((hole) => hole.fromMs < hole.toMs)
}

/** Joined to the one before where they touch. */
function addSpan(spans: Span[], { fromMs, toMs }: Span): void {
  const last = spans.at(-1)
  if (last && last.toMs >= fromMs) spans[spans.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, toMs) }
  else spans.push({ fromMs, toMs })
}

function countClasses(beats: readonly TimedBeat[]): Record<BeatClass, number> {
  const counts = Object.fromEntries(BEAT_CLASSES.map((one) => [one, 0])) as Record<BeatClass, number>
  for (const beat of beats) counts[beat.class] += 1
  return counts
}
