/** ISC-13: depression in six leads and more, with elevation in aVR or V1: left main, several vessels, or the whole heart short of oxygen. */
import type { Rule, Verdict } from './rule'
import { all, alsoShowing, any, atLeast, holds, leadsOf } from './support/check'
import { hasLeftDelay } from './support/conduction'
import { isKillipFrom, isPressureBelow } from './support/patient'
import { leadIs, leadValue, showLead } from './support/reading'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const COUNTED = ['I', 'II', 'III', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const

export const isc13: Rule = {
  id: 'ISC-13',
  version: '1.0.0',
  source: 'ESC NSTE-ACS 2020 (Collet, EHJ 42:1289); ESC ACS 2023 (Byrne, EHJ 44:3720)',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    if (hasLeftDelay(analysis)) return notEvaluable(['left-bundle-branch-block'])
    const depressed = atLeast(
      LIMIT.diffuseLeads,
      COUNTED.map((lead) => leadIs(analysis, lead, 'j', '<=', LIMIT.diffuseStUv)),
    )
    const aVR = leadIs(analysis, 'aVR', 'j', '>=', LIMIT.diffuseAvrUv, { tolerance: 0 })
    const raised = any(aVR, leadIs(analysis, 'V1', 'j', '>=', LIMIT.diffuseAvrUv, { tolerance: 0 }))
    const isRaised = holds(raised)
    const isUnstable =
      context.hasPainNow ||
      (isRaised && (isPressureBelow(context, LIMIT.diffuseSystolicMmHg) || isKillipFrom(context, LIMIT.diffuseKillip)))
    const leads = leadsOf(depressed)
    return verdictOf(
      input,
      isRaised ? all(depressed, raised) : alsoShowing(depressed, showLead(analysis, 'aVR', 'j')),
      {
        needs: [...COUNTED, 'aVR'],
        class: isUnstable ? 'EMERGENT' : 'URGENT',
        confidence:
          holds(aVR) && (leadValue(analysis, 'aVR', 'j') ?? 0) >= (leadValue(analysis, 'V1', 'j') ?? 0)
            ? 'high'
            : 'medium',
        leads,
        textKey: isRaised ? 'text' : 'textWithoutAvr',
        values: { count: leads.length, leads: leads.join(', ') },
      },
    )
  },
}
