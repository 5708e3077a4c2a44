/**
 * Every number of the usual beat, lead by lead.
 *
 * Zero is the mean of 14 to 2 ms before QRS onset in the same lead (clinical.md A3.5); all leads
 * are read at the marks of the whole beat, J alone nearer to the lead's own. A lead with a hole where a
 * wave stands has null there. Not done: the TP level as zero where flutter waves run through PR.
 */
import { LEAD_NAMES, type LeadName } from '../types'
import { jPeakUv } from './j-wave'
import { measureP } from './p-wave'
import { measureQrs, NO_QRS } from './qrs'
import { initialSlopeRatio, SHAPE_SMOOTHING_MS } from './qrs-shape'
import { findQrsWaves } from './qrs-waves'
import { measureSt } from './st-segment'
import { measureT } from './t-wave'
import { levelUv, shifted, smoothed, type Trace } from './trace'
import type { LeadMeasurements, Marks, RepresentativeBeat } from './types'

export type MeasuredLeads = Readonly<Partial<Record<LeadName, LeadMeasurements>>>

const ZERO_FROM_MS = 14
const ZERO_TO_MS = 2
/** A lead whose QRS ends later than this after the others is an outlier (clinical.md A3.6). */
const LATEST_J_MS = 20

export function measureLeads(representative: RepresentativeBeat, usableLeads: readonly LeadName[]): MeasuredLeads {
  const { leads, marks, sampleRateHz } = representative
  const measured = LEAD_NAMES.flatMap((name) => {
    const samplesUv = leads[name]
    if (!samplesUv) return []
    const own = representative.marksByLead[name]
    return [
      [name, measureLead({ samplesUv, sampleRateHz }, marks, jOf(marks, own), usableLeads.includes(name))] as const,
    ]
  })
  return Object.fromEntries(measured)
}

/**
 * The J point of the lead. The global offset is that of the second-latest lead, where the latest one still falls
 * steeply; its own mark is less sure than that of all, so J lies half-way between.
 */
function jOf({ qrsOffsetMs }: Marks, own: Marks | undefined): number | null {
  if (qrsOffsetMs === null || !own || own.qrsOffsetMs === null) return qrsOffsetMs
  const isLater = own.qrsOffsetMs > qrsOffsetMs && own.qrsOffsetMs <= qrsOffsetMs + LATEST_J_MS
  return isLater ? (own.qrsOffsetMs + qrsOffsetMs) / 2 : qrsOffsetMs
}

function measureLead(raw: Trace, marks: Marks, jMs: number | null, isUsable: boolean): LeadMeasurements {
  const { qrsOnsetMs, qrsOffsetMs } = marks
  if (qrsOnsetMs === null || qrsOffsetMs === null || jMs === null) return { ...NOTHING_MEASURED, isUsable }
  const zeroUv = levelUv(raw, qrsOnsetMs - ZERO_FROM_MS, qrsOnsetMs - ZERO_TO_MS)
  if (Number.isNaN(zeroUv)) return { ...NOTHING_MEASURED, isUsable }
  const trace = shifted(raw, zeroUv)
  const qrs = measureQrs(trace, qrsOnsetMs, qrsOffsetMs)
  const shape = qrs.qrsPeakToPeakUv === null ? null : smoothed(trace, SHAPE_SMOOTHING_MS)
  return {
    isUsable,
    ...measureP(trace, marks),
    ...qrs,
    initialSlopeRatio: shape && initialSlopeRatio(shape, qrsOnsetMs, qrsOffsetMs),
    jPeakUv: shape && jPeakUv(shape, findQrsWaves(shape, qrsOnsetMs, qrsOffsetMs), qrsOffsetMs),
    ...measureSt(trace, jMs),
    ...measureT(trace, marks),
  }
}

const NOTHING_MEASURED: LeadMeasurements = {
  isUsable: false,
  pMaxUv: null,
  pMinUv: null,
  pNetAreaUvMs: null,
  pTerminalForceUvMs: null,
  prSegmentUv: null,
  ...NO_QRS,
  initialSlopeRatio: null,
  jPeakUv: null,
  jUv: null,
  j20Uv: null,
  j40Uv: null,
  j60Uv: null,
  j80Uv: null,
  stSlopeUvPerMs: null,
  tMaxUv: null,
  tMinUv: null,
  tMaxAtMs: null,
  tMinAtMs: null,
  tAreaUvMs: null,
  tHalfWidthMs: null,
  tSymmetry: null,
  uUv: null,
}
