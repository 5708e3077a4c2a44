/** What is true of a made ECG, to the half millisecond: the yardstick for every measurement and rule. */
import { upperMedian } from '../median'
import { STANDARD_LEADS, type StandardLead } from '../types'
import { type Beat, type BeatLimits, type Extent, wavesExtent } from './beat'
import { levelAfterJMv } from './levels'
import { at, type Morphology, type Wave } from './morphology'
import type { BeatKind, Schedule, ScheduledBeat } from './rhythms/rhythm'
import { twelveFromEight } from './twelve-leads'

export type Truth = {
  /** Mean of the beats that lie in the recording; null when fewer than two do. */
  readonly heartRateBpm: number | null
  /** Of the rhythm's usual beat; null where it has no such wave or no such beat. */
  readonly expected: {
    readonly pMs: number | null
    readonly prMs: number | null
    readonly qrsMs: number | null
    readonly qtMs: number | null
    /** Fridericia, at the rhythm's nominal rate. */
    readonly qtcMs: number | null
    /** Of the signed areas in I and aVF (clinical.md A4); null where the vector is too short to have a direction. */
    readonly pAxisDeg: number | null
    readonly qrsAxisDeg: number | null
    readonly tAxisDeg: number | null
  }
  readonly beats: readonly BeatTruth[]
  readonly pWaves: readonly PWaveTruth[]
  /** ST level of the usual beat at the J point and 80 ms after it, against the level before QRS; before any swap. */
  readonly jUv: Readonly<Record<StandardLead, number>> | null
  readonly j80Uv: Readonly<Record<StandardLead, number>> | null
  readonly spikesAtMs: readonly number[]
}

/** All instants from the first sample. */
export type BeatTruth = {
  readonly kind: BeatKind
  readonly peakAtMs: number
  readonly qrsOnsetAtMs: number
  readonly qrsOffsetAtMs: number
  readonly tOnsetAtMs: number | null
  readonly tOffsetAtMs: number | null
}

export type PWaveTruth = {
  readonly onsetAtMs: number
  readonly offsetAtMs: number
  /** QRS onset of the beat that it led to; null when it was not conducted. */
  readonly conductedToAtMs: number | null
}

type Input = {
  readonly schedule: Schedule
  readonly beatOf: (morphology: Morphology) => Beat
  readonly durationMs: number
  readonly heartRateBpm: number
}

export function describeTruth({ schedule, beatOf, durationMs, heartRateBpm }: Input): Truth {
  const isInside = (instantMs: number) => instantMs >= 0 && instantMs < durationMs
  const inside = schedule.beats.filter((beat) => isInside(beat.peakAtMs))
  const usual = usualOf(inside)
  const usualBeat = usual ? beatOf(usual.morphology) : null
  const pLimitsOf = rememberedLimits()
  const pWaves = schedule.pWaves.flatMap((pWave): PWaveTruth[] => {
    const limits = pLimitsOf(pWave.waves)
    if (!limits || !isInside(pWave.originAtMs + limits.fromMs)) return []
    const beat = pWave.beatIndex === null ? undefined : schedule.beats[pWave.beatIndex]
    return [
      {
        onsetAtMs: pWave.originAtMs + limits.fromMs,
        offsetAtMs: pWave.originAtMs + limits.toMs,
        conductedToAtMs: beat ? beat.peakAtMs + beatOf(beat.morphology).limits.qrsOnsetMs : null,
      },
    ]
  })
  return {
    heartRateBpm: meanRateBpm(inside),
    expected: expectedOf(usualBeat, pWaves, 60_000 / heartRateBpm),
    beats: inside.map((beat) => beatTruth(beat, beatOf(beat.morphology).limits)),
    pWaves,
    jUv: usualBeat && levelsUv(usualBeat, 0),
    j80Uv: usualBeat && levelsUv(usualBeat, 80),
    spikesAtMs: schedule.spikesAtMs.filter(isInside),
  }
}

function rememberedLimits(): (waves: readonly Wave[]) => Extent | null {
  const known = new Map<readonly Wave[], Extent | null>()
  return (waves) => {
    if (!known.has(waves)) known.set(waves, wavesExtent(waves))
    return known.get(waves) ?? null
  }
}

