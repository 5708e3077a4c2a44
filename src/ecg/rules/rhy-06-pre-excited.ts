/** RHY-06: atrial fibrillation over an accessory pathway: irregular, fast, QRS of changing width. */
import type { Rule, Verdict } from './rule'
import { all, compare, holds } from './support/check'
import { globalIs, globalValue } from './support/reading'
import { fastRateBpm, rhythmIs, shareIs, wideLimitMs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy06: Rule = {
  id: 'RHY-06',
  version: '1.0.0',
  source: 'ESC supraventricular tachycardia 2019 (Brugada, EHJ 41:655); ESC atrial fibrillation 2024',
  segment: 'qrs',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const widthsMs = analysis.rhythm.qrsSeriesMs.flatMap((width) => (width === null ? [] : [width]))
    const wide = widthsMs.filter((width) => Math.round(width) >= wideLimitMs(context)).length
    const share = widthsMs.length === 0 ? null : wide / widthsMs.length
    const found = all(
      rhythmIs(analysis, 'rrCv', '>=', LIMIT.irregularRrCv),
      globalIs(analysis, 'heartRate', '>=', fastRateBpm(context, LIMIT.wideTachycardiaBpm)),
      shareIs('wideShare', share, '>=', LIMIT.preExcitedShare),
      compare({
        lead: null,
        name: 'qrsSpread',
        value: spreadMs(widthsMs),
        unit: 'ms',
        comparison: '>=',
        threshold: LIMIT.preExcitedSpreadMs,
      }),
      rhythmIs(analysis, 'shortestRr', '<=', LIMIT.preExcitedRrMs),
    )
    const isVeryShort = holds(rhythmIs(analysis, 'shortestRr', '<=', LIMIT.preExcitedDangerMs))
    return verdictOf(input, found, {
      needs: [],
      class: 'EMERGENT',
      confidence: isVeryShort ? 'high' : 'medium',
      textKey: isVeryShort ? 'textVeryShort' : 'text',
      values: {
        heartRateBpm: globalValue(analysis, 'heartRate') ?? 0,
        shortestMs: Math.round(analysis.rhythm.shortestRrMs ?? 0),
      },
    })
  },
}

/** Standard deviation of the widths. */
function spreadMs(widthsMs: readonly number[]): number | null {
  if (widthsMs.length < 3) return null
  const mean = widthsMs.reduce((sum, width) => sum + width, 0) / widthsMs.length
  const squares = widthsMs.reduce((sum, width) => sum + (width - mean) ** 2, 0)
  return Math.round(Math.sqrt(squares / (widthsMs.length - 1)))
}
