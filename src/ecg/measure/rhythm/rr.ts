/**
 * How regular the ventricles beat (clinical.md A4, B3).
 *
 * Every interval counts, those of premature beats too. An interval across a hole in the recording is none.
 */
import { mean, variationCoefficient } from '../numeric'
import type { RhythmFeatures } from '../types'
import { missingTime, recordedTime } from './missing-time'
import type { RhythmInput, Span } from './rhythm-input'

type Rr = Pick<
  RhythmFeatures,
  'rrMs' | 'rrCv' | 'nRmssd' | 'shortestRrMs' | 'longestRrMs' | 'rrBinCount' | 'longestWithoutQrsMs'
>

const BIN_MS = 50

export function describeRr(input: RhythmInput): Rr {
  const missing = missingTime(input)
  const peaksMs = input.beats.map(({ rPeakMs }) => rPeakMs)
  const rrMs = peaksMs.slice(1).flatMap((toMs, index) => {
    const fromMs = peaksMs[index] ?? toMs
    return missing.some((hole) => hole.fromMs < toMs && hole.toMs > fromMs) ? [] : [toMs - fromMs]
  })
  return {
    rrMs,
    rrCv: variationCoefficient(rrMs),
    nRmssd: normalisedRmssd(rrMs),
    shortestRrMs: rrMs.length > 0 ? Math.min(...rrMs) : null,
    longestRrMs: rrMs.length > 0 ? Math.max(...rrMs) : null,
    rrBinCount: new Set(rrMs.map((intervalMs) => Math.floor(intervalMs / BIN_MS))).size,
    longestWithoutQrsMs: Math.max(0, ...recordedTime(input, missing).map((span) => longestGapMs(span, peaksMs))),
  }
}

function normalisedRmssd(rrMs: readonly number[]): number | null {
  const squares = rrMs.slice(1).map((intervalMs, index) => (intervalMs - (rrMs[index] ?? 0)) ** 2)
  const meanSquare = mean(squares)
  const meanMs = mean(rrMs)
  return meanSquare === null || meanMs === null || meanMs === 0 ? null : Math.sqrt(meanSquare) / meanMs
}

function longestGapMs({ fromMs, toMs }: Span, peaksMs: readonly number[]): number {
  const edges = [fromMs, ...peaksMs.filter((peakMs) => peakMs > fromMs && peakMs < toMs), toMs]
  return Math.max(0, ...edges.slice(1).map((edgeMs, index) => edgeMs - (edges[index] ?? edgeMs)))
}
