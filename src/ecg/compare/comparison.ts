/** What changed between two recordings of one patient. */
import type { LeadName } from '../types'

/**
 * Comparison statements of AHA/ACCF/HRS 2007 Part II: 400 no significant change, 401 rhythm, 402 new or worse
 * ischaemia or infarction, 403 conduction, 404 repolarisation, 405 clinical status (axis, chambers, "suggests").
 * 406, a change of interpretation only, is for a person to say.
 */
export type ComparisonCode = 400 | 401 | 402 | 403 | 404 | 405

export type ChangedQuantity = 'heartRateBpm' | 'prMs' | 'qrsMs' | 'qtcMs' | 'qrsAxisDeg' | 'jUv' | 'tUv' | 'qMs' | 'rUv'

export type Change = {
  readonly quantity: ChangedQuantity
  /** Null for a number of the whole beat. */
  readonly lead: LeadName | null
  readonly from: number
  readonly to: number
  readonly isSignificant: boolean
}

/** Why the comparison says less than it could. */
export type ComparisonLimitation = 'too-little-measured' | 'electrodes-suspected' | 'rules-not-compared'

export type Comparison = {
  /** Empty where too little was measured in both to say anything. */
  readonly codes: readonly ComparisonCode[]
  /** Of the whole beat first, then lead by lead; of the leads only what moved noticeably. */
  readonly changes: readonly Change[]
  readonly limitations: readonly ComparisonLimitation[]
}
