/** RHY-19: ventricular pre-excitation in sinus rhythm: short PR, wide QRS, a delta wave in two leads. */
import { STANDARD_LEADS } from '../types'
import type { Rule, Verdict } from './rule'
import { all, atLeast, compare, leadsOf } from './support/check'
import { isChild } from './support/patient'
import { globalIs, readLead } from './support/reading'
import { prRangeMs, wideLimitMs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy19: Rule = {
  id: 'RHY-19',
  version: '1.0.0',
  source: 'AHA/ACCF/HRS 2009 Part III (Surawicz, Circulation 119:e235); limits chosen here',
  segment: 'qrs',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context } = input
    const deltas = STANDARD_LEADS.map((lead) =>
      compare({
        lead,
        name: 'initialSlope',
        value: readLead(analysis, lead)?.initialSlopeRatio ?? null,
        unit: 'ratio',
        comparison: '<',
        threshold: LIMIT.deltaSlopeRatio,
      }),
    )
    const delta = atLeast(LIMIT.deltaLeads, deltas)
    const found = all(
      globalIs(analysis, 'pr', '<', prRangeMs(context).lowMs),
      globalIs(analysis, 'qrs', '>=', isChild(context) ? wideLimitMs(context) : LIMIT.preExcitationQrsMs),
      delta,
    )
    return verdictOf(input, found, {
      needs: [],
      class: context.hasSyncope || context.hasPalpitations ? 'URGENT' : 'ROUTINE',
      leads: leadsOf(delta),
      // Without a P wave there is no PR: then nothing of this kind can be told.
      unjudgedBecause: analysis.measurements.prMs === null ? ['no-p-wave'] : [],
    })
  },
}
