/**
 * The usual beat on paper: every lead over the other on one baseline, its level before QRS. Millimetres from the upper
 * left corner; marks relative to the first sample.
 */
import type { Marks } from '../measure/types'
import type { LeadName } from '../types'
import type { PaperScale } from './layout-trace'
import { reachUv } from './level'
import { tracePath } from './trace-path'

/** All that drawing needs of a usual beat. */
export type DrawnBeat = {
  readonly sampleRateHz: number
  readonly rIndex: number
  readonly leads: Readonly<Partial<Record<LeadName, Float32Array>>>
  readonly marks: Marks
}

export type BeatLine = { readonly lead: LeadName; readonly pathD: string }
export type BeatLayout = {
  readonly widthMm: number
  readonly heightMm: number
  readonly baselineMm: number
  readonly lines: readonly BeatLine[]
  readonly xMmAt: (atMs: number) => number
}

export const BEAT_SCALE: PaperScale = { mmPerSecond: 50, mmPerMv: 10 }

const SIDE_MM = 3
const ROOM_MM = 5
const TOLERANCE_MM = 0.02

/** `shiftMs` moves the beat to the right, to lay it over another one. */
export function layoutBeat(beat: DrawnBeat, names: readonly LeadName[], scale: PaperScale, shiftMs = 0): BeatLayout {
  const leads = names.flatMap((lead) => {
    const samplesUv = beat.leads[lead]
    return samplesUv ? [{ lead, samplesUv }] : []
  })
  const sampleCount = Math.max(0, ...leads.map(({ samplesUv }) => samplesUv.length))
  const reachMm = (sign: 1 | -1) =>
    Math.max(0, ...leads.map(({ samplesUv }) => (reachUv(samplesUv, 0, sign) / 1000) * scale.mmPerMv))
  const baselineMm = Math.ceil((reachMm(1) + ROOM_MM) / 5) * 5
  const xMmAt = (atMs: number) => SIDE_MM + ((atMs + shiftMs) / 1000) * scale.mmPerSecond
  return {
    widthMm: Math.ceil(2 * SIDE_MM + (sampleCount / beat.sampleRateHz) * scale.mmPerSecond),
    heightMm: baselineMm + Math.ceil((reachMm(-1) + ROOM_MM) / 5) * 5,
    baselineMm,
    lines: leads.map(({ lead, samplesUv }) => ({
      lead,
      pathD: tracePath(
        { samplesUv, fromIndex: 0, toIndex: samplesUv.length },
        {
          xMm: xMmAt(0),
          yMm: baselineMm,
          baselineUv: 0,
          mmPerSample: scale.mmPerSecond / beat.sampleRateHz,
          mmPerUv: scale.mmPerMv / 1000,
          toleranceMm: TOLERANCE_MM,
        },
      ),
    })),
    xMmAt,
  }
}
