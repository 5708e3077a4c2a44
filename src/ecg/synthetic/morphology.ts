/**
 * How one heartbeat looks in the eight independent leads: clinical.md F1.
 *
 * A beat is a sum of Gaussian waves plus an ST segment that runs from J to J80.
 * Voltages are millivolts, times milliseconds from the R fiducial (QRS peak at 0).
 * Lead order of every `Eight`: I, II, V1, V2, V3, V4, V5, V6.
 */
export type Eight = readonly [number, number, number, number, number, number, number, number]

export const INDEPENDENT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const

export type IndependentLead = (typeof INDEPENDENT_LEADS)[number]

export type Wave = {
  readonly peakMs: number
  readonly sigmaLeftMs: number
  readonly sigmaRightMs: number
  readonly amplitudesMv: Eight
}

export type Morphology = {
  readonly heartRateBpm: number
  /** Empty when the scenario has no P wave. */
  readonly p: readonly Wave[]
  readonly qrs: readonly Wave[]
  readonly t: readonly Wave[]
  /** After T, and no part of it: QT ends before. */
  readonly u?: readonly Wave[]
  /** Level between P and QRS against that between the beats, where the atria repolarise visibly. */
  readonly prMv?: Eight
  /** ST level at the J point and 80 ms later. */
  readonly jMv: Eight
  readonly j80Mv: Eight
  /** Whether the T wave moves with the cube root of RR (Fridericia). */
  readonly isTRateScaled: boolean
}

export function wave(peakMs: number, sigmaMs: number | readonly [number, number], amplitudesMv: Eight): Wave {
  const [sigmaLeftMs, sigmaRightMs] = typeof sigmaMs === 'number' ? [sigmaMs, sigmaMs] : sigmaMs
  return { peakMs, sigmaLeftMs, sigmaRightMs, amplitudesMv }
}

export function eight(ofLead: (leadIndex: number) => number): Eight {
  return [ofLead(0), ofLead(1), ofLead(2), ofLead(3), ofLead(4), ofLead(5), ofLead(6), ofLead(7)]
}

export const at = (values: Eight, leadIndex: number): number => values[leadIndex] ?? 0

export function scaleWave(source: Wave, gain: number, stretch = 1): Wave {
  return {
    peakMs: source.peakMs,
    sigmaLeftMs: source.sigmaLeftMs * stretch,
    sigmaRightMs: source.sigmaRightMs * stretch,
    amplitudesMv: eight((lead) => at(source.amplitudesMv, lead) * gain),
  }
}

/** Everything taller or smaller, or upside down; what is seen above 20 µV changes with it. */
export function scaleMorphology(source: Morphology, gain: number): Morphology {
  const scaled = (levels: Eight) => eight((lead) => at(levels, lead) * gain)
  const { prMv, u } = source
  return {
    ...source,
    p: source.p.map((component) => scaleWave(component, gain)),
    qrs: source.qrs.map((component) => scaleWave(component, gain)),
    t: source.t.map((component) => scaleWave(component, gain)),
    ...(u && { u: u.map((component) => scaleWave(component, gain)) }),
    ...(prMv && { prMv: scaled(prMv) }),
    jMv: scaled(source.jMv),
    j80Mv: scaled(source.j80Mv),
  }
}

/** Every wave wider and further from the R fiducial by one factor. */
export const stretchWave = (source: Wave, by: number): Wave => ({
  ...scaleWave(source, 1, by),
  peakMs: source.peakMs * by,
})

export const shiftWave = (source: Wave, byMs: number): Wave => ({ ...source, peakMs: source.peakMs + byMs })
