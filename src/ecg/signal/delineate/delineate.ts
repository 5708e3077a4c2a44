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
import { type BeatGroup, groupBeats } from './align-beats'
import { atrialView, STEP_MS } from './atrial-view'
import { averageBeat } from './average-beat'
import { combine, globally, inTheMiddle } from './combine-leads'
import { limitsOfP } from './limits-of-p'
import { marksInLead, type PlacedBeat } from './marks-in-lead'
import type { PLimits } from './p-limits'
import { searchP } from './p-search'
import { medianOf } from './slopes'
import type { VentricularBeat } from './steady-p'
import type { DelineationLead, SamplesOf } from './types'
import { ventricularMarks } from './ventricular-marks'

export type Delineation = {
  readonly beats: readonly Marks[]
  readonly medianMarks: readonly Marks[]
  readonly beatsByLead: Readonly<Partial<Record<LeadName, readonly Marks[]>>>
  readonly pWaves: readonly PWave[]
  /** Middle of the usual P against the R peak; null without a steady P. */
  readonly usualPMs: number | null
}

export type DelineationInput = {
  readonly sampleRateHz: number
  readonly leads: readonly DelineationLead[]
  /** Sample indices, in order. */
  readonly rPeaks: readonly number[]
  /** Leads that may speak for the whole; all are marked. */
  readonly usableLeads: ReadonlySet<LeadName>
  readonly spikesAtMs: readonly number[]
}

type Placed = PlacedBeat & { readonly isUsual: boolean }

const BEFORE_R_MS = 300
const AFTER_R_MS = 700
/** This near to the R of a neighbour its QRS may have begun. */
const GUARD_MS = 80
const DEFAULT_RR_MS = 800

export function delineate({ sampleRateHz, leads, rPeaks, usableLeads, spikesAtMs }: DelineationInput): Delineation {
  const samplesOf: SamplesOf = (ms) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const judges = leads.some(({ name }) => usableLeads.has(name)) ? usableLeads : new Set(leads.map(({ name }) => name))
  const isJudge = leads.map(({ name }) => judges.has(name))
  const groups = groupBeats(
    leads.filter(({ name }) => judges.has(name)),
    rPeaks,
    sampleRateHz,
  )
  const placed = placeBeats(leads, rPeaks, groups, isJudge, samplesOf)
  const samplesPerStep = (STEP_MS * sampleRateHz) / 1000
  const view = atrialView(
    leads.filter(({ name }) => judges.has(name)),
    sampleRateHz,
  )
  const beats = ventricularBeats(placed, samplesPerStep)
  const search = searchP(view, beats, spikesAtMs.length > beats.length / 2)
  const pWaves = limitsOfP({
    leads,
    search,
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
  const usual = placed.find(({ isUsual }) => isUsual)
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
    usualPMs:
      search.usualOffset === null || !usual
        ? null
        : (search.usualOffset * samplesPerStep + (usual.average.qrs?.onset ?? 0)) * msPerSample,
  }
}

function placeBeats(
  leads: readonly DelineationLead[],
  rPeaks: readonly number[],
  groups: readonly BeatGroup[],
  isJudge: readonly boolean[],
  samplesOf: SamplesOf,
): readonly Placed[] {
  const [before, after, guard] = [samplesOf(BEFORE_R_MS), samplesOf(AFTER_R_MS), samplesOf(GUARD_MS)]
  const rrAfter = rPeaks.map((rPeak, index) => (rPeaks[index + 1] ?? Number.NaN) - rPeak)
  const usualRr = medianOf(rrAfter.filter(Number.isFinite)) ?? samplesOf(DEFAULT_RR_MS)
  const placed: Placed[] = []
  groups.forEach(({ members, fiducials }, group) => {
    const spans = members.map((member, index) => {
      const fiducial = fiducials[index] ?? 0
      return {
        fiducial,
        from: (rPeaks[member - 1] ?? -Infinity) + guard - fiducial,
        to: (rPeaks[member + 1] ?? Infinity) - guard - fiducial,
      }
    })
    const rr = medianOf(members.flatMap((member) => finite(rrAfter[member]))) ?? usualRr
    const average = ventricularMarks(averageBeat(leads, spans, before, after), isJudge, rr, samplesOf)
    members.forEach((member, index) => {
      placed[member] = { fiducial: fiducials[index] ?? 0, average, isUsual: group === 0 }
    })
  })
  return placed
}

function finite(value: number | undefined): readonly number[] {
  return value !== undefined && Number.isFinite(value) ? [value] : []
}

function qrsOnsetOf({ fiducial, average }: Placed): number {
  return fiducial + (average.qrs?.onset ?? 0)
}

/** The beats in steps of the grid on which P is searched. */
function ventricularBeats(placed: readonly Placed[], samplesPerStep: number): readonly VentricularBeat[] {
  return placed.map((beat, index) => {
    const previous = placed[index - 1]
    const qrsEnd = previous ? previous.fiducial + (previous.average.qrs?.offset ?? 0) : 0
    const tEnd = previous ? previous.fiducial + (previous.average.tOffset ?? 0) : 0
    return {
      qrsOnset: Math.floor(qrsOnsetOf(beat) / samplesPerStep),
      previousQrsEnd: Math.ceil(qrsEnd / samplesPerStep),
      freeFrom: Math.ceil(Math.max(qrsEnd, tEnd) / samplesPerStep),
      isUsual: beat.isUsual,
    }
  })
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
