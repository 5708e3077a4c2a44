/** Onset, peak and offset of the P waves that were found, in each lead; positions in samples. */

import { median } from '../../median'
import { averageBeat, type Span } from './average-beat'
import { type PLimits, pLimits } from './p-limits'
import type { FoundP } from './p-search'
import type { DelineationLead, SamplesOf } from './types'

export type PInLeads = {
  /** Of the beat that it led to. */
  readonly beat: number | null
  readonly leads: readonly (PLimits | null)[]
}

type Input = {
  readonly leads: readonly DelineationLead[]
  readonly found: readonly FoundP[]
  readonly samplesOf: SamplesOf
  readonly samplesPerStep: number
  readonly qrsOnsets: readonly number[]
  /** Where the T before each beat ends. */
  readonly freeFrom: readonly number[]
}

const BEFORE_MS = 230
const AFTER_MS = 150

/** P waves of the usual shape are measured on their average, each other one by itself. */
export function limitsOfP(input: Input): readonly PInLeads[] {
  const { found, samplesPerStep } = input
  const centerOf = ({ at }: FoundP) => Math.round(at * samplesPerStep)
  const usual = found.filter(({ isOwnShape }) => !isOwnShape)
  const shared = usual.length > 0 ? measure(input, usual) : []
  return found.map((wave) => {
    const limits = wave.isOwnShape ? measure(input, [wave]) : shared
    return { beat: wave.beat, leads: limits.map((limit) => limit && moved(limit, centerOf(wave))) }
  })
}

/** Relative to the middle of P. */
function measure(input: Input, waves: readonly FoundP[]): readonly (PLimits | null)[] {
  const { leads, samplesOf, samplesPerStep, qrsOnsets, freeFrom } = input
  const [before, after] = [samplesOf(BEFORE_MS), samplesOf(AFTER_MS)]
  const spans = waves.map(({ at, beat }): Span => {
    const fiducial = Math.round(at * samplesPerStep)
    const qrsOnset = beat === null ? Infinity : (qrsOnsets[beat] ?? Infinity)
    const free = beat === null ? 0 : (freeFrom[beat] ?? 0)
    return { fiducial, from: Math.max(-before, free - fiducial), to: Math.min(after, qrsOnset - fiducial) }
  })
  const average = averageBeat(leads, spans, before, after)
  const qrsOnset = Math.round(median(spans.map(({ to }) => to)) ?? after)
  const earliest = before + Math.round(median(spans.map(({ from }) => from)) ?? -before)
  const bounds = { earliest: Math.max(1, earliest), qrsOnset: before + qrsOnset }
  return pLimits(average.leads, before, bounds, samplesOf).map((limit) => limit && moved(limit, -before))
}

function moved({ onset, peak, offset, visible }: PLimits, by: number): PLimits {
  return {
    onset: onset + by,
    peak: peak + by,
    offset: offset + by,
    visible: visible && { onset: visible.onset + by, offset: visible.offset + by },
  }
}
