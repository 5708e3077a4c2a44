/**
 * T and U of the usual beat in one lead.
 *
 * Searched from 60 ms after J (clinical.md A4) to the end of T. A slope out of a raised or
 * depressed ST segment is no T wave: an extreme counts only where the trace turns back, and at
 * least 20 µV beyond the valley before it. Where nothing turns back, the extreme of the whole
 * stretch stands for T. Microvolts against the level before QRS, milliseconds.
 */
import { finiteOrNull } from './numeric'
import { areaUvMs, extremesUv, indexFrom, indexTo, msAt, sampleUv, smoothed, type Trace } from './trace'
import type { LeadMeasurements, Marks } from './types'

type T = Pick<
  LeadMeasurements,
  'tMaxUv' | 'tMinUv' | 'tMaxAtMs' | 'tMinAtMs' | 'tAreaUvMs' | 'tHalfWidthMs' | 'tSymmetry' | 'uUv'
>
type Peak = { readonly uv: number; readonly atMs: number }

const SMOOTHING_MS = 14
const AFTER_J_MS = 60
/** Of J to the end of T, where that is short. */
const AFTER_J_SHARE = 0.3
/** The lead's own T may end a little after that of the beat. */
const AFTER_T_MS = 20
const LEAST_WAVE_UV = 20
const U_FROM_MS = 20
const U_TO_MS = 200
const LEAST_U_WINDOW_MS = 80
const WINDOW_SHARE_OF_RR = 0.75

export function measureT(unsmoothed: Trace, marks: Marks): T {
  const { qrsOffsetMs: jMs, tOffsetMs } = marks
  if (jMs === null || tOffsetMs === null || tOffsetMs <= jMs) return NOTHING
  const trace = smoothed(unsmoothed, SMOOTHING_MS)
  const fromMs = jMs + Math.min(AFTER_J_MS, AFTER_J_SHARE * (tOffsetMs - jMs))
  const extremes = extremesUv(trace, fromMs, tOffsetMs)
  if (!extremes) return NOTHING
  const top = turningPeak(trace, fromMs, tOffsetMs + AFTER_T_MS, 1)
  const bottom = turningPeak(trace, fromMs, tOffsetMs + AFTER_T_MS, -1)
  const slope = top || bottom ? null : edgePeak(trace, fromMs, tOffsetMs)
  const positive = top ?? (slope && slope.uv > 0 ? slope : null)
  const negative = bottom ?? (slope && slope.uv < 0 ? slope : null)
  const tallest = [top, bottom].reduce<Peak | null>(taller, null)
  return {
    tMaxUv: positive?.uv ?? 0,
    tMinUv: negative?.uv ?? 0,
    tMaxAtMs: positive?.atMs ?? null,
    tMinAtMs: negative?.atMs ?? null,
    tAreaUvMs: finiteOrNull(areaUvMs(trace, fromMs, tOffsetMs)),
    ...halfWidths(trace, tallest, jMs),
    uUv: uWaveUv(trace, marks, tOffsetMs),
  }
}

const taller = (best: Peak | null, peak: Peak | null): Peak | null =>
  peak && (!best || Math.abs(peak.uv) > Math.abs(best.uv)) ? peak : best

/** The highest point in the direction of `sign`, where the trace rose to it and turns back behind it. */
function turningPeak(trace: Trace, fromMs: number, toMs: number, sign: 1 | -1): Peak | null {
  const last = indexTo(trace, toMs)
  let start = indexFrom(trace, fromMs)
  while (start < last && sign * sampleUv(trace, start + 1) <= sign * sampleUv(trace, start)) start++
  let peak = start
  for (let index = start; index <= last; index++) {
    if (sign * sampleUv(trace, index) > sign * sampleUv(trace, peak)) peak = index
  }
  const heightUv = sign * sampleUv(trace, peak)
  const valleyUv = Math.max(0, sign * sampleUv(trace, start))
  return heightUv - valleyUv >= LEAST_WAVE_UV && peak < last ? { uv: sign * heightUv, atMs: msAt(trace, peak) } : null
}

function edgePeak(trace: Trace, fromMs: number, toMs: number): Peak | null {
  let best: Peak | null = null
  for (let index = indexFrom(trace, fromMs); index <= indexTo(trace, toMs); index++) {
    best = taller(best, { uv: sampleUv(trace, index), atMs: msAt(trace, index) })
  }
  return best && Math.abs(best.uv) >= LEAST_WAVE_UV ? best : null
}

/** Null where the ST segment already stands above half the height: the left half has no end. */
function halfWidths(trace: Trace, peak: Peak | null, jMs: number): Pick<T, 'tHalfWidthMs' | 'tSymmetry'> {
  const leftMs = peak && halfHeightMs(trace, peak, -1, jMs)
  const rightMs = peak && halfHeightMs(trace, peak, 1, Number.POSITIVE_INFINITY)
  if (leftMs === null || rightMs === null || rightMs === 0) return { tHalfWidthMs: null, tSymmetry: null }
  return { tHalfWidthMs: leftMs + rightMs, tSymmetry: leftMs / rightMs }
}

/** From the peak to where half its height is left, between the samples. */
function halfHeightMs(trace: Trace, peak: Peak, step: 1 | -1, limitMs: number): number | null {
  const start = Math.round((peak.atMs * trace.sampleRateHz) / 1000)
  const isInside = (index: number) =>
    index >= 0 && index < trace.samplesUv.length && step * msAt(trace, index) <= step * limitMs
  for (let index = start; isInside(index); index += step) {
    const share = sampleUv(trace, index) / peak.uv
    if (share > 0.5) continue
    const before = sampleUv(trace, index - step) / peak.uv
    const position = index - (step * (0.5 - share)) / (before - share)
    return Math.abs(msAt(trace, position) - peak.atMs)
  }
  return null
}

/** Null where there is no room for a U wave before the next P; 0 where there is none. */
function uWaveUv(trace: Trace, marks: Marks, tOffsetMs: number): number | null {
  const fromMs = tOffsetMs + U_FROM_MS
  const toMs = Math.min(tOffsetMs + U_TO_MS, nextPMs(trace, marks), msAt(trace, trace.samplesUv.length - 1))
  if (toMs - fromMs < LEAST_U_WINDOW_MS) return null
  return taller(turningPeak(trace, fromMs, toMs, 1), turningPeak(trace, fromMs, toMs, -1))?.uv ?? 0
}

/** The earliest that the next P may begin: the usual beat is three quarters of RR long at most (clinical.md A3.4). */
function nextPMs(trace: Trace, { rPeakMs, pOnsetMs }: Marks): number {
  const afterRMs = msAt(trace, trace.samplesUv.length - 1) - rPeakMs
  return rPeakMs + afterRMs / WINDOW_SHARE_OF_RR - (rPeakMs - (pOnsetMs ?? rPeakMs))
}

const NOTHING: T = {
  tMaxUv: null,
  tMinUv: null,
  tMaxAtMs: null,
  tMinAtMs: null,
  tAreaUvMs: null,
  tHalfWidthMs: null,
  tSymmetry: null,
  uUv: null,
}
