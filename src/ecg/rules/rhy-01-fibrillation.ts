/**
 * RHY-01: ventricular fibrillation, or an artefact that looks like it. Flat leads are left out and do not cancel it.
 * A lead with regular QRS does: then there is no long time without QRS.
 */
import type { Rule, Verdict } from './rule'
import { all } from './support/check'
import { rhythmIs } from './support/rhythm'
import { verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy01: Rule = {
  id: 'RHY-01',
  version: '1.0.0',
  source: 'Kuo, Dillman, Computers in Cardiology 1978:347; limits chosen here',
  segment: 'strip',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis } = input
    const found = all(
      rhythmIs(analysis, 'withoutQrs', '>=', LIMIT.fibrillationMs),
      rhythmIs(analysis, 'chaosTime', '>=', LIMIT.fibrillationMs),
      rhythmIs(analysis, 'chaosShare', '>=', LIMIT.fibrillationShare),
      rhythmIs(analysis, 'chaosLeakage', '<', LIMIT.fibrillationLeakage),
      rhythmIs(analysis, 'chaosLeads', '>=', LIMIT.fibrillationLeads),
    )
    return verdictOf(input, found, { needs: [], class: 'EMERGENT' })
  },
}
