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
  /** Of the measurement of that quantity: nearer to the threshold than this, both answers are right. */
  readonly tolerance: number
  readonly options: Omit<EcgOptions, 'seed'>
}

const STILL = { rhythm: 'sinus-regular', variation: 'none', noise: {} } as const
const J_DISTANCES_UV = [-40, -30, -10, 10, 30, 40]
const TOLERANCE = { jUv: 30, qrsMs: 8, qtcMs: 15, heartRateBpm: 3, pauseMs: 100 }

export const TWINS: readonly Twin[] = [
  ...jTwins('ISC-01', 'inferior ST elevation', 'normal', 1, { I: 0, II: 100 }),
  ...jTwins('ISC-01', 'anterior ST elevation', 'normal', 1, { V2: 200, V3: 200 }),
  ...jTwins('ISC-01', 'lateral ST elevation', 'normal', 1, { V5: 100, V6: 100 }),
  ...jTwins('ISC-04', 'posterior ST depression', 'posterior-mi', -1, { V1: -50, V2: -50, V3: -50, V4: -20 }),
  ...jTwins('ISC-06', 'concordant ST elevation in LBBB', 'lbbb', 1, { V5: 100, V6: 100 }),
  ...jTwins('ISC-10', 'de Winter ST depression', 'de-winter', -1, { V2: -100, V3: -100, V4: -100, V5: -100 }),
  ...jTwins('RHY-18', 'Brugada elevation', 'brugada-1', 1, { V1: 200, V2: 200 }),
  ...[110, 116, 118, 122, 124, 130].flatMap((qrsMs) => [
    twin('CON-01', `LBBB with QRS ${qrsMs} ms`, qrsMs - 120, TOLERANCE.qrsMs, { scenario: 'lbbb', adjust: { qrsMs } }),
    twin('CON-02', `RBBB with QRS ${qrsMs} ms`, qrsMs - 120, TOLERANCE.qrsMs, { scenario: 'rbbb', adjust: { qrsMs } }),
  ]),
  ...classTwins('RHY-16', 'QTc of', [484, 495, 505, 516], 500, TOLERANCE.qtcMs, ['ROUTINE', 'URGENT'], (qtcMs) => ({
    scenario: 'long-qt',
    heartRateBpm: 64,
    adjust: { qtcMs },
  })),
  ...classTwins('RHY-11', 'rate of', [44, 41, 39, 36], 40, TOLERANCE.heartRateBpm, ['ROUTINE', 'URGENT'], atRate),
  ...classTwins(
    'RHY-09',
    'rate with chest pain of',
    [146, 149, 151, 154],
    150,
    TOLERANCE.heartRateBpm,
    ['URGENT', 'EMERGENT'],
    atRate,
  ).map((entry) => ({ ...entry, context: { hasChestPain: true, hasPainNow: true } })),
  ...classTwins('RHY-15', 'pause of', [2900, 3100], 3000, TOLERANCE.pauseMs, ['ROUTINE', 'URGENT'], (pauseMs) => ({
    scenario: 'normal',
    rhythm: 'sinus-pause',
    pauseMs,
  })),
]

function atRate(heartRateBpm: number): Omit<EcgOptions, 'seed'> {
  return { scenario: 'normal', heartRateBpm }
}

function twin(
  ruleId: string,
  name: string,
  distance: number,
  tolerance: number,
  options: Omit<EcgOptions, 'seed'>,
): Twin {
  const whole = { ...STILL, ...options }
  return { name, ruleId, isMet: distance >= 0, expectedClass: null, context: {}, distance, tolerance, options: whole }
}

/** Met on both sides. The values run from the milder class to the higher, half of them in each. */
function classTwins(
  ruleId: string,
  name: string,
  values: readonly number[],
  threshold: number,
  tolerance: number,
  [milder, higher]: readonly [FindingClass, FindingClass],
  optionsOf: (value: number) => Omit<EcgOptions, 'seed'>,
): readonly Twin[] {
  return values.map((value, index) => {
    const isHigher = index >= values.length / 2
    const away = Math.abs(value - threshold)
    return {
      ...twin(ruleId, `${name} ${value}`, away, tolerance, optionsOf(value)),
      distance: isHigher ? away : -away,
      expectedClass: isHigher ? higher : milder,
    }
  })
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
    return twin(ruleId, `${name} ${distanceUv} µV beyond`, distanceUv, TOLERANCE.jUv, { scenario, adjust: { jUv } })
  })
}
