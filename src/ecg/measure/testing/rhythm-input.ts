/** What the rhythm features are made from, with the exact truth of a synthetic ECG instead of detection. */
import { lowPass, removeBaseline } from '../../signal/filters'
import { type EcgOptions, makeEcg } from '../../synthetic/make-ecg'
import { STANDARD_LEADS } from '../../types'
import type { RhythmInput } from '../rhythm/rhythm-input'
import type { Beat, BeatClass, PWave } from '../types'

export function trueRhythmInput(options: EcgOptions): RhythmInput {
  const { recording, truth } = makeEcg(options)
  const { sampleRateHz } = recording
  const pWaves = truth.pWaves.map(({ onsetAtMs, offsetAtMs, conductedToAtMs }): PWave => {
    const beatIndex = truth.beats.findIndex(({ qrsOnsetAtMs }) => qrsOnsetAtMs === conductedToAtMs)
    const peakMs = (onsetAtMs + offsetAtMs) / 2
    return { onsetMs: onsetAtMs, peakMs, offsetMs: offsetAtMs, beatIndex: beatIndex < 0 ? null : beatIndex }
  })
  const beats = truth.beats.map((beat, index): Beat => {
    const pWave = pWaves.find(({ beatIndex }) => beatIndex === index)
    return {
      class: classOf(beat.kind),
      axisDeg: null,
      rPeakMs: beat.peakAtMs,
      pOnsetMs: pWave?.onsetMs ?? null,
      pPeakMs: pWave?.peakMs ?? null,
      pOffsetMs: pWave?.offsetMs ?? null,
      qrsOnsetMs: beat.qrsOnsetAtMs,
      qrsOffsetMs: beat.qrsOffsetAtMs,
      tPeakMs: null,
      tOffsetMs: beat.tOffsetAtMs,
    }
  })
  const leads = recording.leads.map(({ name, samplesUv }) => ({
    name,
    smoothUv: lowPass(removeBaseline(samplesUv, sampleRateHz), sampleRateHz, 40),
  }))
  return { beats, pWaves, sampleRateHz, leads, usableLeads: STANDARD_LEADS }
}

function classOf(kind: string): BeatClass {
  return kind === 'ventricular' || kind === 'paced' ? kind : 'dominant'
}
