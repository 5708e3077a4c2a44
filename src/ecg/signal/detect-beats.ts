/**
 * Where the heart beats (clinical.md A3.1): R fiducials from the activity of all leads together, looking both ways in time.
 *
 * A peak of activity is a beat when it is high beside the usual beat around it and no P or T wave of another; in a long
 * gap a lower peak is enough. Nothing is a beat where nothing stands out: not in ventricular fibrillation, where
 * activity never rests, nor in asystole, where no peak is steep enough for a QRS.
 * Works on any number of leads, one included, at 100 Hz and more. Microvolts, hertz; indices of samples.
 */
import { activityOf } from './activity'
import { type Peak, peaksOf, REFRACTORY_MS, restAround } from './activity-peaks'
import { withoutCompanions } from './companions'
import { withoutFibrillation } from './fibrillation'
import { fiducialsOf } from './fiducials'
import { isLevelStep } from './level-steps'
import { withLowBeats } from './low-beats'
import { withMissedBeats } from './search-back'

const SURE_SHARE = 0.45
/** A beat that is low in one lead is higher in another; with few leads there is no other. */
const SURE_SHARE_OF_FEW = 0.38
const FEW_LEADS = 2
/** One lead has no other to tell a beat from a burst of noise: where activity does not rest, more is asked. */
const RESTLESS = { fromShare: 0.12, growth: 1.5, mostShare: 0.62 }
const NEAR_MS = 700

/** What a QRS needs; twice the work finds no other beats. */
const ENOUGH_RATE_HZ = 200

/** Samples of one rate and length, pacing spikes taken out. */
export function detectBeats(leads: readonly Float32Array[], sampleRateHz: number): readonly number[] {
  const step = Math.max(1, Math.floor(sampleRateHz / ENOUGH_RATE_HZ))
  const beats = beatsIn(step === 1 ? leads : leads.map((samples) => everyOf(samples, step)), sampleRateHz / step)
  return fiducialsOf(
    leads,
    beats.map((index) => index * step),
    sampleRateHz,
  )
}

/** The mean of every `step` samples. */
export function everyOf(samples: Float32Array, step: number): Float32Array {
  const result = new Float32Array(Math.floor(samples.length / step))
  for (let index = 0; index < result.length; index++) {
    let sum = 0
    for (let part = 0; part < step; part++) sum += samples[index * step + part] ?? 0
    result[index] = sum / step
  }
  return result
}

function beatsIn(leads: readonly Float32Array[], sampleRateHz: number): readonly number[] {
  const activity = activityOf(leads, sampleRateHz)
  const isOfFewLeads = leads.length <= FEW_LEADS
  const peaks = peaksOf(activity, sampleRateHz, { isOfFewLeads }).filter(
    ({ index }) => !(isOfFewLeads && isLevelStep(leads, index, sampleRateHz)),
  )
  const shareOf = (peak: Peak) => (isOfFewLeads ? shareOfFew(peak, activity.relative, sampleRateHz) : SURE_SHARE)
  const high = apart(
    peaks.filter((peak) => peak.height >= shareOf(peak) * peak.usual),
    (REFRACTORY_MS * sampleRateHz) / 1000,
  )
  const sure = withoutCompanions(high, peaks, sampleRateHz, { isOfFewLeads })
  const low = isOfFewLeads ? withLowBeats(sure, peaks, activity.relative, sampleRateHz) : sure
  const beats = withMissedBeats(low, peaks, sampleRateHz)
  const steady = withoutFibrillation(beats, activity.relative, sampleRateHz, leads.length)
  return steady.map(({ index }) => index)
}

function shareOfFew({ index, usual }: Peak, relative: Float32Array, sampleRateHz: number): number {
  const rest = restAround(relative, index, Math.round((NEAR_MS * sampleRateHz) / 1000)) / usual
  const unrest = Math.max(0, rest - RESTLESS.fromShare)
  return Math.min(RESTLESS.mostShare, SURE_SHARE_OF_FEW + RESTLESS.growth * unrest)
}

/** Of two peaks closer than a heart can beat, the higher. */
function apart(peaks: readonly Peak[], refractory: number): readonly Peak[] {
  const kept: Peak[] = []
  for (const peak of peaks) {
    const before = kept.at(-1)
    if (!before || peak.index - before.index >= refractory) kept.push(peak)
    else if (peak.height > before.height) kept[kept.length - 1] = peak
  }
  return kept
}
