/**
 * What a person measures on an ECG with calipers: two places in time and, for an amplitude, in voltage.
 *
 * Milliseconds from the first sample, microvolts as recorded; on a picture milliseconds and microvolts of the
 * calibrated paper, from the first place. The stated error is that of placing both ends on what was seen: never less
 * than a sample or a pixel.
 */
import type { LeadName } from '../types'

export const CALIPER_KINDS = ['time', 'rr', 'pr', 'qrs', 'qt', 'march', 'amplitude'] as const
/** `time` is any interval; `march` repeats it over the strip. */
export type CaliperKind = (typeof CALIPER_KINDS)[number]

export type Caliper = {
  readonly kind: CaliperKind
  /** Where it was placed; null on a picture, whose leads nobody knows. */
  readonly lead: LeadName | null
  readonly fromMs: number
  readonly toMs: number
  /** Of an amplitude only. */
  readonly fromUv: number | null
  readonly toUv: number | null
  /** With `qt`: the RR that corrects it. */
  readonly rrMs: number | null
  readonly errorMs: number
  readonly errorUv: number
  /** Where it lies on a picture; null on a trace. */
  readonly picture: PicturePlace | null
}

/** Places as shares of the picture's width and height, as it is stored. */
export type PicturePlace = {
  /** From 1. */
  readonly page: number
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
  /** What made a distance an interval or a voltage there. */
  readonly scale: PictureScale
}

/** The scale of a picture, from two places on a distance that a person knows. */
export type PictureScale = {
  /** Pixels of the picture, points of a PDF. */
  readonly pxPerMm: number
  readonly knownMm: number
  readonly mmPerSecond: number
  readonly mmPerMv: number
  /** The two places, as shares of the page. */
  readonly page: number
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

export const isAmplitude = ({ kind }: Pick<Caliper, 'kind'>): boolean => kind === 'amplitude'

/** How far apart two calipers of the same kind must be to be two. */
export function isDrawn({ kind, fromMs, toMs, fromUv, toUv }: Caliper): boolean {
  return kind === 'amplitude' ? fromUv !== toUv : fromMs !== toMs
}
