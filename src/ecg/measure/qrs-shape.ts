/**
 * What the outline of QRS tells beside its heights: notches, the speed of its beginning, a wave at its end.
 *
 * Notch: Strauss 2011, in the middle of QRS, after the first 40 ms. Slope of the first 40 ms: delta
 * wave (clinical.md RHY-19). J wave: notch or slur at the end of the downslope of R (Macfarlane,
 * JACC 2015;66:470). The share of the height that makes a notch and the flatness that makes a
 * plateau are ours.
 */
import type { QrsWave } from './qrs-waves'
import { extremesUv, indexFrom, indexTo, msAt, sampleUv, type Trace, valueUv } from './trace'

const NOTCH_AFTER_MS = 40
/** Lower waves are broken by noise alone. */
const LEAST_NOTCHED_UV = 200
const LEAST_NOTCH_UV = 25
const LEAST_NOTCH_SHARE = 0.05
const PLATEAU_MS = 16
const PLATEAU_SLOPE_SHARE = 0.15
/** Of the height of the wave: a notch nearer to the baseline belongs to the beginning or the end of QRS. */
const NOTCH_LEVEL_SHARE = 0.4
/** A later positive wave of less than this share of the tallest is not taken for the peak. */
const LEAST_LAST_PEAK_SHARE = 0.25
const INITIAL_MS = 40
const INITIAL_LEAD_IN_MS = 4
const LEAST_START_UV = 20
const LEAST_START_SHARE = 0.03
const SLOPE_SPAN_MS = 4

/** Notches, slurs and slopes are of low frequency: what is faster is the fragment of a muscle or a filter. */
export const SHAPE_SMOOTHING_MS = 8

/** A notch or plateau in the tallest wave, after the first 40 ms. */
export function isNotched(trace: Trace, onsetMs: number, waves: readonly QrsWave[]): boolean {
  const main = waves.reduce<QrsWave | null>(
    (best, wave) => (best && best.heightUv >= wave.heightUv ? best : wave),
    null,
  )
  if (!main || main.heightUv < LEAST_NOTCHED_UV) return false
  return hasDip(trace, main, onsetMs + NOTCH_AFTER_MS) || hasPlateau(trace, main, onsetMs + NOTCH_AFTER_MS)
}

/** The last top of the last positive wave that is not trifling beside the tallest; null without any R. */
export function lastPeakMs(trace: Trace, waves: readonly QrsWave[]): number | null {
  const positive = waves.filter(({ isPositive }) => isPositive)
  const tallestUv = Math.max(0, ...positive.map(({ heightUv }) => heightUv))
  const last = positive.findLast(({ heightUv }) => heightUv >= LEAST_LAST_PEAK_SHARE * tallestUv)
  if (!last) return null
  const second = dipsOf(trace, last).findLast(({ nextPeakUv }) => nextPeakUv >= last.heightUv / 2)
  return second ? msAt(trace, Math.max(second.nextPeak, indexFrom(trace, last.peakMs))) : last.peakMs
}

/**
 * Steepest slope of the first 40 ms over the steepest of the whole QRS. The 40 ms begin where this lead leaves
 * the baseline, which may be well after the first of all leads did.
 */
export function initialSlopeRatio(trace: Trace, onsetMs: number, offsetMs: number): number | null {
  const extremes = extremesUv(trace, onsetMs, offsetMs)
  const leastUv = extremes && Math.max(LEAST_START_UV, LEAST_START_SHARE * (extremes.maxUv - extremes.minUv))
  const startMs = leastUv === null ? null : firstAboveMs(trace, onsetMs, offsetMs, leastUv)
  if (startMs === null) return null
  const initial = steepest(trace, startMs - INITIAL_LEAD_IN_MS, Math.min(startMs + INITIAL_MS, offsetMs))
  const whole = steepest(trace, onsetMs, offsetMs)
  return whole > 0 && Number.isFinite(initial / whole) ? Math.min(1, initial / whole) : null
}

