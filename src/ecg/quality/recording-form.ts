/** Q-10 and the search for beats: length, rate, resolution, and whether a heart is to be seen at all. */
import type { QualityNote } from '../measure/types'
import type { Check, CheckInput } from './check'
import {
  COARSE_STEP_UV,
  HIGHEST_HIGH_PASS_HZ,
  LEAST_RATE_HZ,
  LEAST_USABLE_MS,
  LOW_RATE_HZ,
  LOWEST_LOW_PASS_HZ,
  RECOMMENDED_MS,
  RECOMMENDED_RATE_HZ,
} from './limits'

export const checkRecordingForm: Check = (input) => [
  ...lengthNotes(input),
  ...rateNotes(input.recording.sampleRateHz),
  ...resolutionNotes(input),
  ...bandwidthNotes(input),
  ...(input.rPeakIndices?.length === 0 ? [NO_QRS] : []),
]

const NO_QRS: QualityNote = { reason: 'no-qrs', severity: 'bad', leads: [], value: 0, limit: null }

/** Time in which at least one lead was recorded. */
export function usableMsOf({ recording }: CheckInput): number {
  const sampleCount = recording.leads[0]?.samplesUv.length ?? 0
  let usable = 0
  for (let index = 0; index < sampleCount; index++) {
    if (recording.leads.some(({ samplesUv }) => !Number.isNaN(samplesUv[index]))) usable += 1
  }
  return (usable * 1000) / recording.sampleRateHz
}

function lengthNotes(input: CheckInput): readonly QualityNote[] {
  const value = usableMsOf(input)
  if (value >= RECOMMENDED_MS) return []
  const isTooShort = value < LEAST_USABLE_MS
  const limit = isTooShort ? LEAST_USABLE_MS : RECOMMENDED_MS
  return [{ reason: 'too-short', severity: isTooShort ? 'bad' : 'info', leads: [], value, limit }]
}

function rateNotes(value: number): readonly QualityNote[] {
  const note = (severity: QualityNote['severity'], limit: number): readonly QualityNote[] => [
    { reason: 'sampling-rate-low', severity, leads: [], value, limit },
  ]
  if (value < LEAST_RATE_HZ) return note('bad', LEAST_RATE_HZ)
  if (value < LOW_RATE_HZ) return note('warn', LOW_RATE_HZ)
  return value < RECOMMENDED_RATE_HZ ? note('info', RECOMMENDED_RATE_HZ) : []
}

function resolutionNotes({ leads }: CheckInput): readonly QualityNote[] {
  const value = Math.max(0, ...leads.map(({ stepUv }) => stepUv ?? 0))
  if (value <= COARSE_STEP_UV) return []
  return [{ reason: 'resolution-low', severity: 'warn', leads: [], value, limit: COARSE_STEP_UV }]
}

/** What the file says of the machine's own filters; what it does not say is not held against it. */
function bandwidthNotes({ recording: { filters } }: CheckInput): readonly QualityNote[] {
  const { highPassHz = null, lowPassHz = null } = filters ?? {}
  const note = (value: number, limit: number): readonly QualityNote[] => [
    { reason: 'bandwidth-narrow', severity: 'warn', leads: [], value, limit },
  ]
  if (lowPassHz !== null && lowPassHz > 0 && lowPassHz <= LOWEST_LOW_PASS_HZ) return note(lowPassHz, LOWEST_LOW_PASS_HZ)
  return highPassHz !== null && highPassHz >= HIGHEST_HIGH_PASS_HZ ? note(highPassHz, HIGHEST_HIGH_PASS_HZ) : []
}
