/**
 * One beat made ready: its voltage at any time and the exact limits of its waves (clinical.md F1).
 *
 *   x(t) = Σ A·g(t−μ; σ) + ST(t) + PR(t), the T and U waves at μ·(RR/833)^(1/3)
 *   a wave begins and ends where its group first and last exceeds 20 µV in any of the 12 leads
 *
 * RR here is the mean of the rhythm, not of the single beat: repolarisation adapts over
 * minutes. Millivolts; milliseconds from the R fiducial.
 */
import { at, type Eight, eight, type Morphology, scaleWave, shiftWave, type Wave } from './morphology'
import { twelveFromEight } from './twelve-leads'

const WAVE_LIMIT_MV = 0.02
const REFERENCE_RR_MS = 833
/** Further out a wave is nothing: e^−30. */
export const WAVE_REACH_SIGMAS = 7.75
const SCAN_STEP_MS = 0.5
/** e^−8 of 5 mV is 1.7 µV. */
const VISIBLE_SIGMAS = 4
/** The ST level is gone this long after the top of T. */
const ST_TAIL_MS = 150

export type Beat = {
  readonly p: readonly Wave[]
  readonly qrs: readonly Wave[]
  readonly t: readonly Wave[]
  readonly u: readonly Wave[]
  readonly prMv: Eight | null
  readonly jMv: Eight
  readonly j80Mv: Eight
  readonly limits: BeatLimits
}

/** Null where the beat has no such wave. */
export type BeatLimits = {
  readonly pOnsetMs: number | null
  readonly pOffsetMs: number | null
  readonly qrsOnsetMs: number
  readonly qrsOffsetMs: number
  readonly tOnsetMs: number | null
  readonly tOffsetMs: number | null
}

export function makeBeat(morphology: Morphology, rrMs: number): Beat {
  const stretch = morphology.isTRateScaled ? Math.cbrt(rrMs / REFERENCE_RR_MS) : 1
  const atRate = (component: Wave) => shiftWave(component, component.peakMs * (stretch - 1))
  const t = morphology.t.map(atRate)
  const { p, qrs, jMv, j80Mv, prMv = null } = morphology
  const qrsExtent = wavesExtent(qrs) ?? { fromMs: 0, toMs: 0 }
  const withoutLimits = { p, qrs, t, u: (morphology.u ?? []).map(atRate), prMv, jMv, j80Mv }
  const pExtent = wavesExtent(p)
  const tExtent = wavesExtent(t)
  const recoveryToMs = Math.max(reachOf(t)?.toMs ?? 0, (t[0]?.peakMs ?? qrsExtent.toMs + 180) + ST_TAIL_MS)
  const recovery = extentMs(
    (timeMs) => addEights(wavesMv(t, timeMs), stMv(withoutLimits, qrsExtent.toMs, timeMs)),
    Math.min(qrsExtent.toMs - 40, reachOf(t)?.fromMs ?? 0),
    recoveryToMs,
  )
  return {
    ...withoutLimits,
    limits: {
      pOnsetMs: pExtent?.fromMs ?? null,
      pOffsetMs: pExtent?.toMs ?? null,
      qrsOnsetMs: qrsExtent.fromMs,
      qrsOffsetMs: qrsExtent.toMs,
      tOnsetMs: tExtent?.fromMs ?? null,
      tOffsetMs: recovery?.toMs ?? null,
    },
  }
}

/** QRS, ST segment, T and U; the P wave is drawn by itself, since in a block it stands alone. */
export function ventricularMv(beat: Beat, timeMs: number): Eight {
  const waves = addEights(wavesMv(beat.qrs, timeMs), wavesMv(beat.t, timeMs))
  const withSt = addEights(waves, stMv(beat, beat.limits.qrsOffsetMs, timeMs))
  return beat.u.length === 0 && !beat.prMv ? withSt : addEights(withSt, rarePartsMv(beat, timeMs))
}

export function wavesMv(waves: readonly Wave[], timeMs: number): Eight {
  const shares = waves.map((component) => gaussian(component, timeMs))
  return eight((lead) => waves.reduce((sum, w, index) => sum + at(w.amplitudesMv, lead) * (shares[index] ?? 0), 0))
}

export type Extent = { readonly fromMs: number; readonly toMs: number }

export function wavesExtent(waves: readonly Wave[]): Extent | null {
  const reach = reachOf(waves)
  return reach && extentMs((timeMs) => wavesMv(waves, timeMs), reach.fromMs, reach.toMs)
}

