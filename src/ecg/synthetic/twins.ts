/**
 * Pairs on either side of a threshold (clinical.md F2): without noise, in a rhythm without breathing, so that
 * the truth says exactly the number of the name. Some thresholds are those of a finding, others part one class
 * and the next: 39/min is more urgent than 41/min, and both are told.
 */
import type { FindingClass, RuleContext } from '../rules/rule'
import type { EcgOptions } from './make-ecg'
import type { IndependentLead } from './morphology'
import type { Scenario } from './scenarios'

export type Twin = {
  readonly name: string
  readonly ruleId: string
  readonly isMet: boolean
  /** Null where the class is not the question. */
  readonly expectedClass: FindingClass | null
  readonly context: Partial<RuleContext>
  /** Distance from the threshold in the unit of the quantity, signed towards "met". */
  readonly distance: number
  readonly options: Omit<EcgOptions, 'seed'>
}

const STILL = { rhythm: 'sinus-regular', variation: 'none', noise: {} } as const
const J_DISTANCES_UV = [-30, -10, 10, 30]

export const TWINS: readonly Twin[] = [
  ...jTwins('ISC-01', 'inferior ST elevation', 'normal', 1, { I: 0, II: 100 }),
  ...jTwins('ISC-01', 'anterior ST elevation', 'normal', 1, { V2: 200, V3: 200 }),
  ...jTwins('ISC-01', 'lateral ST elevation', 'normal', 1, { V5: 100, V6: 100 }),
  ...jTwins('ISC-04', 'posterior ST depression', 'posterior-mi', -1, { V1: -50, V2: -50, V3: -50, V4: -20 }),
  ...jTwins('ISC-06', 'concordant ST elevation in LBBB', 'lbbb', 1, { V5: 100, V6: 100 }),
  ...jTwins('ISC-10', 'de Winter ST depression', 'de-winter', -1, { V2: -100, V3: -100, V4: -100, V5: -100 }),
  ...jTwins('RHY-18', 'Brugada elevation', 'brugada-1', 1, { V1: 200, V2: 200 }),
  ...[116, 118, 122, 124].flatMap((qrsMs) => [
    twin('CON-01', `LBBB with QRS ${qrsMs} ms`, qrsMs - 120, { scenario: 'lbbb', adjust: { qrsMs } }),
    twin('CON-02', `RBBB with QRS ${qrsMs} ms`, qrsMs - 120, { scenario: 'rbbb', adjust: { qrsMs } }),
  ]),
  ...classTwins('RHY-16', 'QTc of', [495, 505], 500, ['ROUTINE', 'URGENT'], (qtcMs) => ({
    scenario: 'long-qt',
    heartRateBpm: 64,
    adjust: { qtcMs },
  })),
  ...classTwins('RHY-11', 'rate of', [41, 39], 40, ['ROUTINE', 'URGENT'], (heartRateBpm) => ({
    scenario: 'normal',
    heartRateBpm,
  })),
  ...classTwins('RHY-09', 'rate with chest pain of', [149, 151], 150, ['URGENT', 'EMERGENT'], (heartRateBpm) => ({
    scenario: 'normal',
    heartRateBpm,
  })).map((entry) => ({ ...entry, context: { hasChestPain: true, hasPainNow: true } })),
  ...classTwins('RHY-15', 'pause of', [2900, 3100], 3000, ['ROUTINE', 'URGENT'], (pauseMs) => ({
    scenario: 'normal',
    rhythm: 'sinus-pause',
    pauseMs,
  })),
]

function twin(ruleId: string, name: string, distance: number, options: Omit<EcgOptions, 'seed'>): Twin {
  const isMet = distance >= 0
  return { name, ruleId, isMet, expectedClass: null, context: {}, distance, options: { ...STILL, ...options } }
}

/** Met on both sides, the milder class first. */
function classTwins(
  ruleId: string,
  name: string,
  values: readonly [number, number],
  threshold: number,
  classes: readonly [FindingClass, FindingClass],
  optionsOf: (value: number) => Omit<EcgOptions, 'seed'>,
): readonly Twin[] {
  return values.map((value, index) => ({
    ...twin(ruleId, `${name} ${value}`, Math.abs(value - threshold), optionsOf(value)),
    distance: index === 0 ? -Math.abs(value - threshold) : Math.abs(value - threshold),
    expectedClass: classes[index] ?? null,
  }))
}

/** All leads of the pattern together beyond their thresholds or short of them; leads at 0 stay there. */
function jTwins(
  ruleId: string,
  name: string,
  scenario: Scenario,
  direction: 1 | -1,
  thresholdsUv: Readonly<Partial<Record<IndependentLead, number>>>,
): readonly Twin[] {
  return J_DISTANCES_UV.map((distanceUv) => {
    const jUv = Object.fromEntries(
      Object.entries(thresholdsUv).map(([lead, uv]) => [lead, uv === 0 ? 0 : uv + direction * distanceUv]),
    )
    return twin(ruleId, `${name} ${distanceUv} µV beyond`, distanceUv, { scenario, adjust: { jUv } })
  })
}
