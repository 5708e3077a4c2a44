/**
 * The calibration pulse at the end of a Philips ECG: in every lead zero, 1 mV for a fifth of a second, zero again.
 * It is drawn by the machine and is no beat. The ECG lasts until the pulse begins.
 */
import type { Channel } from '../../assemble-recording'

const PULSE_UV = 1000
const TOLERANCE_UV = 20
const SHORTEST_S = 0.1
const LONGEST_S = 0.5
const LONGEST_TAIL_S = 1

type CountedLead = { readonly name: Channel['name']; readonly counts: Int32Array }

export type CalibrationPulse = {
  /** Of its first sample: there the ECG ends. */
  readonly startIndex: number
  /** Leads that do not end with it as the others do: their samples went astray on the way. */
  readonly isMissingIn: readonly Channel['name'][]
}

/** The pulse that more than half of the leads show at the same place, or null. */
export function findCalibrationPulse(
  leads: readonly CountedLead[],
  stepUv: number,
  sampleRateHz: number,
): CalibrationPulse | null {
  const pulses = leads.map(({ counts }) => pulseIn(counts, stepUv, sampleRateHz))
  const startIndex = pulses.find((pulse) => pulses.filter((other) => other === pulse).length * 2 > pulses.length)
  if (startIndex === undefined || startIndex === null) return null
  const complete = leads.filter((_, index) => pulses[index] === startIndex)
  return {
    startIndex,
    isMissingIn: leads.filter((lead) => !complete.includes(lead)).map(({ name }) => name),
  }
}

function pulseIn(counts: Int32Array, stepUv: number, sampleRateHz: number): number | null {
  const end = startOfLastRun(counts, counts.length, 0)
  const height = counts[end - 1] ?? 0
  const start = startOfLastRun(counts, end, height)
  const durationS = (end - start) / sampleRateHz
  const isPulse =
    Math.abs(height * stepUv - PULSE_UV) <= TOLERANCE_UV &&
    durationS >= SHORTEST_S &&
    durationS <= LONGEST_S &&
    (counts.length - end) / sampleRateHz <= LONGEST_TAIL_S
  return isPulse ? start : null
}

/** The first index of the samples before `end` that are all of that value. */
function startOfLastRun(counts: Int32Array, end: number, value: number): number {
  let start = end
  while (start > 0 && counts[start - 1] === value) start -= 1
  return start
}