/** The kind that is met most often; ties go to the first. */
function usualOf(beats: readonly ScheduledBeat[]): ScheduledBeat | null {
  const countOf = (kind: BeatKind) => beats.filter((beat) => beat.kind === kind).length
  return beats.reduce<ScheduledBeat | null>(
    (best, beat) => (best === null || countOf(beat.kind) > countOf(best.kind) ? beat : best),
    null,
  )
}

function beatTruth(beat: ScheduledBeat, limits: BeatLimits): BeatTruth {
  const shifted = (limitMs: number | null) => (limitMs === null ? null : beat.peakAtMs + limitMs)
  return {
    kind: beat.kind,
    peakAtMs: beat.peakAtMs,
    qrsOnsetAtMs: beat.peakAtMs + limits.qrsOnsetMs,
    qrsOffsetAtMs: beat.peakAtMs + limits.qrsOffsetMs,
    tOnsetAtMs: shifted(limits.tOnsetMs),
    tOffsetAtMs: shifted(limits.tOffsetMs),
  }
}

function expectedOf(beat: Beat | null, pWaves: readonly PWaveTruth[], rrMs: number): Truth['expected'] {
  if (!beat) return NOTHING_EXPECTED
  const { limits } = beat
  const conducted = pWaves.flatMap(({ onsetAtMs, offsetAtMs, conductedToAtMs }) =>
    conductedToAtMs === null ? [] : [{ pMs: offsetAtMs - onsetAtMs, prMs: conductedToAtMs - onsetAtMs }],
  )
  const qtMs = limits.tOffsetMs === null ? null : limits.tOffsetMs - limits.qrsOnsetMs
  return {
    pMs: upperMedian(conducted.map(({ pMs }) => pMs)),
    prMs: upperMedian(conducted.map(({ prMs }) => prMs)),
    qrsMs: limits.qrsOffsetMs - limits.qrsOnsetMs,
    qtMs,
    qtcMs: qtMs === null ? null : qtMs / Math.cbrt(rrMs / 1000),
    pAxisDeg: conducted.length > 0 ? axisDeg(beat.p) : null,
    qrsAxisDeg: axisDeg(beat.qrs),
    tAxisDeg: axisDeg(beat.t),
  }
}

const NOTHING_EXPECTED: Truth['expected'] = {
  pMs: null,
  prMs: null,
  qrsMs: null,
  qtMs: null,
  qtcMs: null,
  pAxisDeg: null,
  qrsAxisDeg: null,
  tAxisDeg: null,
}

/** A vector shorter than this has no direction worth a number: 0.05 mV for 40 ms. */
const LEAST_AREA_MV_MS = 2

/** The signed area of a Gaussian is its height times the mean of its two sigmas times √2π. */
function axisDeg(waves: readonly Wave[]): number | null {
  const areaOf = (lead: number) =>
    waves.reduce((sum, { amplitudesMv, sigmaLeftMs, sigmaRightMs }) => {
      return sum + at(amplitudesMv, lead) * ((sigmaLeftMs + sigmaRightMs) / 2) * Math.sqrt(2 * Math.PI)
    }, 0)
  const one = areaOf(0)
  const foot = areaOf(1) - one / 2
  const y = (2 / Math.sqrt(3)) * foot
  return Math.hypot(one, y) < LEAST_AREA_MV_MS ? null : (Math.atan2(y, one) * 180) / Math.PI
}

function meanRateBpm(beats: readonly ScheduledBeat[]): number | null {
  const first = beats[0]
  const last = beats.at(-1)
  if (!first || !last || beats.length < 2) return null
  return (60_000 * (beats.length - 1)) / (last.peakAtMs - first.peakAtMs)
}

function levelsUv(beat: Beat, afterJMs: number): Record<StandardLead, number> {
  const twelve = twelveFromEight(levelAfterJMv(beat, afterJMs))
  return Object.fromEntries(STANDARD_LEADS.map((name, lead) => [name, (twelve[lead] ?? 0) * 1000])) as Record<
    StandardLead,
    number
  >
}
