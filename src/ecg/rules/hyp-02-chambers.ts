/**
 * HYP-02: right ventricle and atria (clinical.md A4). Deviation: P counts as long from 135 ms, the 120 ms of A4 with the
 * tolerance of its measurement, because the global P of healthy people reaches 120, and 130 in noise.
 */
import type { Analysis } from '../measure/types'
import type { Rule, RuleInput, Verdict } from './rule'
import { any, fact } from './support/check'
import { isPaced } from './support/conduction'
import { rightHypertrophy } from './support/hypertrophy'
import { globalIs, globalValue, isPPlausible, leadIs, leadValue } from './support/reading'
import { isNoisy } from './support/signal-limits'
import { isLimbSwapLikely } from './support/swap'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE = 'AHA/ACCF/HRS 2009 Part V (Hancock, Circulation 119:e251)'

export const hyp02Rvh: Rule = {
  id: 'HYP-02-RVH',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (isLimbSwapLikely(analysis)) return notEvaluable(['swap-suspected'])
    if (isPaced(analysis)) return notEvaluable(['paced'])
    return verdictOf(input, rightHypertrophy(analysis), {
      needs: ['I', 'aVF', 'V1', 'V5', 'V6'],
      class: 'ROUTINE',
      leads: ['V1', 'V5', 'V6'],
      values: { axisDeg: globalValue(analysis, 'qrsAxis') ?? 0, rUv: leadValue(analysis, 'V1', 'r') ?? 0 },
    })
  },
}

export const hyp02Lae: Rule = {
  id: 'HYP-02-LAE',
  version: '1.0.0',
  source: SOURCE,
  segment: 'p',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (isNoisy(analysis)) return notEvaluable(['noisy'])
    if (isFlutter(input)) return notEvaluable(['not-measurable'])
    const found = any(
      leadIs(analysis, 'V1', 'pTerminalForce', '>=', LIMIT.pTerminalForceUvMs),
      hasPrSegment(analysis) && isPPlausible(analysis)
        ? globalIs(analysis, 'pDuration', '>=', LIMIT.longPMs)
        : fact(false),
    )
    return verdictOf(input, found, {
      needs: ['V1'],
      class: 'ROUTINE',
      confidence: 'low',
      values: { pMs: globalValue(analysis, 'pDuration') ?? 0 },
    })
  },
}

export const hyp02Rae: Rule = {
  id: 'HYP-02-RAE',
  version: '1.0.0',
  source: SOURCE,
  segment: 'p',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    if (isNoisy(analysis)) return notEvaluable(['noisy'])
    if (isFlutter(input)) return notEvaluable(['not-measurable'])
    const found = any(
      leadIs(analysis, 'II', 'pMax', '>=', LIMIT.tallPUv),
      leadIs(analysis, 'V1', 'pMax', '>=', LIMIT.tallPV1Uv),
    )
    return verdictOf(input, found, { needs: ['II', 'V1'], class: 'ROUTINE', confidence: 'low' })
  },
}

/** What stands before QRS is a flutter wave. */
function isFlutter({ verdicts }: RuleInput): boolean {
  return verdicts['RHY-08']?.status === 'met' && verdicts['RHY-08'].textKey !== 'textRegular'
}

/** A P that ends in QRS was not measured to its end. */
function hasPrSegment(analysis: Analysis): boolean {
  const [p, pr] = [globalValue(analysis, 'pDuration'), globalValue(analysis, 'pr')]
  return p === null || pr === null || pr - p >= LIMIT.leastPrSegmentMs
}
