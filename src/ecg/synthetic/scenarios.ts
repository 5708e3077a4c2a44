/** The list of morphologies. One is added in its own file under `scenarios/`, nowhere else. */
import type { Morphology } from './morphology'
import { BENIGN } from './scenarios/benign'
import { CHAMBERS } from './scenarios/chambers'
import { CHILDREN } from './scenarios/children'
import { CONDUCTION } from './scenarios/conduction'
import { ISCHAEMIA } from './scenarios/ischaemia'
import { METABOLIC } from './scenarios/metabolic'
import { TABLE } from './scenarios/table'

export const SCENARIOS = {
  ...TABLE,
  ...ISCHAEMIA,
  ...CONDUCTION,
  ...CHAMBERS,
  ...METABOLIC,
  ...BENIGN,
  ...CHILDREN,
} satisfies Record<string, Morphology>

export type Scenario = keyof typeof SCENARIOS
