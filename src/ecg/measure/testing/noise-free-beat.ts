/** The usual beat of a synthetic ECG without noise and with its true marks, for tests of the numbers. */
import { makeBeat, ventricularMv, wavesMv } from '../../synthetic/beat'
import { eight, type Morphology } from '../../synthetic/morphology'
import { twelveFromEight } from '../../synthetic/twelve-leads'
import { STANDARD_LEADS } from '../../types'
import type { Marks, RepresentativeBeat } from '../types'

const R_AT_MS = 350
const AFTER_R_MS = 550

export function noiseFreeBeat(morphology: Morphology, sampleRateHz = 500): RepresentativeBeat {
  const beat = makeBeat(morphology, 60_000 / morphology.heartRateBpm)
  const count = Math.round(((R_AT_MS + AFTER_R_MS) * sampleRateHz) / 1000)
  const twelve = Array.from({ length: count }, (_, index) => {
    const fromRMs = (index * 1000) / sampleRateHz - R_AT_MS
    const p = wavesMv(beat.p, fromRMs)
    const ventricular = ventricularMv(beat, fromRMs)
    return twelveFromEight(eight((lead) => (p[lead] ?? 0) + (ventricular[lead] ?? 0)))
  })
  const leads = STANDARD_LEADS.map(
    (name, lead) => [name, Float32Array.from(twelve, (row) => (row[lead] ?? 0) * 1000)] as const,
  )
  const at = (limitMs: number | null) => (limitMs === null ? null : R_AT_MS + limitMs)
  const { limits } = beat
  const marks: Marks = {
    rPeakMs: R_AT_MS,
    pOnsetMs: at(limits.pOnsetMs),
    pPeakMs: at(beat.p[0]?.peakMs ?? null),
    pOffsetMs: at(limits.pOffsetMs),
    qrsOnsetMs: at(limits.qrsOnsetMs),
    qrsOffsetMs: at(limits.qrsOffsetMs),
    tPeakMs: at(beat.t[0]?.peakMs ?? null),
    tOffsetMs: at(limits.tOffsetMs),
  }
  return {
    sampleRateHz,
    rIndex: Math.round((R_AT_MS * sampleRateHz) / 1000),
    leads: Object.fromEntries(leads),
    marks,
    marksByLead: {},
    beatCount: 10,
    isFewBeats: false,
  }
}
