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
const SCAN_STEP_MS = 0.5
const SCAN_FROM_MS = -400
const SCAN_TO_MS = 900

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
  const recovery = extentMs((timeMs) => addEights(wavesMv(t, timeMs), stMv(withoutLimits, qrsExtent.toMs, timeMs)))
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

export const wavesExtent = (waves: readonly Wave[]): Extent | null => extentMs((timeMs) => wavesMv(waves, timeMs))

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

function gaussian(component: Wave, timeMs: number): number {
  const distanceMs = timeMs - component.peakMs
  const sigmaMs = distanceMs < 0 ? component.sigmaLeftMs : component.sigmaRightMs
  const z = distanceMs / sigmaMs
  return z * z > 60 ? 0 : Math.exp(-0.5 * z * z)
}

type Recovery = { readonly t: readonly Wave[]; readonly jMv: Eight; readonly j80Mv: Eight }

function rarePartsMv(beat: Beat, timeMs: number): Eight {
  const u = wavesMv(beat.u, timeMs)
  const { prMv, limits } = beat
  if (!prMv || limits.pOffsetMs === null) return u
  const gate = logistic((timeMs - limits.pOffsetMs - 8) / 4) * (1 - logistic((timeMs - limits.qrsOnsetMs - 12) / 3))
  return eight((lead) => at(u, lead) + at(prMv, lead) * gate)
}

function stMv(beat: Recovery, qrsOffsetMs: number, timeMs: number): Eight {
  const tPeakMs = beat.t[0]?.peakMs ?? qrsOffsetMs + 180
  const gate = logistic((timeMs - qrsOffsetMs + 8) / 2) * (1 - logistic((timeMs - tPeakMs + 40) / 22))
  const along = Math.min(1, Math.max(0, (timeMs - qrsOffsetMs) / 80))
  return eight((lead) => (at(beat.jMv, lead) + (at(beat.j80Mv, lead) - at(beat.jMv, lead)) * along) * gate)
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

const addEights = (one: Eight, other: Eight): Eight => eight((lead) => at(one, lead) + at(other, lead))

function extentMs(contribution: (timeMs: number) => Eight): Extent | null {
  let fromMs: number | null = null
  let toMs = 0
  for (let timeMs = SCAN_FROM_MS; timeMs <= SCAN_TO_MS; timeMs += SCAN_STEP_MS) {
    if (!isVisible(contribution(timeMs))) continue
    fromMs ??= timeMs
    toMs = timeMs
  }
  return fromMs === null ? null : { fromMs, toMs }
}

const isVisible = (voltagesMv: Eight): boolean =>
  twelveFromEight(voltagesMv).some((voltageMv) => Math.abs(voltageMv) > WAVE_LIMIT_MV)
