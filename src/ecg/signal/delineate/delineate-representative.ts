/**
 * P, QRS and T of the representative beat: the marks from which the reported intervals are taken.
 *
 * Whether there is a P at all, and where about, is known from the beats; the averaged beat alone
 * cannot tell a P from an f wave. Milliseconds from the first sample of the representative beat.
 */
import type { Marks } from '../../measure/types'
import type { LeadName } from '../../types'
import { combine, globally, inTheMiddle } from './combine-leads'
import { marksInLead } from './marks-in-lead'
import { pLimits } from './p-limits'
import type { SamplesOf } from './types'
import { ventricularMarks } from './ventricular-marks'

type Input = {
  readonly sampleRateHz: number
  readonly rIndex: number
  readonly leads: Readonly<Partial<Record<LeadName, Float32Array>>>
  readonly usableLeads: ReadonlySet<LeadName>
  /** Middle of the usual P against the R peak, from `delineate`; null for no P. */
  readonly usualPMs: number | null
  /** Median RR; bounds the end of T. */
  readonly rrMs: number | null
  /** From the first sample of the representative beat. */
  readonly spikesAtMs: readonly number[]
}

export type RepresentativeMarks = {
  readonly marks: Marks
  readonly medianMarks: Marks
  readonly marksByLead: Readonly<Partial<Record<LeadName, Marks>>>
}

const DEFAULT_RR_MS = 1000

export function delineateRepresentative(input: Input): RepresentativeMarks {
  const { sampleRateHz, rIndex, usableLeads, usualPMs, rrMs } = input
  const samplesOf: SamplesOf = (ms) => Math.max(1, Math.round((ms * sampleRateHz) / 1000))
  const named = Object.entries(input.leads) as [LeadName, Float32Array][]
  const leads = named.map(([, samples]) => samples)
  const speaking = named.map(([name]) => usableLeads.has(name))
  const isJudge = speaking.some(Boolean) ? speaking : speaking.map(() => true)
  const average = ventricularMarks({ leads, rIndex }, isJudge, samplesOf(rrMs ?? DEFAULT_RR_MS), samplesOf)
  const p = usualPMs === null ? [] : pOf(leads, rIndex, rIndex + (average.qrs?.onset ?? 0), usualPMs, samplesOf)
  const msPerSample = 1000 / sampleRateHz
  const marks = leads.map((_, lead) =>
    marksInLead({ fiducial: rIndex, average }, lead, p[lead] ?? null, {
      msPerSample,
      nextOnset: Number.POSITIVE_INFINITY,
      spikesAtMs: [],
    }),
  )
  const judged = marks.filter((_, lead) => isJudge[lead])
  return {
    marks: combine(rIndex * msPerSample, judged, globally),
    medianMarks: combine(rIndex * msPerSample, judged, inTheMiddle),
    marksByLead: Object.fromEntries(named.map(([name], lead) => [name, marks[lead]])),
  }
}

function pOf(leads: readonly Float32Array[], rIndex: number, onset: number, usualPMs: number, samplesOf: SamplesOf) {
  const qrsOnset = Math.round(onset)
  const center = rIndex - samplesOf(-usualPMs)
  return center < samplesOf(NEAREST_START_MS) ? [] : pLimits(leads, center, { earliest: 1, qrsOnset }, samplesOf)
}

/** A P whose middle is this near to the start is cut off. */
const NEAREST_START_MS = 40
