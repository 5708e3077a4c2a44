/** HYP-02: right ventricle and atria (clinical.md A4). */
import type { Rule, Verdict } from './rule'
import { any } from './support/check'
import { isPaced } from './support/conduction'
import { rightHypertrophy } from './support/hypertrophy'
import { globalIs, globalValue, leadIs, leadValue } from './support/reading'
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
    return verdictOf(input, rightHypertrophy(analysis), {
      needs: ['I', 'aVF', 'V1', 'V5', 'V6'],
      class: 'ROUTINE',
      confidence: isPaced(analysis) ? 'low' : 'medium',
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
    const found = any(
      leadIs(analysis, 'V1', 'pTerminalForce', '>=', LIMIT.pTerminalForceUvMs),
      globalIs(analysis, 'pDuration', '>', LIMIT.longPMs),
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
    const found = any(
      leadIs(analysis, 'II', 'pMax', '>=', LIMIT.tallPUv),
      leadIs(analysis, 'V1', 'pMax', '>=', LIMIT.tallPV1Uv),
    )
    return verdictOf(input, found, { needs: ['II', 'V1'], class: 'ROUTINE', confidence: 'low' })
  },
}
