/**
 * The global numbers of one recording (clinical.md A4).
 *
 * Intervals are those of the usual beat. In atrial fibrillation QT is the mean over all beats, with
 * the mean RR: one beat's QT follows a history of unequal intervals. Unrounded; see `whole`.
 */
import type { Sex } from '../types'
import { pAxisDeg, qrsAxisDeg, tAxisDeg } from './axis'
import type { MeasuredLeads } from './measure-leads'
import { mean } from './numeric'
import { bazettMs, bogossianQtMs, framinghamMs, fridericiaMs, hodgesMs } from './qtc'
import type { Beat, Marks, Measurements, RepresentativeBeat, RhythmFeatures } from './types'
import { measureVoltages } from './voltages'

type Input = {
  readonly beats: readonly Beat[]
  readonly representative: RepresentativeBeat | null
  readonly leads: MeasuredLeads
  readonly rhythm: Pick<RhythmFeatures, 'shareOfBeatsWithP' | 'nRmssd'>
  readonly sex: Sex | null
}

const WIDE_QRS_MS = 120
const SLOWEST_RELIABLE_BPM = 40
const FASTEST_RELIABLE_BPM = 120
/** No P before four beats in five, and unequal RR (clinical.md RHY-07). */
const FIBRILLATION_P_SHARE = 0.2
const FIBRILLATION_N_RMSSD = 0.1
const LEAST_FIBRILLATION_BEATS = 5

export function measure({ beats, representative, leads, rhythm, sex }: Input): Measurements {
  const rrMs = meanRrMs(beats)
  const heartRateBpm = rrMs === null ? null : 60_000 / rrMs
  const marks = representative?.marks
  const qrsMs = marks ? spanMs(marks.qrsOnsetMs, marks.qrsOffsetMs) : null
  const qtMs = fibrillationQtMs(beats, rhythm) ?? (marks ? spanMs(marks.qrsOnsetMs, marks.tOffsetMs) : null)
  return {
    heartRateBpm,
    rrMs,
    pMs: marks ? spanMs(marks.pOnsetMs, marks.pOffsetMs) : null,
    prMs: marks ? spanMs(marks.pOnsetMs, marks.qrsOnsetMs) : null,
    qrsMs,
    qtMs,
    ...correctedQt(qtMs, qrsMs, rrMs),
    isQtcUnreliable:
      heartRateBpm !== null && (heartRateBpm < SLOWEST_RELIABLE_BPM || heartRateBpm > FASTEST_RELIABLE_BPM),
    pAxisDeg: pAxisDeg(leads),
    qrsAxisDeg: qrsAxisDeg(leads),
    tAxisDeg: tAxisDeg(leads),
    ...measureVoltages(leads, qrsMs, sex),
  }
}

/** Last beat minus first over the number of intervals. */
function meanRrMs(beats: readonly Beat[]): number | null {
  const first = beats[0]
  const last = beats.at(-1)
  return first && last && beats.length > 1 ? (last.rPeakMs - first.rPeakMs) / (beats.length - 1) : null
}

const spanMs = (fromMs: number | null, toMs: number | null): number | null =>
  fromMs === null || toMs === null || toMs <= fromMs ? null : toMs - fromMs

function fibrillationQtMs(beats: readonly Beat[], rhythm: Input['rhythm']): number | null {
  const hasP = rhythm.shareOfBeatsWithP === null || rhythm.shareOfBeatsWithP > FIBRILLATION_P_SHARE
  if (hasP || rhythm.nRmssd === null || rhythm.nRmssd < FIBRILLATION_N_RMSSD) return null
  const qtsMs = beats.flatMap((beat: Marks & Pick<Beat, 'class'>) => {
    const qtMs = beat.class === 'dominant' ? spanMs(beat.qrsOnsetMs, beat.tOffsetMs) : null
    return qtMs === null ? [] : [qtMs]
  })
  return qtsMs.length >= LEAST_FIBRILLATION_BEATS ? mean(qtsMs) : null
}

type CorrectedQt = Pick<
  Measurements,
  'qtcMs' | 'qtcBazettMs' | 'qtcFraminghamMs' | 'qtcHodgesMs' | 'jtcMs' | 'qtcBogossianMs'
>

function correctedQt(qtMs: number | null, qrsMs: number | null, rrMs: number | null): CorrectedQt {
  if (qtMs === null || rrMs === null) return NO_CORRECTED_QT
  const qtcMs = fridericiaMs(qtMs, rrMs)
  const isWide = qrsMs !== null && Math.round(qrsMs) >= WIDE_QRS_MS
  return {
    qtcMs,
    qtcBazettMs: bazettMs(qtMs, rrMs),
    qtcFraminghamMs: framinghamMs(qtMs, rrMs),
    qtcHodgesMs: hodgesMs(qtMs, rrMs),
    jtcMs: isWide ? qtcMs - qrsMs : null,
    qtcBogossianMs: isWide ? fridericiaMs(bogossianQtMs(qtMs, qrsMs), rrMs) : null,
  }
}

const NO_CORRECTED_QT: CorrectedQt = {
  qtcMs: null,
  qtcBazettMs: null,
  qtcFraminghamMs: null,
  qtcHodgesMs: null,
  jtcMs: null,
  qtcBogossianMs: null,
}
