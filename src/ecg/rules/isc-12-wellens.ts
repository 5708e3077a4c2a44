/**
 * ISC-12: Wellens' pattern in V2 and V3, A (up, then down) or B (deeply down). It belongs to a patient whose pain of
 * the last two days is gone; where nobody asked, or where there is pain, it is kept and said.
 */
import type { Analysis } from '../measure/types'
import type { Rule, RuleContext, Verdict } from './rule'
import { all, any, type Check, fact, holds } from './support/check'
import { isNarrow } from './support/conduction'
import { leadIs, leadValue, readLead } from './support/reading'
import { hasRightStrainWave } from './support/right-strain'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

const LEADS = ['V2', 'V3'] as const

export const isc12: Rule = {
  id: 'ISC-12',
  version: '1.0.0',
  source: 'de Zwaan, Am Heart J 1982;103:730; Rhinehardt, Am J Emerg Med 2002;20:638',
  segment: 't',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis, context } = input
    const isTypeA = all(...LEADS.map((lead) => isBiphasic(analysis, lead)))
    const each = LEADS.map((lead) =>
      all(any(isBiphasic(analysis, lead), isDeep(analysis, lead)), hasPlainSt(analysis, lead)),
    )
    const isStrained = hasRightStrainWave(analysis) && !holds(isTypeA)
    return verdictOf(input, all(isNarrow(analysis), ...each), {
      needs: LEADS,
      class: context.hasPainNow ? 'EMERGENT' : 'URGENT',
      confidence: isStrained ? 'low' : 'medium',
      leads: LEADS,
      textKey: holds(isTypeA) ? 'textA' : 'textB',
      limitations: [...painLimitation(context), ...(isStrained ? ['right-heart-strain'] : [])],
    })
  },
}

function painLimitation(context: RuleContext): string[] {
  if (context.hasPainNow) return ['pain-present']
  if (!context.hasChestPain) return ['pain-unknown']
  return (context.hoursSincePainOnset ?? 0) > LIMIT.wellensPainHours ? ['pain-long-ago'] : []
}

function isBiphasic(analysis: Analysis, lead: (typeof LEADS)[number]): Check {
  const measured = readLead(analysis, lead)
  const [upAtMs, downAtMs] = [measured?.tMaxAtMs ?? null, measured?.tMinAtMs ?? null]
  return all(
    leadIs(analysis, lead, 'tMax', '>=', LIMIT.wellensTUv),
    leadIs(analysis, lead, 'tMin', '<=', -LIMIT.wellensTUv),
    fact(upAtMs === null || downAtMs === null ? null : downAtMs > upAtMs),
  )
}

function isDeep(analysis: Analysis, lead: (typeof LEADS)[number]): Check {
  return all(
    leadIs(analysis, lead, 'tMin', '<=', -LIMIT.wellensDeepTUv),
    leadIs(analysis, lead, 'tMax', '<', LIMIT.wellensTUv),
  )
}

/** No elevation or depression that says more, and an R that is still there. */
function hasPlainSt(analysis: Analysis, lead: (typeof LEADS)[number]): Check {
  const q = leadValue(analysis, lead, 'q')
  return all(
    leadIs(analysis, lead, 'j', '<', LIMIT.wellensJUv),
    leadIs(analysis, lead, 'j', '>', -LIMIT.wellensJUv),
    leadIs(analysis, lead, 'r', '>', LIMIT.wellensRUv),
    fact(q === null ? null : q < LIMIT.wellensQUv),
  )
}
