/**
 * Three-valued conditions with a rim (clinical.md B0): a value that misses its threshold by less than the
 * tolerance of its measurement is `near`, a value that could not be measured is `unknown`, and neither is
 * ever taken for `no`. Every condition carries the values that it looked at.
 */
import type { LeadName } from '../../types'
import type { Evidence } from '../rule'

export type Truth = 'yes' | 'near' | 'no' | 'unknown'

export type Check = {
  readonly truth: Truth
  readonly evidence: readonly Evidence[]
}

export type Comparison = NonNullable<Evidence['comparison']>

type Compared = {
  readonly lead: LeadName | null
  readonly name: string
  readonly value: number | null
  readonly unit: Evidence['unit']
  readonly comparison: Comparison
  readonly threshold: number
  readonly tolerance?: number
}

export function compare({ tolerance = 0, ...evidence }: Compared): Check {
  const { value, comparison, threshold } = evidence
  const truth: Truth =
    value === null || Number.isNaN(value)
      ? 'unknown'
      : HOLDS[comparison](value, threshold)
        ? 'yes'
        : HOLDS[comparison](value, comparison.startsWith('>') ? threshold - tolerance : threshold + tolerance)
          ? 'near'
          : 'no'
  return { truth, evidence: [{ ...evidence, value: truth === 'unknown' ? null : value }] }
}

const HOLDS: Readonly<Record<Comparison, (value: number, threshold: number) => boolean>> = {
  '>=': (value, threshold) => value >= threshold,
  '<=': (value, threshold) => value <= threshold,
  '>': (value, threshold) => value > threshold,
  '<': (value, threshold) => value < threshold,
}

/** Something known beside the trace, which needs no number to be shown. */
export function fact(isTrue: boolean | null): Check {
  return { truth: isTrue === null ? 'unknown' : isTrue ? 'yes' : 'no', evidence: [] }
}

/** The same condition, with more to show. */
export function alsoShowing(check: Check, ...others: readonly Check[]): Check {
  return { truth: check.truth, evidence: [...check.evidence, ...others.flatMap(({ evidence }) => evidence)] }
}

export function opposite({ truth, evidence }: Check): Check {
  const turned: Record<Truth, Truth> = { yes: 'no', no: 'yes', near: 'near', unknown: 'unknown' }
  return { truth: turned[truth], evidence }
}

export function all(...checks: readonly Check[]): Check {
  return atLeast(checks.length, checks)
}

export function any(...checks: readonly Check[]): Check {
  return atLeast(1, checks)
}

/** When it holds, or nearly, only what made it so is shown; otherwise everything that was looked at. */
export function atLeast(count: number, checks: readonly Check[]): Check {
  for (const [truth, accepted] of LADDER) {
    const holding = checks.filter((check) => accepted.includes(check.truth))
    if (holding.length >= count) return { truth, evidence: holding.flatMap(({ evidence }) => evidence) }
  }
  return { truth: 'no', evidence: checks.flatMap(({ evidence }) => evidence) }
}

const LADDER: readonly (readonly [Truth, readonly Truth[]])[] = [
  ['yes', ['yes']],
  ['near', ['yes', 'near']],
  ['unknown', ['yes', 'near', 'unknown']],
]

export function holds({ truth }: Check): boolean {
  return truth === 'yes'
}

export function holdsNearly({ truth }: Check): boolean {
  return truth === 'yes' || truth === 'near'
}

/** Leads among what the condition shows, in the order of their first mention. */
export function leadsOf({ evidence }: Check): LeadName[] {
  return [...new Set(evidence.flatMap(({ lead }) => (lead === null ? [] : [lead])))]
}
