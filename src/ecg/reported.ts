/**
 * The device's own numbers, cleaned of what stands for "none": 0, 999, 29999, 0xFFFF and
 * values that no heart gives. Times in milliseconds, rates in beats a minute, axes in degrees.
 */
import type { Reported } from './types'

export const NOTHING_REPORTED: Reported = {
  heartRateBpm: null,
  rrMs: null,
  pMs: null,
  prMs: null,
  qrsMs: null,
  qtMs: null,
  qtcMs: null,
  pAxisDeg: null,
  qrsAxisDeg: null,
  tAxisDeg: null,
  statements: [],
}

const LONGEST_INTERVAL_MS = 9999

export function reportedMs(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value > 0 && value <= LONGEST_INTERVAL_MS ? value : null
}

export function reportedBpm(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value > 0 && value <= 400 ? value : null
}

/** Zero is a real axis; −360…360 are the values that devices write. */
export function reportedDeg(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Math.abs(value) <= 360 ? value : null
}
