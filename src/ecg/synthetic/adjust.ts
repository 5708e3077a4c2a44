/**
 * A morphology brought to an exact number: the near-threshold twins of clinical.md F2.
 *
 * What is asked for is what the truth says afterwards: QRS and QTc to the half millisecond of the truth's own
 * grid, J to a hundredth of a microvolt.
 */
import { makeBeat } from './beat'
import { levelAfterJMv } from './levels'
import {
  at,
  eight,
  INDEPENDENT_LEADS,
  type IndependentLead,
  type Morphology,
  shiftWave,
  stretchWave,
} from './morphology'

export type Adjustment = {
  readonly qrsMs?: number
  /** Fridericia, at the rate of the recording. */
  readonly qtcMs?: number
  readonly jUv?: Readonly<Partial<Record<IndependentLead, number>>>
}

export function adjustMorphology(source: Morphology, rrMs: number, { qrsMs, qtcMs, jUv }: Adjustment): Morphology {
  const withQrs = qrsMs === undefined ? source : withQrsOf(source, rrMs, qrsMs)
  const withQt = qtcMs === undefined ? withQrs : withQtcOf(withQrs, rrMs, qtcMs)
  return jUv === undefined ? withQt : withJOf(withQt, rrMs, jUv)
}

/** Halving: the duration grows with the stretch. P keeps its distance from QRS, and T its distance from the end. */
function withQrsOf(source: Morphology, rrMs: number, qrsMs: number): Morphology {
  const before = makeBeat(source, rrMs).limits
  let [low, high] = [0.3, 4]
  let best = source
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    best = { ...source, qrs: source.qrs.map((component) => stretchWave(component, middle)) }
    const { qrsOnsetMs, qrsOffsetMs } = makeBeat(best, rrMs).limits
    const durationMs = qrsOffsetMs - qrsOnsetMs
    if (durationMs === qrsMs) break
    if (durationMs < qrsMs) low = middle
    else high = middle
  }
  const after = makeBeat(best, rrMs).limits
  return {
    ...best,
    p: source.p.map((component) => shiftWave(component, after.qrsOnsetMs - before.qrsOnsetMs)),
    t: source.t.map((component) => shiftWave(component, after.qrsOffsetMs - before.qrsOffsetMs)),
  }
}

function withQtcOf(source: Morphology, rrMs: number, qtcMs: number): Morphology {
  const wantedQtMs = qtcMs * Math.cbrt(rrMs / 1000)
  let adjusted = source
  for (let step = 0; step < 8; step++) {
    const { qrsOnsetMs, tOffsetMs } = makeBeat(adjusted, rrMs).limits
    const missingMs = wantedQtMs - ((tOffsetMs ?? 0) - qrsOnsetMs)
    adjusted = { ...adjusted, t: adjusted.t.map((component) => shiftWave(component, missingMs)) }
  }
  return adjusted
}

function withJOf(source: Morphology, rrMs: number, jUv: NonNullable<Adjustment['jUv']>): Morphology {
  let adjusted = source
  for (let step = 0; step < 6; step++) {
    const level = levelAfterJMv(makeBeat(adjusted, rrMs), 0)
    const missing = eight((lead) => {
      const name = INDEPENDENT_LEADS[lead]
      const wantedUv = name && jUv[name]
      return wantedUv === undefined ? 0 : wantedUv / 1000 - at(level, lead)
    })
    const { jMv, j80Mv } = adjusted
    adjusted = {
      ...adjusted,
      jMv: eight((lead) => at(jMv, lead) + at(missing, lead)),
      j80Mv: eight((lead) => at(j80Mv, lead) + at(missing, lead)),
    }
  }
  return adjusted
}
