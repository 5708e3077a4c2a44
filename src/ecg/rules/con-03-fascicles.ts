/**
 * CON-03: blocks of one fascicle, with a narrow QRS or beside RBBB (bifascicular). The axis says nothing when limb
 * electrodes are likely swapped.
 */
import type { Rule, RuleInput, Verdict } from './rule'
import { all, any, type Check, fact } from './support/check'
import { hasRbbb, isNarrow, isPaced } from './support/conduction'
import { globalIs, globalValue, LIMB_LEADS, leadIs } from './support/reading'
import { isLimbSwapLikely } from './support/swap'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const SOURCE = 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235)'

export const con03Lafb: Rule = {
  id: 'CON-03-LAFB',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    return fascicularBlock(
      input,
      all(
        globalIs(analysis, 'qrsAxis', '<=', LIMIT.lafbAxisDeg),
        globalIs(analysis, 'qrsAxis', '>=', LIMIT.lafbAxisFarDeg),
        leadIs(analysis, 'aVL', 'q', '>', 0),
        leadIs(analysis, 'aVL', 'net', '>', 0),
        leadIs(analysis, 'aVL', 'rPeakTime', '>=', LIMIT.lafbRPeakMs),
      ),
    )
  },
}

export const con03Lpfb: Rule = {
  id: 'CON-03-LPFB',
  version: '1.0.0',
  source: SOURCE,
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const rs = (['I', 'aVL'] as const).flatMap((lead) => [
      leadIs(analysis, lead, 'r', '>', 0),
      leadIs(analysis, lead, 'net', '<', 0),
    ])
    const qr = (['III', 'aVF'] as const).flatMap((lead) => [
      leadIs(analysis, lead, 'q', '>', 0),
      leadIs(analysis, lead, 'net', '>', 0),
    ])
    return fascicularBlock(input, all(globalIs(analysis, 'qrsAxis', '>=', LIMIT.lpfbAxisDeg), ...rs, ...qr))
  },
}

function fascicularBlock(input: RuleInput, shape: Check): Verdict {
  const { analysis } = input
  if (isLimbSwapLikely(analysis)) return notEvaluable(['swap-suspected'])
  if (isPaced(analysis)) return notEvaluable(['paced'])
  const isBifascicular = hasRbbb(analysis)
  return verdictOf(input, all(shape, any(isNarrow(analysis), fact(isBifascicular))), {
    needs: LIMB_LEADS,
    class: 'ROUTINE',
    textKey: isBifascicular ? 'textBifascicular' : 'text',
    values: { axisDeg: globalValue(analysis, 'qrsAxis') ?? 0, qrsMs: globalValue(analysis, 'qrs') ?? 0 },
  })
}
