/** ISC-06: Sgarbossa's score in LBBB or paced rhythm, positive from 3 points: (a) 5, (b) 3, (c) 2. */

import { STANDARD_LEADS } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, holds, leadsOf } from './support/check'
import { leftDelay } from './support/conduction'
import { concordantDepression, concordantElevation, discordantElevation } from './support/sgarbossa'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const POINTS = { concordantElevation: 5, concordantDepression: 3, discordantElevation: 2 } as const

export const isc06: Rule = {
  id: 'ISC-06',
  version: '1.0.0',
  source: 'Sgarbossa, NEJM 1996;334:481',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const [a, b, c] = [concordantElevation(analysis), concordantDepression(analysis), discordantElevation(analysis)]
    const points =
      (holds(a) ? POINTS.concordantElevation : 0) +
      (holds(b) ? POINTS.concordantDepression : 0) +
      (holds(c) ? POINTS.discordantElevation : 0)
    const signs = any(a, b)
    const score = {
      truth: 'yes',
      evidence: [
        {
          lead: null,
          name: 'sgarbossaPoints',
          value: points,
          unit: 'points',
          threshold: LIMIT.sgarbossaPoints,
          comparison: '>=',
        },
        ...(holds(c) ? c.evidence : []),
      ],
    } as const
    return verdictOf(input, all(leftDelay(analysis), signs, score), {
      needs: STANDARD_LEADS,
      class: 'EMERGENT',
      confidence: holds(a) ? 'high' : 'medium',
      leads: leadsOf(holds(c) ? any(signs, c) : signs),
      textKey: holds(signs) ? 'text' : 'textBorderline',
      values: { points, leads: leadsOf(signs).join(', ') },
    })
  },
}
