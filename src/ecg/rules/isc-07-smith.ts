/** ISC-07: the modified criteria in LBBB or paced rhythm: elevation against QRS counts from a quarter of S. */

import { STANDARD_LEADS } from '../types'
import type { Rule, Verdict } from './rule'
import { all, any, holds, leadsOf } from './support/check'
import { leftDelay } from './support/conduction'
import { concordantDepression, concordantElevation, disproportionateElevation } from './support/sgarbossa'
import { verdictOf } from './support/verdict'

export const isc07: Rule = {
  id: 'ISC-07',
  version: '1.0.0',
  source: 'Smith, Ann Emerg Med 2012;60:766; Meyers, Am Heart J 2015;170:1255; paced: Dodd, Ann Emerg Med 2021;78:517',
  segment: 'st',
  isForChildren: false,
  judge(input): Verdict {
    const { analysis } = input
    const disproportionate = disproportionateElevation(analysis)
    const signs = any(concordantElevation(analysis), concordantDepression(analysis), disproportionate)
    const leads = leadsOf(signs)
    return verdictOf(input, all(leftDelay(analysis), signs), {
      needs: STANDARD_LEADS,
      class: 'EMERGENT',
      leads,
      textKey: holds(signs) ? (holds(disproportionate) ? 'textRatio' : 'text') : 'textBorderline',
      values: { leads: leads.join(', ') },
    })
  },
}
