/** What a caliper says: the number that belongs to its kind, and what follows from it. */
import { bazettMs, fridericiaMs } from '../measure/qtc'
import { type Caliper, isAmplitude } from './caliper'

export type CaliperReading = {
  readonly durationMs: number
  readonly errorMs: number
  /** Of `time`, `rr` and `march`: how often a minute. */
  readonly rateBpm: number | null
  /** Of `amplitude`; positive upwards. */
  readonly amplitudeUv: number | null
  readonly errorUv: number
  /** Of `qt` with a known RR. */
  readonly qtcFridericiaMs: number | null
  readonly qtcBazettMs: number | null
}

const MS_PER_MINUTE = 60_000
const RATED = ['time', 'rr', 'march']

export function readingOf(caliper: Caliper): CaliperReading {
  const { kind, fromMs, toMs, fromUv, toUv, rrMs, errorMs, errorUv } = caliper
  const durationMs = Math.abs(toMs - fromMs)
  const isCorrected = kind === 'qt' && rrMs !== null && rrMs > 0
  return {
    durationMs,
    errorMs,
    rateBpm: RATED.includes(kind) && durationMs > 0 ? MS_PER_MINUTE / durationMs : null,
    amplitudeUv: isAmplitude(caliper) && fromUv !== null && toUv !== null ? toUv - fromUv : null,
    errorUv,
    qtcFridericiaMs: isCorrected ? fridericiaMs(durationMs, rrMs) : null,
    qtcBazettMs: isCorrected ? bazettMs(durationMs, rrMs) : null,
  }
}

/**
 * Both ends lie somewhere within half a pixel and half a sample of where they were put: together one whole of the
 * greater. Microvolts likewise with the pixel alone.
 */
export function placingError(
  sampleRateHz: number,
  pixelMm: number,
  { mmPerSecond, mmPerMv }: { readonly mmPerSecond: number; readonly mmPerMv: number },
): { readonly errorMs: number; readonly errorUv: number } {
  return {
    errorMs: rounded(Math.max(1000 / sampleRateHz, (pixelMm / mmPerSecond) * 1000)),
    errorUv: rounded((pixelMm / mmPerMv) * 1000),
  }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
