/**
 * Manual marks of LUDB (Kalyakulina et al. 2020), lead by lead, brought together wave by wave.
 *
 * A wave of the heart is what at least half of the leads mark at the same time; its onset, peak and
 * offset are the medians over those leads. The first and last beats of a record carry no marks, so
 * nothing outside `fromMs`…`toMs` may be counted; single leads that mark one beat more do not widen it.
 */

import type { WfdbAnnotation } from '@/ecg/formats/wfdb/annotations'
import { median } from '@/ecg/median'

export type ReferenceWave = {
  /** Null where fewer than half of the leads mark it: some paced beats have no onset. */
  readonly onsetMs: number | null
  readonly peakMs: number
  readonly offsetMs: number | null
}

export type WaveName = 'P' | 'QRS' | 'T'

export type Reference = {
  readonly waves: Readonly<Record<WaveName, readonly ReferenceWave[]>>
  readonly fromMs: number
  readonly toMs: number
}

const CODES: Readonly<Record<WaveName, string>> = { P: 'p', QRS: 'N', T: 't' }
/** Peaks of one wave lie within this of each other over the leads. */
const SAME_WAVE_MS: Readonly<Record<WaveName, number>> = { P: 80, QRS: 120, T: 120 }

export function gatherReference(leads: readonly (readonly WfdbAnnotation[])[], sampleRateHz: number): Reference {
  const msPerSample = 1000 / sampleRateHz
  const ends = (at: 0 | -1) => leads.flatMap((marks) => marks.at(at)?.sampleIndex ?? [])
  const wavesOf = (name: WaveName) =>
    gatherWaves(
      leads.flatMap((marks) => wavesOfLead(marks, CODES[name], msPerSample)),
      SAME_WAVE_MS[name],
      leads.length / 2,
    )
  return {
    waves: { P: wavesOf('P'), QRS: wavesOf('QRS'), T: wavesOf('T') },
    fromMs: (median(ends(0)) ?? Number.NaN) * msPerSample,
    toMs: (median(ends(-1)) ?? Number.NaN) * msPerSample,
  }
}

/** `(`, the peak, `)`. */
function wavesOfLead(marks: readonly WfdbAnnotation[], code: string, msPerSample: number): ReferenceWave[] {
  return marks.flatMap(({ code: here, sampleIndex }, index) => {
    if (here !== code) return []
    const before = marks[index - 1]
    const after = marks[index + 1]
    return [
      {
        onsetMs: before?.code === '(' ? before.sampleIndex * msPerSample : null,
        peakMs: sampleIndex * msPerSample,
        offsetMs: after?.code === ')' ? after.sampleIndex * msPerSample : null,
      },
    ]
  })
}

function gatherWaves(all: readonly ReferenceWave[], withinMs: number, leastLeads: number): ReferenceWave[] {
  const groups: ReferenceWave[][] = []
  for (const wave of all.toSorted((one, other) => one.peakMs - other.peakMs)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && wave.peakMs - first.peakMs <= withinMs) group.push(wave)
    else groups.push([wave])
  }
  return groups
    .filter((group) => group.length >= leastLeads)
    .map((group) => ({
      onsetMs: limitOf(group, 'onsetMs', leastLeads),
      peakMs: median(group.map(({ peakMs }) => peakMs)) ?? Number.NaN,
      offsetMs: limitOf(group, 'offsetMs', leastLeads),
    }))
}

function limitOf(group: readonly ReferenceWave[], limit: 'onsetMs' | 'offsetMs', leastLeads: number): number | null {
  const marked = group.flatMap((wave) => wave[limit] ?? [])
  return marked.length >= leastLeads ? median(marked) : null
}
