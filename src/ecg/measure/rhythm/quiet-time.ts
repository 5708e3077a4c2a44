import type { Beat } from '../types'
import type { RhythmInput, Span } from './rhythm-input'

const AFTER_T_MS = 20
const BEFORE_QRS_MS = 15
const QRS_BEFORE_R_MS = 60
/** Usual QT at a rate of 60, and how much later the mark may lie before it is doubted. */
const USUAL_QT_MS = 400
const DOUBTED_AFTER_MS = 60

/** The stretches between the end of T and the next QRS, where only the atria are seen. */
export function quietSpans({ beats }: Pick<RhythmInput, 'beats'>): readonly Span[] {
  return spansAfterT(beats, (usualMs, markedMs) => markedMs ?? usualMs)
}

/** The same where atrial waves may have carried the mark of T with them: far behind the usual end of T it is doubted. */
export function quietSpansOfFlutter({ beats }: Pick<RhythmInput, 'beats'>): readonly Span[] {
  return spansAfterT(beats, (usualMs, markedMs) =>
    markedMs === null || markedMs > usualMs + DOUBTED_AFTER_MS ? usualMs : markedMs,
  )
}

function spansAfterT(
  beats: readonly Beat[],
  endOfTMs: (usualMs: number, markedMs: number | null) => number,
): readonly Span[] {
  return beats.slice(1).flatMap((next, index) => {
    const beat = beats[index]
    if (!beat) return []
    const usualMs = qrsStartMs(beat) + USUAL_QT_MS * Math.cbrt(Math.min(next.rPeakMs - beat.rPeakMs, 1000) / 1000)
    const fromMs = endOfTMs(usualMs, beat.tOffsetMs) + AFTER_T_MS
    const toMs = qrsStartMs(next) - BEFORE_QRS_MS
    return toMs > fromMs ? [{ fromMs, toMs }] : []
  })
}

const qrsStartMs = ({ qrsOnsetMs, rPeakMs }: Beat): number => qrsOnsetMs ?? rPeakMs - QRS_BEFORE_R_MS

/** The samples of a span; null where one is missing or the span leaves the lead. */
export function samplesOf(samples: Float32Array, { fromMs, toMs }: Span, sampleRateHz: number): Float32Array | null {
  const from = Math.round((fromMs * sampleRateHz) / 1000)
  const to = Math.round((toMs * sampleRateHz) / 1000)
  if (from < 0 || to > samples.length || to <= from) return null
  const part = samples.subarray(from, to)
  return part.some(Number.isNaN) ? null : part
}
