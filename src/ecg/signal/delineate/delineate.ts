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
import type { LeadName } from '../../types'
import { atrialView, STEP_MS } from './atrial-view'
import { combine, globally, inTheMiddle } from './combine-leads'
import { limitsOfP } from './limits-of-p'
import { marksInLead } from './marks-in-lead'
import type { PLimits } from './p-limits'
import { searchP } from './p-search'
import { type Placed, placeBeats, qrsOnsetOf, ventricularBeats } from './place-beats'
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

export function delineate({
  sampleRateHz,
  leads,
  rPeaks,
  groups,
  usableLeads,
  spikesAtMs,
}: DelineationInput): Delineation {
  const samplesOf: SamplesOf = (ms) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const judges = leads.some(({ name }) => usableLeads.has(name)) ? usableLeads : new Set(leads.map(({ name }) => name))
  const isJudge = leads.map(({ name }) => judges.has(name))
  const placed = placeBeats({ leads, isJudge, rPeaks, groups }, samplesOf)
  const samplesPerStep = (STEP_MS * sampleRateHz) / 1000
  const view = atrialView(
    leads.filter(({ name }) => judges.has(name)),
    sampleRateHz,
  )
  const beats = ventricularBeats(placed, samplesPerStep)
  const pWaves = limitsOfP({
    leads,
    found: searchP(view, beats, spikesAtMs.length > beats.length / 2),
    samplesOf,
    samplesPerStep,
    qrsOnsets: placed.map(qrsOnsetOf),
    freeFrom: beats.map(({ freeFrom }) => Math.round(freeFrom * samplesPerStep)),
  })

  const msPerSample = 1000 / sampleRateHz
  const nextOnsets = placed.slice(1).map(qrsOnsetOf)
  const marksOf = (beat: Placed, index: number, lead: number): Marks =>
    marksInLead(beat, lead, pWaves.find(({ beat: of }) => of === index)?.leads[lead] ?? null, {
      msPerSample,
      nextOnset: nextOnsets[index] ?? Infinity,
      spikesAtMs,
    })
  const byLead = leads.map((_, lead) => placed.map((beat, index) => marksOf(beat, index, lead)))
  const judged = byLead.filter((_, lead) => isJudge[lead])
  const over = (by: typeof globally) =>
    rPeaks.map((rPeak, index) =>
      combine(
        rPeak * msPerSample,
        judged.flatMap((beats) => beats[index] ?? []),
        by,
      ),
    )
  return {
    beats: over(globally),
    medianMarks: over(inTheMiddle),
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

function globalP(leads: readonly (PLimits | null)[], beatIndex: number | null, msPerSample: number): readonly PWave[] {
  const seen = leads.flatMap((limit) => limit ?? [])
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
