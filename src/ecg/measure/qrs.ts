/**
 * QRS of the usual beat in one lead: heights and lengths of its waves, area, peak time.
 *
 * R is the tallest positive wave and R′ the second tallest, whichever came first; S is the
 * deepest negative wave after the first positive one. A complex without any positive wave (QS)
 * stands in S alone. Microvolts against the level before QRS, milliseconds.
 */
import { finiteOrNull } from './numeric'
import { isNotched, lastPeakMs, SHAPE_SMOOTHING_MS } from './qrs-shape'
import { findQrsWaves, type QrsWave } from './qrs-waves'
import { areaUvMs, extremesUv, smoothed, type Trace } from './trace'
import type { LeadMeasurements } from './types'

type Qrs = Pick<
  LeadMeasurements,
  | 'qUv'
  | 'qMs'
  | 'rUv'
  | 'rMs'
  | 'sUv'
  | 'sMs'
  | 'rPrimeUv'
  | 'rPrimeMs'
  | 'sPrimeUv'
  | 'qrsPeakToPeakUv'
  | 'qrsNetAreaUvMs'
  | 'rPeakTimeMs'
  | 'hasQrsNotch'
>

export function measureQrs(trace: Trace, onsetMs: number, offsetMs: number): Qrs {
  const extremes = extremesUv(trace, onsetMs, offsetMs)
  if (!extremes) return NO_QRS
  const waves = findQrsWaves(trace, onsetMs, offsetMs)
  const [r, rPrime] = byHeight(waves.filter(({ isPositive }) => isPositive))
  const firstPositiveMs = waves.find(({ isPositive }) => isPositive)?.fromMs ?? Number.NEGATIVE_INFINITY
  const negative = waves.filter(({ isPositive }) => !isPositive)
  const [q] = byHeight(negative.filter(({ fromMs }) => fromMs < firstPositiveMs))
  const [s, sPrime] = byHeight(negative.filter(({ fromMs }) => fromMs >= firstPositiveMs))
  const shape = smoothed(trace, SHAPE_SMOOTHING_MS)
  const lastRMs = lastPeakMs(shape, waves)
  return {
    qUv: heightOf(q),
    qMs: lengthOf(q),
    rUv: heightOf(r),
    rMs: lengthOf(r),
    sUv: heightOf(s),
    sMs: lengthOf(s),
    rPrimeUv: heightOf(rPrime),
    rPrimeMs: lengthOf(rPrime),
    sPrimeUv: heightOf(sPrime),
    qrsPeakToPeakUv: extremes.maxUv - extremes.minUv,
    qrsNetAreaUvMs: finiteOrNull(areaUvMs(trace, onsetMs, offsetMs)),
    rPeakTimeMs: lastRMs === null ? null : lastRMs - onsetMs,
    hasQrsNotch: isNotched(shape, onsetMs, waves),
  }
}

const byHeight = (waves: readonly QrsWave[]) => waves.toSorted((one, other) => other.heightUv - one.heightUv)
const heightOf = (wave: QrsWave | undefined): number => wave?.heightUv ?? 0
const lengthOf = (wave: QrsWave | undefined): number => (wave ? wave.toMs - wave.fromMs : 0)

export const NO_QRS: Qrs = {
  qUv: null,
  qMs: null,
  rUv: null,
  rMs: null,
  sUv: null,
  sMs: null,
  rPrimeUv: null,
  rPrimeMs: null,
  sPrimeUv: null,
  qrsPeakToPeakUv: null,
  qrsNetAreaUvMs: null,
  rPeakTimeMs: null,
  hasQrsNotch: null,
}
