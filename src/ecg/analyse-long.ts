/**
 * A recording of many minutes, analysed minute by minute so that memory does not grow with it.
 *
 * Beats, waves and spikes are those of all minutes; the rhythm's intervals run over all of them. The usual beat, its
 * numbers, the quality and what the rhythm rules look for in the signal (flutter, fibrillation, standstill) are those
 * of the best minute, unless another minute shows the heart standing still or fibrillating for longer.
 * Each minute is read with 3 s of its neighbours, so that no wave is cut; what lies there belongs to the neighbour.
 */
import { describeRr } from './measure/rhythm/rr'
import type { Analysis, Beat, LeadBeat, Marks, PWave, RhythmFeatures } from './measure/types'
import type { EcgRecording, LeadName } from './types'

const MINUTE_MS = 60_000
const MARGIN_MS = 3000
/** A rest shorter than this is read with the minute before it. */
const SHORTEST_MS = 20_000

type Minute = {
  readonly analysis: Analysis
  /** Of the stretch that was read, and of what is its own. */
  readonly startMs: number
  readonly fromMs: number
  readonly toMs: number
}

export function analyseInMinutes(recording: EcgRecording, analyseMinute: (minute: EcgRecording) => Analysis): Analysis {
  const minutes = spansOf(recording).map(({ fromMs, toMs }): Minute => {
    const startMs = Math.max(0, fromMs - MARGIN_MS)
    const { minute, startsAtMs } = cut(recording, startMs, toMs + MARGIN_MS)
    return { analysis: analyseMinute(minute), startMs: startsAtMs, fromMs, toMs }
  })
  const best = minutes.reduce((one, other) => (worthOf(other.analysis) > worthOf(one.analysis) ? other : one))
  return join(recording, minutes, best)
}

function spansOf({ leads, sampleRateHz }: EcgRecording): readonly { fromMs: number; toMs: number }[] {
  const durationMs = ((leads[0]?.samplesUv.length ?? 0) * 1000) / sampleRateHz
  const spans: { fromMs: number; toMs: number }[] = []
  for (let fromMs = 0; fromMs < durationMs; fromMs += MINUTE_MS) {
    const last = spans.at(-1)
    if (last && durationMs - fromMs < SHORTEST_MS) last.toMs = durationMs
    else spans.push({ fromMs, toMs: Math.min(durationMs, fromMs + MINUTE_MS) })
  }
  return spans
}

function cut(recording: EcgRecording, fromMs: number, toMs: number): { minute: EcgRecording; startsAtMs: number } {
  const { sampleRateHz } = recording
  const from = Math.round((fromMs * sampleRateHz) / 1000)
  const to = Math.round((toMs * sampleRateHz) / 1000)
  const leads = recording.leads.map((lead) => ({ ...lead, samplesUv: lead.samplesUv.subarray(from, to) }))
  return { minute: { ...recording, leads }, startsAtMs: (from * 1000) / sampleRateHz }
}

const QUALITY_WORTH = { good: 2, limited: 1, unacceptable: 0 } as const

/** Quality first, then the number of usual beats. */
export function worthOf({ quality, representative }: Analysis): number {
  return QUALITY_WORTH[quality.overall] * 1000 + (representative?.beatCount ?? 0)
}

function join(recording: EcgRecording, minutes: readonly Minute[], best: Minute): Analysis {
  const beats: Beat[] = []
  const pWaves: PWave[] = []
  const spikesAtMs: number[] = []
  const beatsByLead = new Map<LeadName, LeadBeat[]>()
  for (const { analysis, startMs, fromMs, toMs } of minutes) {
    const isOwn = (instantMs: number) => instantMs + startMs >= fromMs && instantMs + startMs < toMs
    const own = [...analysis.beats.keys()].filter((index) => isOwn(analysis.beats[index]?.rPeakMs ?? Number.NaN))
    const first = beats.length - (own[0] ?? 0)
    pWaves.push(...ownPWaves(analysis, { isOwn, own, first, startMs }))
    beats.push(...own.flatMap((index) => later(analysis.beats[index], startMs)))
    spikesAtMs.push(...analysis.spikesAtMs.filter(isOwn).map((spikeMs) => spikeMs + startMs))
    for (const { name } of recording.leads) {
      const marks = own.flatMap((index) => later(analysis.beatsByLead[name]?.[index], startMs))
      beatsByLead.set(name, [...(beatsByLead.get(name) ?? []), ...marks])
    }
  }
  const { analysis } = best
  return {
    ...analysis,
    beats,
    pWaves,
    spikesAtMs,
    beatsByLead: Object.fromEntries(beatsByLead),
    rhythm: { ...worstRhythm(minutes, analysis.rhythm), ...seriesOf(recording, beats) },
  }
}