/** Outside, no wave of up to 5 mV comes near 20 µV. */
function reachOf(waves: readonly Wave[]): Extent | null {
  if (waves.length === 0) return null
  return {
    fromMs: Math.min(...waves.map(({ peakMs, sigmaLeftMs }) => peakMs - VISIBLE_SIGMAS * sigmaLeftMs)),
    toMs: Math.max(...waves.map(({ peakMs, sigmaRightMs }) => peakMs + VISIBLE_SIGMAS * sigmaRightMs)),
  }
}

/** Two beats melted into one: a fusion of `share` of the first and the rest of the second. */
export function blend(first: Morphology, second: Morphology, share: number): Morphology {
  const both = (one: readonly Wave[], other: readonly Wave[]) => [
    ...one.map((component) => scaleWave(component, share)),
    ...other.map((component) => scaleWave(component, 1 - share)),
  ]
  const mixed = (one: Eight, other: Eight) => eight((lead) => at(one, lead) * share + at(other, lead) * (1 - share))
  return {
    ...first,
    p: [],
    qrs: both(first.qrs, second.qrs),
    t: both(first.t, second.t),
    jMv: mixed(first.jMv, second.jMv),
    j80Mv: mixed(first.j80Mv, second.j80Mv),
  }
}

export function gaussian(component: Wave, timeMs: number): number {
  const distanceMs = timeMs - component.peakMs
  const sigmaMs = distanceMs < 0 ? component.sigmaLeftMs : component.sigmaRightMs
  const z = distanceMs / sigmaMs
  return Math.abs(z) > WAVE_REACH_SIGMAS ? 0 : Math.exp(-0.5 * z * z)
}

function rarePartsMv(beat: Beat, timeMs: number): Eight {
  return addEights(wavesMv(beat.u, timeMs), prMv(beat, timeMs))
}

/** The level between P and QRS, gone when QRS has begun. */
export function prMv(beat: Beat, timeMs: number): Eight {
  const levels = beat.prMv
  const { pOffsetMs, qrsOnsetMs } = beat.limits
  if (!levels || pOffsetMs === null) return eight(() => 0)
  const gate = logistic((timeMs - pOffsetMs - 8) / 4) * (1 - logistic((timeMs - qrsOnsetMs - 12) / 3))
  return eight((lead) => at(levels, lead) * gate)
}

type Recovery = { readonly t: readonly Wave[]; readonly jMv: Eight; readonly j80Mv: Eight }

function stMv(beat: Recovery, qrsOffsetMs: number, timeMs: number): Eight {
  const shares = stShares(beat, qrsOffsetMs, timeMs)
  return eight((lead) => at(beat.jMv, lead) * shares.j + at(beat.j80Mv, lead) * shares.j80)
}

/** How much of the level at J and of that at J80 is there at a time: rising at the end of QRS, gone at the top of T. */
export function stShares(beat: Pick<Recovery, 't'>, qrsOffsetMs: number, timeMs: number) {
  const tPeakMs = beat.t[0]?.peakMs ?? qrsOffsetMs + 180
  const gate = logistic((timeMs - qrsOffsetMs + 8) / 2) * (1 - logistic((timeMs - tPeakMs + 40) / 22))
  const along = Math.min(1, Math.max(0, (timeMs - qrsOffsetMs) / 80))
  return { j: gate * (1 - along), j80: gate * along }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

const addEights = (one: Eight, other: Eight): Eight => eight((lead) => at(one, lead) + at(other, lead))

/** From both ends inwards, so that only the invisible part is looked through. */
function extentMs(contribution: (timeMs: number) => Eight, fromMs: number, toMs: number): Extent | null {
  const isVisibleAt = (timeMs: number) => isVisible(contribution(timeMs))
  let first = onGrid(fromMs)
  while (first <= toMs && !isVisibleAt(first)) first += SCAN_STEP_MS
  if (first > toMs) return null
  let last = onGrid(toMs) + SCAN_STEP_MS
  while (last > first && !isVisibleAt(last)) last -= SCAN_STEP_MS
  return { fromMs: first, toMs: last }
}

const onGrid = (timeMs: number): number => Math.floor(timeMs / SCAN_STEP_MS) * SCAN_STEP_MS

const isVisible = (voltagesMv: Eight): boolean =>
  twelveFromEight(voltagesMv).some((voltageMv) => Math.abs(voltageMv) > WAVE_LIMIT_MV)
