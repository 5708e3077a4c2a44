/**
 * P and the PR segment of the usual beat in one lead.
 *
 * P stands on a straight line from the level before it (TP) to the level before QRS, so that a
 * sloping or depressed PR segment is not counted as P (clinical.md A4). Terminal force of P in
 * V1: Morris 1964, depth × duration of the negative part in which P ends. Microvolts, milliseconds.
 */
import { finiteOrNull } from './numeric'
import { extremesUv, indexFrom, indexTo, levelUv, msAt, sampleUv, smoothed, type Trace } from './trace'
import type { LeadMeasurements, Marks } from './types'

type P = Pick<LeadMeasurements, 'pMaxUv' | 'pMinUv' | 'pNetAreaUvMs' | 'pTerminalForceUvMs' | 'prSegmentUv'>

const SMOOTHING_MS = 10
const LEVEL_MS = 24
const LEVEL_GAP_MS = 6
const LEAST_PR_SEGMENT_MS = 10
const LEAST_TERMINAL_UV = 20

/** The trace stands at zero just before QRS onset. */
export function measureP(trace: Trace, marks: Marks): P {
  const { pOnsetMs, pOffsetMs, qrsOnsetMs } = marks
  if (pOnsetMs === null || pOffsetMs === null || qrsOnsetMs === null || pOffsetMs <= pOnsetMs) return NOTHING
  const tpUv = levelBefore(trace, pOnsetMs)
  const wave = onOwnLine(smoothed(trace, SMOOTHING_MS), {
    fromMs: pOnsetMs - LEVEL_GAP_MS,
    fromUv: tpUv,
    toMs: qrsOnsetMs,
  })
  const untilMs = Math.min(pOffsetMs, qrsOnsetMs)
  const extremes = extremesUv(wave, pOnsetMs, untilMs)
  if (!extremes) return NOTHING
  const hasSegment = qrsOnsetMs - pOffsetMs >= LEAST_PR_SEGMENT_MS
  return {
    pMaxUv: Math.max(0, extremes.maxUv),
    pMinUv: Math.min(0, extremes.minUv),
    pNetAreaUvMs: pAreaUvMs(wave, pOnsetMs, untilMs),
    pTerminalForceUvMs: terminalForceUvMs(wave, pOnsetMs, untilMs),
    prSegmentUv: hasSegment ? finiteOrNull(levelUv(trace, pOffsetMs, qrsOnsetMs - 2) - tpUv) : null,
  }
}

/** TP level; where the window begins with P, what little of it is there. */
function levelBefore(trace: Trace, pOnsetMs: number): number {
  const level = levelUv(trace, pOnsetMs - LEVEL_GAP_MS - LEVEL_MS, pOnsetMs - LEVEL_GAP_MS)
  return Number.isNaN(level) ? sampleUv(trace, indexFrom(trace, Math.max(0, pOnsetMs))) : level
}

function onOwnLine(trace: Trace, line: { fromMs: number; fromUv: number; toMs: number }): Trace {
  const samplesUv = trace.samplesUv.map((uv, index) => {
    const along = (msAt(trace, index) - line.fromMs) / (line.toMs - line.fromMs)
    return uv - line.fromUv * (1 - Math.min(1, Math.max(0, along)))
  })
  return { ...trace, samplesUv }
}

function pAreaUvMs(wave: Trace, onsetMs: number, offsetMs: number): number | null {
  let sum = 0
  for (let index = indexFrom(wave, onsetMs); index <= indexTo(wave, offsetMs); index++) sum += sampleUv(wave, index)
  return finiteOrNull((sum * 1000) / wave.sampleRateHz)
}

function terminalForceUvMs(wave: Trace, onsetMs: number, offsetMs: number): number {
  const first = indexFrom(wave, onsetMs)
  let last = indexTo(wave, offsetMs)
  // The global offset lies behind the end of P in most leads.
  while (last > first && sampleUv(wave, last) > -LEAST_TERMINAL_UV / 2 && sampleUv(wave, last) < LEAST_TERMINAL_UV)
    last--
  let depthUv = 0
  let from = last
  while (from >= first && sampleUv(wave, from) < 0) {
    depthUv = Math.max(depthUv, -sampleUv(wave, from))
    from--
  }
  return depthUv < LEAST_TERMINAL_UV ? 0 : depthUv * (msAt(wave, last) - msAt(wave, from))
}

const NOTHING: P = {
  pMaxUv: null,
  pMinUv: null,
  pNetAreaUvMs: null,
  pTerminalForceUvMs: null,
  prSegmentUv: null,
}
