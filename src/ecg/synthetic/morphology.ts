/**
 * How one heartbeat looks in the eight independent leads: clinical.md F1.
 *
 * A beat is a sum of Gaussian waves plus an ST segment that runs from J to J80.
 * Voltages are millivolts, times milliseconds from the R fiducial (QRS peak at 0).
 * Lead order of every `Eight`: I, II, V1, V2, V3, V4, V5, V6.
 */
export type Eight = readonly [number, number, number, number, number, number, number, number]

export const INDEPENDENT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const

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

export const shiftWave = (source: Wave, byMs: number): Wave => ({ ...source, peakMs: source.peakMs + byMs })
