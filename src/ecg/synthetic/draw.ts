/**
 * A schedule drawn into the eight independent leads, without noise. Microvolts.
 * Wave by wave and only where a wave is not nothing: a suite of thousands of ECGs is made from here.
 */
import { type Beat, gaussian, prMv, stShares, WAVE_REACH_SIGMAS } from './beat'
import { at, type Eight, INDEPENDENT_LEADS, type Morphology, type Wave } from './morphology'
import type { Schedule } from './rhythms/rhythm'

const SPIKE_MV: Eight = [0.5, -1.2, -0.6, -1, -1, -0.8, -0.7, -0.5]
const UV_PER_MV = 1000

type Sheet = { readonly channelsUv: readonly Float64Array[]; readonly msPerSample: number }

export function draw(
  schedule: Schedule,
  beatOf: (morphology: Morphology) => Beat,
  sampleCount: number,
  sampleRateHz: number,
): readonly Float64Array[] {
  const msPerSample = 1000 / sampleRateHz
  const sheet: Sheet = { channelsUv: INDEPENDENT_LEADS.map(() => new Float64Array(sampleCount)), msPerSample }
  for (const { peakAtMs, morphology, gain } of schedule.beats) addBeat(sheet, beatOf(morphology), peakAtMs, gain)
  for (const { originAtMs, waves } of schedule.pWaves) addWaves(sheet, waves, originAtMs, 1)
  for (const spikeAtMs of schedule.spikesAtMs) {
    const first = Math.round(spikeAtMs / msPerSample) * msPerSample
    add(sheet, first, first + 1.5 * msPerSample, () => SPIKE_MV, 1)
  }
  if (schedule.background) add(sheet, 0, sampleCount * msPerSample, schedule.background, 1)
  return sheet.channelsUv
}

function addBeat(sheet: Sheet, beat: Beat, peakAtMs: number, gain: number) {
  addWaves(sheet, [...beat.qrs, ...beat.t, ...beat.u], peakAtMs, gain)
  addSt(sheet, beat, peakAtMs, gain)
  if (beat.prMv) {
    const { qrsOnsetMs } = beat.limits
    add(sheet, peakAtMs - 400, peakAtMs + qrsOnsetMs + 80, (timeMs) => prMv(beat, timeMs - peakAtMs), gain)
  }
}

function addWaves(sheet: Sheet, waves: readonly Wave[], originMs: number, gain: number) {
  for (const component of waves) {
    const fromMs = originMs + component.peakMs - WAVE_REACH_SIGMAS * component.sigmaLeftMs
    const toMs = originMs + component.peakMs + WAVE_REACH_SIGMAS * component.sigmaRightMs
    forEachSample(sheet, fromMs, toMs, (index, timeMs) => {
      addEight(sheet, index, component.amplitudesMv, gain * gaussian(component, timeMs - originMs))
    })
  }
}

function addSt(sheet: Sheet, beat: Beat, peakAtMs: number, gain: number) {
  forEachSample(sheet, peakAtMs + beat.limits.qrsOffsetMs - 80, peakAtMs + 900, (index, timeMs) => {
    const shares = stShares(beat, beat.limits.qrsOffsetMs, timeMs - peakAtMs)
    if (shares.j === 0 && shares.j80 === 0) return
    addEight(sheet, index, beat.jMv, gain * shares.j)
    addEight(sheet, index, beat.j80Mv, gain * shares.j80)
  })
}

function add(sheet: Sheet, fromMs: number, toMs: number, voltageMv: (timeMs: number) => Eight, gain: number) {
  forEachSample(sheet, fromMs, toMs, (index, timeMs) => addEight(sheet, index, voltageMv(timeMs), gain))
}

function forEachSample(
  { channelsUv, msPerSample }: Sheet,
  fromMs: number,
  toMs: number,
  visit: (index: number, timeMs: number) => void,
) {
  const last = Math.min((channelsUv[0]?.length ?? 0) - 1, Math.floor(toMs / msPerSample))
  for (let index = Math.max(0, Math.ceil(fromMs / msPerSample)); index <= last; index++) {
    visit(index, index * msPerSample)
  }
}

function addEight({ channelsUv }: Sheet, index: number, valuesMv: Eight, gain: number) {
  for (let lead = 0; lead < channelsUv.length; lead++) {
    const samplesUv = channelsUv[lead]
    if (samplesUv) samplesUv[index] = (samplesUv[index] ?? 0) + at(valuesMv, lead) * gain * UV_PER_MV
  }
}
