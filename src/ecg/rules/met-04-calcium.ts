/** MET-04: repolarisation of calcium: a long ST before an ordinary T (low), a short QT (high). */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, type Check, fact } from './support/check'
import { isNarrow } from './support/conduction'
import { longSt } from './support/long-st'
import { isMan } from './support/patient'
import { globalIs, globalValue, leadIs } from './support/reading'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE =
  'AHA/ACCF/HRS 2009 Part IV (Rautaharju, Circulation 119:e241); limits chosen here, to be confirmed by a cardiologist'

export const met04LowCalcium: Rule = {
  id: 'MET-04-LOWCA',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qt',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const isOrdinaryT = leadIs(analysis, 'V5', 'tHalfWidth', '<=', LIMIT.hyperkalaemiaTWidthMs)
    return verdictOf(input, all(isNarrow(analysis), isLongQt(analysis, context), longSt(analysis), isOrdinaryT), {
      needs: ['V5'],
      class: 'ROUTINE',
      confidence: 'low',
      leads: ['V5'],
      values: { qtcMs: globalValue(analysis, 'qtc') ?? 0 },
    })
  },
}

export const met04HighCalcium: Rule = {
  id: 'MET-04-HIGHCA',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qt',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const isReliable = !analysis.measurements.isQtcUnreliable
    const shortQt = all(fact(isReliable), globalIs(analysis, 'qtc', '<=', LIMIT.shortQtcMs, { tolerance: 0 }))
    return verdictOf(input, shortQt, {
      needs: [],
      class: 'ROUTINE',
      confidence: 'low',
      values: { qtcMs: globalValue(analysis, 'qtc') ?? 0 },
    })
  },
}

function isLongQt(analysis: Analysis, context: RuleContext): Check {
  const limitMs = isMan(context) ? LIMIT.longQtcManMs : LIMIT.longQtcWomanMs
  return globalIs(analysis, 'qtc', '>=', limitMs, { tolerance: 0 })
}
