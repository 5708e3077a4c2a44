import type { LeadName } from '../../types'

/** A lead on the ST path: baseline and mains taken away without moving any wave, nothing else. */
export type DelineationLead = {
  readonly name: LeadName
  readonly stUv: Float32Array
}

/** Samples of a stretch of time at the rate at hand, at least one. */
export type SamplesOf = (ms: number) => number

/** First and last sample of a wave. */
export type Limits = { readonly onset: number; readonly offset: number }
