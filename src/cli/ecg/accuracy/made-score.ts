/**
 * Intervals, J and exchanged electrodes on made ECGs of every morphology with light noise, whose truth is exact. Nothing is
 * left out: an exchange that cannot be told from physiology counts as missed, and its morphology is named.
 */
import { analyse } from '@/ecg/analyse'
import type { Analysis } from '@/ecg/measure/types'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { SCENARIOS, type Scenario } from '@/ecg/synthetic/scenarios'
import { ELECTRODE_SWAPS, type ElectrodeSwap } from '@/ecg/synthetic/swaps'
import { STANDARD_LEADS } from '@/ecg/types'

const INTERVALS = ['pMs', 'prMs', 'qrsMs', 'qtMs'] as const
export type Interval = (typeof INTERVALS)[number]

export type IntervalFigures = {
  readonly interval: Interval
  readonly count: number
  readonly meanMs: number
  readonly sdMs: number
}

export type SwapFigures = {
  readonly swap: ElectrodeSwap
  readonly made: number
  readonly suspected: number
  /** Of them, those of normal hearts, inferior infarcts and LBBB: clinical.md F5. */
  readonly madeOfSuite: number
  readonly suspectedOfSuite: number
  readonly missedIn: Readonly<Record<string, number>>
}

export type MadeAccuracy = {
  readonly seeds: number
  readonly intervals: readonly IntervalFigures[]
  readonly j: { readonly count: number; readonly within: number }
  readonly swaps: readonly SwapFigures[]
  readonly unswapped: number
  readonly falselySuspected: readonly string[]
}

/** IEC 60601-2-25 for amplitudes up to 500 µV (clinical.md A6). */
const J_TOLERANCE_UV = 25
const SUITE: readonly Scenario[] = ['normal', 'inferior-stemi', 'lbbb']

type Errors = Record<Interval, number[]>

export function measureMade(seeds: number): MadeAccuracy {
  const scenarios = Object.keys(SCENARIOS) as Scenario[]
  const each = scenarios.flatMap((scenario) =>
    Array.from({ length: seeds }, (_, index) => ({ scenario, seed: index + 1 })),
  )
  const errors: Errors = { pMs: [], prMs: [], qrsMs: [], qtMs: [] }
  const falselySuspected: string[] = []
  let [count, within] = [0, 0]
  for (const made of each) {
    const { recording, truth } = makeEcg(made)
    const analysis = analyse(recording)
    for (const interval of INTERVALS) {
      const [ours, theirs] = [analysis.measurements[interval], truth.expected[interval]]
      if (ours !== null && theirs !== null) errors[interval].push(ours - theirs)
    }
    const jErrors = jErrorsUv(analysis, truth.jUv)
    count += jErrors.length
    within += jErrors.filter((errorUv) => errorUv <= J_TOLERANCE_UV).length
    if (analysis.swap) falselySuspected.push(`${made.scenario} ${made.seed}: ${analysis.swap.kind}`)
  }
  return {
    seeds,
    intervals: INTERVALS.map((interval) => ({ interval, ...spreadOf(errors[interval]) })),
    j: { count, within },
    swaps: ELECTRODE_SWAPS.map((swap) => swapFigures(swap, each)),
    unswapped: each.length,
    falselySuspected,
  }
}

function jErrorsUv({ leads }: Analysis, truthUv: Readonly<Record<string, number>> | null): readonly number[] {
  return STANDARD_LEADS.flatMap((lead) => {
    const [ours, theirs] = [leads[lead]?.jUv ?? null, truthUv?.[lead] ?? null]
    return ours === null || theirs === null ? [] : [Math.abs(ours - theirs)]
  })
}

function spreadOf(values: readonly number[]): Omit<IntervalFigures, 'interval'> {
  const count = values.length
  const meanMs = values.reduce((sum, value) => sum + value, 0) / count
  const sdMs = Math.sqrt(values.reduce((sum, value) => sum + (value - meanMs) ** 2, 0) / Math.max(1, count - 1))
  return { count, meanMs, sdMs }
}

function swapFigures(
  swap: ElectrodeSwap,
  each: readonly { readonly scenario: Scenario; readonly seed: number }[],
): SwapFigures {
  const tried = each.map((made) => ({
    ...made,
    isSuspected: analyse(makeEcg({ ...made, swap }).recording).swap !== null,
  }))
  const ofSuite = tried.filter(({ scenario }) => SUITE.includes(scenario))
  const missedIn: Record<string, number> = {}
  for (const { scenario, isSuspected } of tried) if (!isSuspected) missedIn[scenario] = (missedIn[scenario] ?? 0) + 1
  return {
    swap,
    made: tried.length,
    suspected: tried.filter(({ isSuspected }) => isSuspected).length,
    madeOfSuite: ofSuite.length,
    suspectedOfSuite: ofSuite.filter(({ isSuspected }) => isSuspected).length,
    missedIn,
  }
}
