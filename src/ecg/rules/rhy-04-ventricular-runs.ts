/** RHY-04: three and more ventricular beats in a row, faster than 100/min. */
import type { Beat } from '../measure/types'
import type { Rule, Verdict } from './rule'
import { all } from './support/check'
import { countIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy04: Rule = {
  id: 'RHY-04',
  version: '1.0.0',
  source: 'ESC ventricular arrhythmias 2022 (Zeppenfeld, EHJ 43:3997)',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const { count, durationMs } = longestRun(analysis.beats)
    const found = all(countIs('runBeats', count, '>=', LIMIT.runBeats))
    const isDangerous = context.hasSyncope || durationMs >= LIMIT.sustainedStripMs
    return verdictOf(input, found, { needs: [], class: isDangerous ? 'EMERGENT' : 'URGENT', values: { count } })
  },
}

/** The longest run that is fast enough. */
function longestRun(beats: readonly Beat[]): { readonly count: number; readonly durationMs: number } {
  let best = { count: 0, durationMs: 0 }
  let from = 0
  for (let at = 0; at <= beats.length; at++) {
    if (at < beats.length && beats[at]?.class === 'ventricular') continue
    const count = at - from
    const durationMs = (beats[at - 1]?.rPeakMs ?? 0) - (beats[from]?.rPeakMs ?? 0)
    const rateBpm = count > 1 && durationMs > 0 ? (60_000 * (count - 1)) / durationMs : 0
    if (count > best.count && rateBpm > LIMIT.runBpm) best = { count, durationMs }
    from = at + 1
  }
  return best
}
