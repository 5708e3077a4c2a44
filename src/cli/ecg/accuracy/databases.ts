/** Our beats and waves in recordings that people have marked, and in made ones whose truth is known. */
import { markWaves } from '@/ecg/mark-waves'
import { detectBeats } from '@/ecg/signal/detect-beats'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { RHYTHMS, type RhythmName } from '@/ecg/synthetic/rhythms'
import { SCENARIOS, type Scenario } from '@/ecg/synthetic/scenarios'
import { type BeatScore, scoreBeats } from './beat-score'
import { gatherReference } from './delineation-reference'
import { type DelineationScore, scoreDelineation } from './delineation-score'
import type { ReferenceRecord } from './reference-records'

/** `global` is what is reported: second-earliest onset, second-latest offset; `median` the middle of the leads. */
export type MarkKind = 'global' | 'median'

export type RecordScore = {
  readonly name: string
  readonly beats: BeatScore
  readonly delineation: DelineationScore | null
}

/** Beat annotations of WFDB (`isqrs` of its library). */
const BEAT_CODES = new Set([...'NLRBAaJSVrFejnE/fQ?'])

/** Twelve leads together, whole records; nothing before the first mark or after the last counts. */
export function scoreLudbRecord({ name, read, annotations }: ReferenceRecord, kind: MarkKind): RecordScore {
  const recording = read()
  const reference = gatherReference(annotations(), recording.sampleRateHz)
  const { delineation } = markWaves(recording)
  const marks = kind === 'median' ? delineation.medianMarks : delineation.beats
  return {
    name,
    beats: scoreBeats(
      reference.waves.QRS.map(({ peakMs }) => peakMs),
      delineation.beats.map(({ rPeakMs }) => rPeakMs),
      reference,
    ),
    delineation: scoreDelineation(reference, marks, delineation.pWaves),
  }
}

/** The first lead alone, at its own rate, from the first sample to the last. */
export function scoreMitRecord({ name, read, annotations }: ReferenceRecord): RecordScore {
  const { leads, sampleRateHz } = read()
  const first = leads[0]
  const toMs = (index: number) => (index * 1000) / sampleRateHz
  const theirs = annotations().flatMap((marks) => marks.filter(({ code }) => BEAT_CODES.has(code)))
  return {
    name,
    beats: scoreBeats(
      theirs.map(({ sampleIndex }) => toMs(sampleIndex)),
      first ? detectBeats([first.samplesUv], sampleRateHz).map(toMs) : [],
      WHOLE,
    ),
    delineation: null,
  }
}

const WHOLE = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY }
/** A beat cut by an end of the recording is neither asked for nor held against us. */
const CUT_MS = 150

/** Every morphology and every rhythm with its light noise, some seeds each. */
export function* scoreSynthetic(seeds: number): Generator<RecordScore> {
  for (const seed of Array.from({ length: seeds }, (_, index) => index + 1)) {
    for (const scenario of Object.keys(SCENARIOS) as Scenario[]) yield scoreMade({ scenario, seed })
    for (const rhythm of Object.keys(RHYTHMS) as RhythmName[]) yield scoreMade({ scenario: 'normal', rhythm, seed })
  }
}

function scoreMade(options: Parameters<typeof makeEcg>[0]): RecordScore {
  const { recording, truth } = makeEcg(options)
  const { delineation } = markWaves(recording)
  const toMs = ((recording.leads[0]?.samplesUv.length ?? 0) * 1000) / recording.sampleRateHz - CUT_MS
  const isWhole = (instantMs: number) => instantMs >= CUT_MS && instantMs <= toMs
  const score = scoreBeats(
    truth.beats.map(({ peakAtMs }) => peakAtMs),
    delineation.beats.map(({ rPeakMs }) => rPeakMs),
    { fromMs: CUT_MS, toMs },
  )
  return {
    name: `${options.rhythm ?? options.scenario} ${options.seed}`,
    beats: { ...score, missedMs: score.missedMs.filter(isWhole) },
    delineation: null,
  }
}
