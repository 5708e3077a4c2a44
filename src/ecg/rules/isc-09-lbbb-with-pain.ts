/**
 * ISC-09: LBBB in a patient with chest pain of the last 12 hours or in shock, where Sgarbossa and Smith are negative.
 * An unknown onset counts as recent. Persistent symptoms with LBBB are managed like STEMI (ESC 2017, 2023).
 */
import { STANDARD_LEADS } from '../types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, fact, holds } from './support/check'
import { isPaced, lbbbShape } from './support/conduction'
import { isKillipFrom, isPressureBelow } from './support/patient'
import { isOcclusionLikely } from './support/sgarbossa'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const isc09: Rule = {
  id: 'ISC-09',
  version: '1.0.0',
  source: 'ESC STEMI 2017 (Ibanez, EHJ 39:119); ESC ACS 2023 (Byrne, EHJ 44:3720)',
  segment: 'qrs',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const hours = context.hoursSincePainOnset
    const isRecent = hours === null || hours <= LIMIT.painHours
    const inShock = isInShock(context)
    const isPain = context.hasPainNow || (context.hasChestPain && isRecent)
    const found = all(
      fact(!isPaced(analysis)),
      lbbbShape(analysis),
      fact(!holds(isOcclusionLikely(analysis))),
      fact(isPain || inShock),
    )
    return verdictOf(input, found, {
      needs: STANDARD_LEADS,
      class: (context.hasPainNow && isRecent) || inShock ? 'EMERGENT' : 'URGENT',
      leads: ['V1', 'V6'],
      textKey: context.hasPainNow ? 'textPainNow' : 'text',
    })
  },
}

function isInShock(context: RuleContext): boolean {
  return isPressureBelow(context, LIMIT.shockSystolicMmHg) || isKillipFrom(context, LIMIT.lungOedemaKillip)
}
