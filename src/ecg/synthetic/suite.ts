/**
 * The labelled suite of clinical.md F5, made one recording at a time: nothing is kept, nothing is stored.
 *
 * Every morphology, every rhythm, every level of noise, every fault, every exchange of electrodes and the twins
 * around the thresholds, with what is true of each and what the rules must say.
 */
import type { FindingClass, RuleContext } from '../rules/rule'
import { expectationOf } from './expectations'
import type { Faults } from './faults'
import { type EcgOptions, makeEcg } from './make-ecg'
import type { Noise } from './noise'
import { RHYTHMS } from './rhythms'
import { SCENARIOS, type Scenario } from './scenarios'
import { ELECTRODE_SWAPS } from './swaps'
import { TWINS } from './twins'

export type SuiteGroup = 'morphology' | 'rhythm' | 'noise' | 'fault' | 'swap' | 'twin'

export type SuiteCase = {
  readonly name: string
  readonly group: SuiteGroup
  readonly options: EcgOptions
  readonly context: RuleContext
  /** Findings that must be met, those that may be, and the one that must not be (a twin below its threshold). */
  readonly expectedFindings: readonly string[]
  readonly allowedFindings: readonly string[]
  readonly forbiddenFinding: string | null
  /** Class that the one expected finding must have; null where it is not the question. */
  readonly expectedClass: FindingClass | null
  readonly make: () => ReturnType<typeof makeEcg>
}

const SWAPPED_SCENARIOS: readonly Scenario[] = ['normal', 'inferior-stemi', 'lbbb']

export const NOISE_LEVELS: Readonly<Record<string, Noise>> = {
  none: {},
  'wander-100': { wanderUvPp: 100 },
  'wander-500': { wanderUvPp: 500 },
  'wander-1500': { wanderUvPp: 1500 },
  'muscle-10': { muscleUvRms: 10 },
  'muscle-25': { muscleUvRms: 25 },
  'muscle-60': { muscleUvRms: 60 },
  'mains-10': { mainsUvPp: 10 },
  'mains-50': { mainsUvPp: 50 },
  'mains-200': { mainsUvPp: 200 },
}

export const FAULTS: Readonly<Record<string, Pick<EcgOptions, 'faults' | 'noise' | 'sampleRateHz'>>> = {
  'electrode-pop': fault({ popLeads: ['V3'] }),
  saturated: fault({ saturatedLeads: ['V4'] }),
  'gain-half': fault({ gain: 0.5 }),
  'gain-double': fault({ gain: 2 }),
  'gain-tenfold': fault({ gain: 10 }),
  skewed: fault({ isSkewed: true }),
  'chest-mirrored': fault({ isChestMirrored: true }),
  'duplicate-lead': fault({ duplicated: ['V2', 'V4'] }),
  'missing-lead': fault({ missingLeads: ['V3'] }),
  'inverted-avr': fault({ invertedLeads: ['aVR'] }),
  'inverted-iii': fault({ invertedLeads: ['III'] }),
  'limb-gain': fault({ leadOneGain: 2 }),
  'four-columns': fault({ isFourColumns: true }),
  'lead-off': { noise: { wanderUvPp: 40, muscleUvRms: 4, leadsOff: ['V2'] } },
  'rate-250': { sampleRateHz: 250 },
  'rate-1000': { sampleRateHz: 1000 },
}

/** Whether a finding that is met may be: the very one that is expected, or one that is allowed with all its parts. */
export function mayBeMet(id: string, { expectedFindings, allowedFindings }: SuiteCase): boolean {
  return (
    expectedFindings.includes(id) || allowedFindings.some((allowed) => id === allowed || id.startsWith(`${allowed}-`))
  )
}

/** `seedCount` is that of a morphology, a rhythm or a swap; noise and faults have half as many. */
export function* labelledSuite(seedCount = 20): Generator<SuiteCase> {
  const half = Math.ceil(seedCount / 2)
  for (const scenario of keysOf(SCENARIOS)) yield* seeded(seedCount, 'morphology', scenario, { scenario, noise: {} })
  for (const rhythm of keysOf(RHYTHMS)) {
    yield* seeded(seedCount, 'rhythm', rhythm, { scenario: rhythm === 'vt' ? 'vt' : 'normal', rhythm })
  }
  for (const [name, noise] of Object.entries(NOISE_LEVELS)) {
    yield* seeded(half, 'noise', name, { scenario: 'normal', noise })
  }
  for (const [name, options] of Object.entries(FAULTS)) {
    yield* seeded(half, 'fault', name, { scenario: 'normal', ...options })
  }
  for (const scenario of SWAPPED_SCENARIOS) {
    for (const swap of ELECTRODE_SWAPS) yield* seeded(seedCount, 'swap', `${scenario} ${swap}`, { scenario, swap })
  }
  yield* twins()
}

function* seeded(
  seedCount: number,
  group: SuiteGroup,
  name: string,
  options: Omit<EcgOptions, 'seed'>,
): Generator<SuiteCase> {
  const { expected, allowed, context, isNarrow } = expectationOf(options.scenario, options.rhythm)
  for (let seed = 1; seed <= seedCount; seed++) {
    const whole: EcgOptions = { variation: isNarrow ? 'slight' : 'natural', ...options, seed }
    yield {
      name: `${group} ${name} ${seed}`,
      group,
      options: whole,
      context,
      expectedFindings: group === 'fault' || group === 'swap' ? [] : expected,
      allowedFindings: group === 'fault' || group === 'swap' ? [] : allowed,
      forbiddenFinding: null,
      expectedClass: null,
      make: () => makeEcg(whole),
    }
  }
}

/** What a number near a threshold may raise besides: the borderline rule, and the rules of a QRS or a rate nearby. */
const BESIDE_A_TWIN = [
  ...['ISC-01', 'ISC-02', 'ISC-03', 'ISC-05', 'ISC-07', 'ISC-14', 'ISC-16'],
  ...['CON-03', 'HYP-01', 'HYP-02', 'MET-04', 'RHY-08', 'RHY-11'],
]

function* twins(): Generator<SuiteCase> {
  for (const { name, ruleId, isMet, expectedClass, options, context: known } of TWINS) {
    const { allowed, expected, context } = expectationOf(options.scenario, options.rhythm)
    const whole: EcgOptions = { ...options, seed: 1 }
    yield {
      name: `twin ${name}`,
      group: 'twin',
      options: whole,
      context: { ...context, ...known },
      expectedClass,
      expectedFindings: isMet ? [ruleId] : [],
      allowedFindings: [...expected, ...allowed, ...BESIDE_A_TWIN].filter((id) => id !== ruleId),
      forbiddenFinding: isMet ? null : ruleId,
      make: () => makeEcg(whole),
    }
  }
}

function fault(faults: Faults): Pick<EcgOptions, 'faults'> {
  return { faults }
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[]
}
