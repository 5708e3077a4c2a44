/**
 * ST that goes with or against QRS, in left bundle-branch block and in paced rhythm (Sgarbossa 1996;
 * Smith 2012). `net` is the tallest positive minus the deepest negative wave of QRS.
 */
import type { Analysis } from '../../measure/types'
import { STANDARD_LEADS } from '../../types'
import { LIMIT } from '../thresholds'
import { all, any, type Check } from './check'
import { leadIs, leadRatioIs } from './reading'

const RIGHT_CHEST = ['V1', 'V2', 'V3'] as const

/** 5 points. */
export function concordantElevation(analysis: Analysis): Check {
  return any(
    ...STANDARD_LEADS.map((lead) =>
      all(leadIs(analysis, lead, 'j', '>=', LIMIT.concordantStUv), leadIs(analysis, lead, 'net', '>', 0)),
    ),
  )
}

/** 3 points. */
export function concordantDepression(analysis: Analysis): Check {
  return any(
    ...RIGHT_CHEST.map((lead) =>
      all(leadIs(analysis, lead, 'j', '<=', -LIMIT.concordantStUv), leadIs(analysis, lead, 'net', '<', 0)),
    ),
  )
}

/** 2 points. */
export function discordantElevation(analysis: Analysis): Check {
  return any(
    ...STANDARD_LEADS.map((lead) =>
      all(leadIs(analysis, lead, 'j', '>=', LIMIT.discordantStUv), leadIs(analysis, lead, 'net', '<', 0)),
    ),
  )
}

/** Elevation against QRS of a quarter of S and more. */
export function disproportionateElevation(analysis: Analysis): Check {
  const ratio = { name: 'jOverS', of: 'j', over: 's' } as const
  return any(
    ...STANDARD_LEADS.map((lead) =>
      all(
        leadIs(analysis, lead, 'j', '>=', LIMIT.concordantStUv),
        leadIs(analysis, lead, 'net', '<', 0),
        leadRatioIs(analysis, lead, ratio, '>=', LIMIT.discordantRatio),
      ),
    ),
  )
}

/** Sgarbossa (3 points and more) or Smith. */
export function isOcclusionLikely(analysis: Analysis): Check {
  return any(concordantElevation(analysis), concordantDepression(analysis), disproportionateElevation(analysis))
}
