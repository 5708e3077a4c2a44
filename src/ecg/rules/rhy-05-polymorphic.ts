/** RHY-05: fast wide beats whose axis turns from beat to beat; after a long QT it is torsades de pointes. */
import type { Beat } from '../measure/types'
import type { Rule, Verdict } from './rule'
import { all, compare } from './support/check'
import { globalValue } from './support/reading'
import { countIs, wideLimitMs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy05: Rule = {
  id: 'RHY-05',
  version: '1.0.0',
  source: 'Drew, AHA/ACC torsades statement, Circulation 2010;121:1047; ESC ventricular arrhythmias 2022',
  segment: 'qrs',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const run = fastWideRun(analysis.beats, wideLimitMs(context))
    const found = all(
      countIs('runBeats', run.length, '>=', LIMIT.polymorphicBeats),
      compare({
        lead: null,
        name: 'axisChange',
        value: meanAxisChange(run),
        unit: 'deg',
        comparison: '>',
        threshold: LIMIT.polymorphicAxisDeg,
      }),
    )
    const isAfterLongQt = (globalValue(analysis, 'qtc') ?? 0) >= LIMIT.longQtcRiskMs
    return verdictOf(input, found, {
      needs: [],
      class: 'EMERGENT',
      textKey: isAfterLongQt ? 'textTorsades' : 'text',
      values: { count: run.length },
    })
  },
}

/** The longest stretch of beats that are wide and follow each other fast. */
function fastWideRun(beats: readonly Beat[], wideMs: number): readonly Beat[] {
  let best: readonly Beat[] = []
  let run: Beat[] = []
  for (const beat of beats) {
    const last = run.at(-1)
    const isFast = last === undefined || 60_000 / (beat.rPeakMs - last.rPeakMs) > LIMIT.runBpm
    const isWide = (beat.qrsOffsetMs ?? 0) - (beat.qrsOnsetMs ?? 0) >= wideMs
    run = !isWide ? [] : isFast ? [...run, beat] : [beat]
    if (run.length > best.length) best = run
  }
  return best
}

function meanAxisChange(beats: readonly Beat[]): number {
  const axes = beats.flatMap(({ axisDeg }) => (axisDeg === null ? [] : [axisDeg]))
  const steps = axes.slice(1).map((axis, index) => Math.abs(((axis - (axes[index] ?? axis) + 540) % 360) - 180))
  return steps.length === 0 ? 0 : Math.round(steps.reduce((sum, step) => sum + step, 0) / steps.length)
}