type Own = {
  readonly isOwn: (instantMs: number) => boolean
  readonly own: readonly number[]
  readonly first: number
  readonly startMs: number
}

function ownPWaves({ pWaves }: Analysis, { isOwn, own, first, startMs }: Own): readonly PWave[] {
  return pWaves.flatMap(({ onsetMs, peakMs, offsetMs, beatIndex }): PWave[] => {
    const belongs = beatIndex === null ? isOwn(peakMs) : own.includes(beatIndex)
    if (!belongs) return []
    return [
      {
        onsetMs: onsetMs + startMs,
        peakMs: peakMs + startMs,
        offsetMs: offsetMs + startMs,
        beatIndex: beatIndex === null ? null : beatIndex + first,
      },
    ]
  })
}

/** The analysis of a stretch in the time of its recording. */
export function movedLater(analysis: Analysis, byMs: number): Analysis {
  const leads = Object.entries(analysis.beatsByLead) as [LeadName, readonly LeadBeat[]][]
  return {
    ...analysis,
    beats: analysis.beats.flatMap((beat) => later(beat, byMs)),
    pWaves: analysis.pWaves.map((wave) => ({
      ...wave,
      onsetMs: wave.onsetMs + byMs,
      peakMs: wave.peakMs + byMs,
      offsetMs: wave.offsetMs + byMs,
    })),
    spikesAtMs: analysis.spikesAtMs.map((spikeMs) => spikeMs + byMs),
    beatsByLead: Object.fromEntries(leads.map(([lead, beats]) => [lead, beats.flatMap((beat) => later(beat, byMs))])),
  }
}

function later<T extends Marks>(marks: T | undefined, byMs: number): T[] {
  if (!marks) return []
  const moved = (instantMs: number | null) => (instantMs === null ? null : instantMs + byMs)
  return [
    {
      ...marks,
      rPeakMs: marks.rPeakMs + byMs,
      pOnsetMs: moved(marks.pOnsetMs),
      pPeakMs: moved(marks.pPeakMs),
      pOffsetMs: moved(marks.pOffsetMs),
      qrsOnsetMs: moved(marks.qrsOnsetMs),
      qrsOffsetMs: moved(marks.qrsOffsetMs),
      tPeakMs: moved(marks.tPeakMs),
      tOffsetMs: moved(marks.tOffsetMs),
    },
  ]
}

/** What must not be missed in any minute. */
function worstRhythm(minutes: readonly Minute[], ofBest: RhythmFeatures): RhythmFeatures {
  return minutes.reduce((worst, { analysis }) => withWorse(worst, analysis.rhythm), ofBest)
}

/** The first one, with the longer standstill and the longer fibrillation of the two. */
export function withWorse<T extends Dangers>(rhythm: T, { chaos, standstill }: Dangers): T {
  return {
    ...rhythm,
    chaos: (chaos?.longestMs ?? 0) > (rhythm.chaos?.longestMs ?? 0) ? chaos : rhythm.chaos,
    standstill: standstill.longestMs > rhythm.standstill.longestMs ? standstill : rhythm.standstill,
  }
}

type Dangers = Pick<RhythmFeatures, 'chaos' | 'standstill'>

function seriesOf(recording: EcgRecording, beats: readonly Beat[]) {
  const leads = recording.leads.map(({ name, samplesUv }) => ({ name, smoothUv: samplesUv }))
  const rr = describeRr({ beats, pWaves: [], sampleRateHz: recording.sampleRateHz, leads, usableLeads: [] })
  const span = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from)
  return {
    ...rr,
    prSeriesMs: beats.map(({ pOnsetMs, qrsOnsetMs }) => span(pOnsetMs, qrsOnsetMs)),
    qrsSeriesMs: beats.map(({ qrsOnsetMs, qrsOffsetMs }) => span(qrsOnsetMs, qrsOffsetMs)),
  }
}
