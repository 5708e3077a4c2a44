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

export type ReportedKey = Exclude<keyof Reported, 'statements' | 'byLead'>

/** ISO/IEEE 11073-10102 names, as HL7 aECG and some DICOM writers use them. */
const KEY_OF_MDC: Readonly<Record<string, ReportedKey>> = {
  HEART_RATE: 'heartRateBpm',
  TIME_PD_RR: 'rrMs',
  TIME_PD_P: 'pMs',
  TIME_PD_PR: 'prMs',
  TIME_PD_PQ: 'prMs',
  TIME_PD_QRS: 'qrsMs',
  TIME_PD_QT: 'qtMs',
  TIME_PD_QTC: 'qtcMs',
  TIME_PD_QTCB: 'qtcMs',
  ANGLE_P_FRONT: 'pAxisDeg',
  ANGLE_QRS_FRONT: 'qrsAxisDeg',
  ANGLE_T_FRONT: 'tAxisDeg',
}

/** Above the longest pause that is still a beat's, below the sentinels 19999, 29998, 29999. */
const LONGEST_INTERVAL_MS = 9998
/** Of three-digit fields; an RR interval may really last so long. */
const SHORT_SENTINEL_MS = 999

/** The value that an `MDC_ECG_…` code stands for; `_GL` is "global", over all leads. */
export function reportedKeyOfMdc(code: string): ReportedKey | null {
  const name = code
    .toUpperCase()
    .replace(/^MDC_ECG_/, '')
    .replace(/_GL$/, '')
  return KEY_OF_MDC[name] ?? null
}

/** A number of the device, cleaned as its kind demands. */
export function reportedNumber(key: ReportedKey, value: number | null): number | null {
  if (key === 'heartRateBpm') return reportedBpm(value)
  if (key.endsWith('Deg')) return reportedDeg(value)
  return key !== 'rrMs' && value === SHORT_SENTINEL_MS ? null : reportedMs(value)
}

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
