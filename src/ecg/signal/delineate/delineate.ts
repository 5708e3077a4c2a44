/**
 * P, QRS and T of every beat, in each lead and over the leads (clinical.md A3–A4).
 *
 * Beats of one shape are averaged first and marked on their average: the noise is lower, and equal
 * beats get equal marks. P is searched for before each beat by itself. Milliseconds from the first
 * sample. Two kinds of marks over the leads: `beats` are global (second-earliest onset, second-latest
 * offset), `medianMarks` are the median of the leads; the former make QRS and QT longer.
 * Not supported: the onset of T, U waves, T that changes from beat to beat within one shape.
 */
import type { Marks, PWave } from '../../measure/types'
import { median } from '../../median'
import type { LeadName } from '../../types'
import { atrialView, STEP_MS } from './atrial-view'
import { combine, globally, inTheMiddle } from './combine-leads'
import { limitsOfP, type PInLeads } from './limits-of-p'
import { marksInLead } from './marks-in-lead'
import type { PLimits } from './p-limits'
import { searchP } from './p-search'
import {
  endTBeforeP,
  type Placed,
  placeBeats,
  qrsOnsetOf,
  type ShapeOfBeats,
  shapesOfBeats,
  ventricularBeats,
} from './place-beats'
import type { DelineationLead, SamplesOf } from './types'

export type Delineation = {
  readonly beats: readonly Marks[]
  readonly medianMarks: readonly Marks[]
  readonly beatsByLead: Readonly<Partial<Record<LeadName, readonly Marks[]>>>
  readonly pWaves: readonly PWave[]
}

export type DelineationInput = {
  readonly sampleRateHz: number
  readonly leads: readonly DelineationLead[]
  /** Sample indices, in order; the same point of all beats of one shape. */
  readonly rPeaks: readonly number[]
  /** Beats of one shape, as indices into `rPeaks`; the largest group first. */
  readonly groups: readonly (readonly number[])[]
  /** Leads that may speak for the whole; all are marked. */
  readonly usableLeads: ReadonlySet<LeadName>
  readonly spikesAtMs: readonly number[]
}

const LATE_RISE_MS = 10

export function delineate(input: DelineationInput): Delineation {
  const { sampleRateHz, leads, rPeaks, groups, usableLeads, spikesAtMs } = input
  const samplesOf: SamplesOf = (ms) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const judges = leads.some(({ name }) => usableLeads.has(name)) ? usableLeads : new Set(leads.map(({ name }) => name))
  const isJudge = leads.map(({ name }) => judges.has(name))
  const shapes = shapesOfBeats({ leads, isJudge, rPeaks, groups }, samplesOf)
  const pWaves = pWavesOf(input, shapes, isJudge, samplesOf)
  const pOnset = (beat: number) =>
    median(pWaves.flatMap((wave) => (wave.beat === beat ? wave.leads.flatMap((limit) => limit?.onset ?? []) : [])))
  const placed = placeBeats(
    shapes.map((shape) => endTBeforeP(shape, (beat) => pOnset(beat + 1), isJudge, samplesOf)),
    samplesOf,
  )

  const msPerSample = 1000 / sampleRateHz
  const nextOnsets = placed.slice(1).map(qrsOnsetOf)
  const marksOf = (beat: Placed, index: number, lead: number, isVisibleOnly: boolean): Marks =>
    marksInLead(beat, lead, pWaves.find(({ beat: of }) => of === index)?.leads[lead] ?? null, {
      msPerSample,
      nextOnset: nextOnsets[index] ?? Infinity,
      spikesAtMs,
      isVisibleOnly,
    })
  const marksByLead = (isVisibleOnly: boolean) =>
    leads.map((_, lead) => placed.map((beat, index) => marksOf(beat, index, lead, isVisibleOnly)))
  const byLead = marksByLead(false)
  const over = (by: typeof globally, marks: readonly (readonly Marks[])[]) =>
    rPeaks.map((rPeak, index) =>
      combine(
        rPeak * msPerSample,
        marks.flatMap((beats, lead) => (isJudge[lead] ? (beats[index] ?? []) : [])),
        by,
      ),
    )
  return {
    beats: over(globally, marksByLead(true)),
    medianMarks: over(inTheMiddle, byLead),
    beatsByLead: Object.fromEntries(leads.map(({ name }, lead) => [name, byLead[lead] ?? []])),
    pWaves: pWaves.flatMap((wave) =>
      globalP(
        wave.leads.filter((_, lead) => isJudge[lead]),
        wave.beat,
        msPerSample,
      ),
    ),
  }
}

function pWavesOf(
  { sampleRateHz, leads, spikesAtMs }: DelineationInput,
  shapes: readonly ShapeOfBeats[],
  isJudge: readonly boolean[],
  samplesOf: SamplesOf,
): readonly PInLeads[] {
  const samplesPerStep = (STEP_MS * sampleRateHz) / 1000
  const view = atrialView(
    leads.filter((_, lead) => isJudge[lead]),
    sampleRateHz,
  )
  const placed = placeBeats(shapes, samplesOf)
  const beats = ventricularBeats(placed, samplesPerStep, samplesOf)
  return limitsOfP({
    leads,
    found: searchP(view, beats, spikesAtMs.length > beats.length / 2),
    samplesOf,
    samplesPerStep,
    qrsOnsets: placed.map((beat) => firstQrsOnsetOf(beat, isJudge, samplesOf)),
    freeFrom: beats.map(({ freeFrom }) => Math.round(freeFrom * samplesPerStep)),
  })
}

/** Where QRS rises late in most leads, P must have ended before it begins in any lead but one. */
function firstQrsOnsetOf(beat: Placed, isJudge: readonly boolean[], samplesOf: SamplesOf): number {
  const onsets = beat.average.leads.flatMap(({ visibleQrs }, lead) =>
    isJudge[lead] && visibleQrs ? visibleQrs.onset : [],
  )
  const first = beat.fiducial + (globally(onsets, 'qrsOnsetMs') ?? Infinity)
  const usual = qrsOnsetOf(beat)
  return usual - first >= samplesOf(LATE_RISE_MS) ? first : usual
}

function globalP(leads: readonly (PLimits | null)[], beatIndex: number | null, msPerSample: number): readonly PWave[] {
  const seen = leads.flatMap((limit) => (limit?.visible ? [{ peak: limit.peak, ...limit.visible }] : []))
  const onset = globally(
    seen.map(({ onset }) => onset),
    'pOnsetMs',
  )
  const peak = globally(
    seen.map(({ peak }) => peak),
    'pPeakMs',
  )
  const offset = globally(
    seen.map(({ offset }) => offset),
    'pOffsetMs',
  )
  if (onset === null || peak === null || offset === null) return []
  return [{ onsetMs: onset * msPerSample, peakMs: peak * msPerSample, offsetMs: offset * msPerSample, beatIndex }]
}
