import { durationMsOf, type RhythmInput, type Span } from './rhythm-input'

/** Shorter holes do not hide a beat. */
const LEAST_MS = 200

/** Stretches in which no lead was recorded: nothing is known of the rhythm there, least of all that it paused. */
export function missingTime(input: RhythmInput): readonly Span[] {
  const { leads, sampleRateHz } = input
  const first = leads[0]?.smoothUv
  if (!first?.some(Number.isNaN)) return []
  const spans: Span[] = []
  let sinceMs: number | null = null
  for (let index = 0; index <= first.length; index++) {
    const isMissing = index < first.length && leads.every(({ smoothUv }) => Number.isNaN(smoothUv[index]))
    const atMs = (index * 1000) / sampleRateHz
    if (!isMissing && sinceMs !== null && atMs - sinceMs >= LEAST_MS) spans.push({ fromMs: sinceMs, toMs: atMs })
    sinceMs = isMissing ? (sinceMs ?? atMs) : null
  }
  return spans
}

/** The recorded parts of the whole. */
export function recordedTime(input: RhythmInput, missing: readonly Span[]): readonly Span[] {
  const edges = [0, ...missing.flatMap(({ fromMs, toMs }) => [fromMs, toMs]), durationMsOf(input)]
  return edges.flatMap((fromMs, index) => {
    const toMs = edges[index + 1]
    return index % 2 === 0 && toMs !== undefined && toMs > fromMs ? [{ fromMs, toMs }] : []
  })
}
