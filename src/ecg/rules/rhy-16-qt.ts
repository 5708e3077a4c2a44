/**
 * RHY-16: QTc by Fridericia; with a wide QRS that of QT without half of QRS (Bogossian). Below 40 and above 120/min no
 * correction is to be relied upon: there the lower of Fridericia and Hodges counts, it is said, and nothing is called short.
 */
import type { Analysis } from '../measure/types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { any, type Check, compare, holds } from './support/check'
import { globalValue, isUsualBeatPlausible } from './support/reading'
import { isNoisy, nearlyInNoise } from './support/signal-limits'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT, TOLERANCE } from './thresholds'

export const rhy16: Rule = {
  id: 'RHY-16',
  version: '1.0.0',
  source: 'AHA/ACCF/HRS 2009 Part IV; Drew, Circulation 2010;121:1047; ESC ventricular arrhythmias 2022',
  segment: 'qt',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    if (!isUsualBeatPlausible(analysis)) return notEvaluable(['no-usual-beat'])
    const qtcMs = correctedMs(analysis)
    const short = limit(qtcMs, '<=', LIMIT.shortQtcMs)
    const isShort = holds(short) && !analysis.measurements.isQtcUnreliable
    const found = isShort ? short : any(limit(qtcMs, '>=', LIMIT.longQtcRiskMs), growth(qtcMs, context))
    return verdictOf(input, nearlyInNoise(analysis, found), {
      needs: [],
      class: isShort ? shortClass(qtcMs ?? 0, context) : longClass(qtcMs ?? 0, analysis, context),
      confidence: analysis.measurements.isQtcUnreliable ? 'low' : 'medium',
      textKey: isShort ? 'textShort' : (qtcMs ?? 0) >= LIMIT.dangerousQtcMs ? 'text' : 'textProlonged',
      values: { qtcMs: qtcMs ?? 0 },
      limitations: [
        ...(analysis.measurements.isQtcUnreliable ? ['qtc-unreliable'] : []),
        ...(isNoisy(analysis) ? ['noisy'] : []),
      ],
    })
  },
}

function correctedMs({ measurements }: Analysis): number | null {
  const isWide = Math.round(measurements.qrsMs ?? 0) >= LIMIT.wideQrsMs
  const usual = isWide ? (measurements.qtcBogossianMs ?? measurements.qtcMs) : measurements.qtcMs
  if (usual === null) return null
  const other = measurements.isQtcUnreliable ? (measurements.qtcHodgesMs ?? usual) : usual
  return Math.round(Math.min(usual, other))
}

function limit(value: number | null, comparison: '>=' | '<=', threshold: number): Check {
  const tolerance = comparison === '>=' ? TOLERANCE.intervalMs : 0
  return compare({ lead: null, name: 'qtc', value, unit: 'ms', comparison, threshold, tolerance })
}

/** Against the earlier ECG; without one nothing grew. */
function growth(qtcMs: number | null, { previous }: RuleContext): Check {
  const before = previous ? correctedMs(previous) : null
  const value = qtcMs === null || before === null ? 0 : qtcMs - before
  return compare({ lead: null, name: 'qtcGrowth', value, unit: 'ms', comparison: '>=', threshold: LIMIT.qtcGrowthMs })
}

function longClass(qtcMs: number, analysis: Analysis, context: RuleContext): FindingClass {
  const isSlow = (globalValue(analysis, 'heartRate') ?? LIMIT.blockBpm) < LIMIT.slowBpm
  const potassium = context.potassiumMmolL
  if (qtcMs >= LIMIT.dangerousQtcMs) {
    const isLow = potassium !== null && potassium < LIMIT.potassiumVeryLow
    return context.hasSyncope || isSlow || isLow || hasPair(analysis) ? 'EMERGENT' : 'URGENT'
  }
  if (holds(growth(qtcMs, context))) return 'URGENT'
  const isLow = potassium !== null && potassium < LIMIT.potassiumLow
  const isRisky = context.hasSyncope || context.hasPresyncope || context.takesQtDrug === true || isSlow || isLow
  return isRisky ? 'URGENT' : 'ROUTINE'
}

function shortClass(qtcMs: number, context: RuleContext): FindingClass {
  return qtcMs <= LIMIT.veryShortQtcMs || context.hasSyncope ? 'URGENT' : 'ROUTINE'
}

/** Two ventricular beats in a row. */
function hasPair({ beats }: Analysis): boolean {
  return beats.some((beat, index) => beat.class === 'ventricular' && beats[index + 1]?.class === 'ventricular')
}