function firstAboveMs(trace: Trace, fromMs: number, toMs: number, leastUv: number): number | null {
  for (let index = indexFrom(trace, fromMs); index <= indexTo(trace, toMs); index++) {
    if (Math.abs(sampleUv(trace, index)) >= leastUv) return msAt(trace, index)
  }
  return null
}

function steepest(trace: Trace, fromMs: number, toMs: number): number {
  let best = 0
  for (let index = indexFrom(trace, fromMs); index <= indexTo(trace, toMs); index++) {
    best = Math.max(best, Math.abs(slopeUvPerMs(trace, msAt(trace, index))))
  }
  return best
}

export function slopeUvPerMs(trace: Trace, instantMs: number): number {
  const half = Math.max(SLOPE_SPAN_MS / 2, 1000 / trace.sampleRateHz)
  return (valueUv(trace, instantMs + half) - valueUv(trace, instantMs - half)) / (2 * half)
}

type Dip = { readonly bottom: number; readonly nextPeak: number; readonly nextPeakUv: number }

/**
 * The valleys between two tops of one wave, deep enough on both sides to be a notch. A rise that
 * ends in the ST segment has no top.
 */
function dipsOf(trace: Trace, wave: QrsWave): Dip[] {
  const leastUv = Math.max(LEAST_NOTCH_UV, LEAST_NOTCH_SHARE * wave.heightUv)
  const endUv = Math.abs(sampleUv(trace, indexTo(trace, wave.toMs)))
  return valleysOf(trace, wave, leastUv).filter(({ nextPeakUv }) => nextPeakUv - endUv >= leastUv)
}

function valleysOf(trace: Trace, wave: QrsWave, leastUv: number): Dip[] {
  const sign = wave.isPositive ? 1 : -1
  const dips: Dip[] = []
  let topUv = 0
  let bottomUv = Number.POSITIVE_INFINITY
  let bottom = 0
  for (let index = indexFrom(trace, wave.fromMs); index <= indexTo(trace, wave.toMs); index++) {
    const uv = sign * sampleUv(trace, index)
    const last = dips.at(-1)
    if (topUv - bottomUv >= leastUv && uv - bottomUv >= leastUv) {
      dips.push({ bottom, nextPeak: index, nextPeakUv: uv })
      topUv = uv
      bottomUv = Number.POSITIVE_INFINITY
      continue
    }
    if (last && bottomUv === Number.POSITIVE_INFINITY && uv > last.nextPeakUv) {
      dips[dips.length - 1] = { ...last, nextPeak: index, nextPeakUv: uv }
    }
    if (uv > topUv) {
      topUv = uv
      bottomUv = Number.POSITIVE_INFINITY
    } else if (uv < bottomUv && uv < topUv) {
      bottomUv = uv
      bottom = index
    }
  }
  return dips
}

function hasDip(trace: Trace, wave: QrsWave, afterMs: number): boolean {
  return dipsOf(trace, wave).some(({ bottom }) => {
    const isHigh = Math.abs(sampleUv(trace, bottom)) >= NOTCH_LEVEL_SHARE * wave.heightUv
    return isHigh && msAt(trace, bottom) >= afterMs
  })
}

function hasPlateau(trace: Trace, wave: QrsWave, afterMs: number): boolean {
  const limit = PLATEAU_SLOPE_SHARE * steepest(trace, wave.fromMs, wave.toMs)
  let sinceMs: number | null = null
  for (let index = indexFrom(trace, afterMs); index <= indexTo(trace, wave.toMs); index++) {
    const instantMs = msAt(trace, index)
    const isHigh = Math.abs(sampleUv(trace, index)) >= wave.heightUv / 2
    const isLevel = isHigh && Math.abs(slopeUvPerMs(trace, instantMs)) <= limit
    sinceMs = isLevel ? (sinceMs ?? instantMs) : null
    if (sinceMs !== null && instantMs - sinceMs >= PLATEAU_MS) return true
  }
  return false
}
