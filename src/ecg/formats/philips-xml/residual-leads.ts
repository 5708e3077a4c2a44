/**
 * Philips stores III, aVR, aVL and aVF as what is left of them when the lead that follows from I and II is
 * taken away; here they become leads again. All in counts, halves rounded down as the devices do.
 */
import type { LeadName } from '../../types'

type Counts = ReadonlyMap<LeadName, Int32Array>

const FORMULAS: ReadonlyArray<readonly [LeadName, (i: number, ii: number, iii: number, residual: number) => number]> = [
  ['aVR', (i, ii, _iii, residual) => -residual - Math.floor((i + ii) / 2)],
  ['aVL', (i, _ii, iii, residual) => Math.floor((i - iii) / 2) - residual],
  ['aVF', (_i, ii, iii, residual) => Math.floor((ii + iii) / 2) - residual],
]

/** The limb leads of residuals; every other lead stays out. */
export function restoreLimbLeads(stored: Counts): Counts {
  const leadI = stored.get('I')
  const leadII = stored.get('II')
  const residualIII = stored.get('III')
  if (!leadI || !leadII || !residualIII) return new Map()
  const leadIII = residualIII.map((residual, index) => (leadII[index] ?? 0) - (leadI[index] ?? 0) - residual)
  const augmented = FORMULAS.flatMap(([name, formula]): [LeadName, Int32Array][] => {
    const residuals = stored.get(name)
    if (!residuals) return []
    const restore = (residual: number, index: number) =>
      formula(leadI[index] ?? 0, leadII[index] ?? 0, leadIII[index] ?? 0, residual)
    return [[name, residuals.map(restore)]]
  })
  return new Map([['III', leadIII], ...augmented])
}

/** Whether lead III is a residual: a true one is II − I but for rounding. */
export function hasResiduals(stored: Counts): boolean {
  const leadI = stored.get('I')
  const leadII = stored.get('II')
  const leadIII = stored.get('III')
  if (!leadI || !leadII || !leadIII) return false
  const isTrue = leadIII.every((count, index) => Math.abs((leadII[index] ?? 0) - (leadI[index] ?? 0) - count) <= 2)
  return !isTrue
}
