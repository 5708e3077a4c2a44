/**
 * Every rule on the labelled suite of made ECGs: how often it is met where it must be, and where it must not be.
 *
 * Faults of electrodes and exchanged cables change what is seen, so nothing is expected of them rule by rule; there it
 * counts that an infarct keeps its class.
 */
import { RULES } from '@/ecg/rules/index'
import type { Finding } from '@/ecg/rules/rule'
import { labelledSuite, mayBeMet, type SuiteCase } from '@/ecg/synthetic/suite'
import { inWords, type Judged, judgeKnown } from './judge-known'

export type RuleFigures = {
  readonly id: string
  readonly expected: number
  readonly met: number
  readonly borderline: number
  /** Met in normal ECGs and benign variants, and in others that neither expect nor allow it. */
  readonly falseInBenign: number
  readonly falseElsewhere: number
}

export type SuiteFailure = { readonly id: string; readonly case: string; readonly said: string }

export type SuiteFigures = {
  readonly cases: number
  readonly benignCases: number
  readonly rules: readonly RuleFigures[]
  readonly missed: readonly SuiteFailure[]
  readonly falseAlarms: readonly SuiteFailure[]
  /** Inferior infarcts with every exchange of electrodes. */
  readonly swappedInfarcts: number
  readonly swappedInfarctsKept: number
  readonly swappedInfarctsUrgent: number
  readonly keptNot: readonly string[]
}

const BENIGN_SCENARIOS = new Set([
  'normal',
  'normal-woman',
  'athlete',
  'juvenile-t',
  'early-repolarisation',
  'child-2-years',
  'infant-1-month',
])
const BENIGN_RHYTHMS = new Set([
  undefined,
  'sinus',
  'sinus-regular',
  'sinus-bradycardia',
  'sinus-tachycardia',
  'low-atrial',
  'atrial-premature',
  'ventricular-premature',
])
const JUDGED_GROUPS = new Set(['morphology', 'rhythm', 'noise'])

type Tried = { readonly made: SuiteCase; readonly judged: Judged }

export function scoreSuite(seeds: number): SuiteFigures {
  const tried: Tried[] = []
  const swapped: Tried[] = []
  for (const made of labelledSuite(seeds)) {
    const isSwappedInfarct = made.group === 'swap' && made.options.scenario === 'inferior-stemi'
    if (!JUDGED_GROUPS.has(made.group) && !isSwappedInfarct) continue
    const list = isSwappedInfarct ? swapped : tried
    list.push({ made, judged: judgeKnown(made.make().recording, made.context) })
  }
  const lowered = swapped.filter(({ judged }) => judged.class !== 'EMERGENT')
  return {
    cases: tried.length,
    benignCases: tried.filter(({ made }) => isBenign(made)).length,
    rules: RULES.map(({ id }) => figuresOf(id, tried)),
    missed: tried.flatMap(missedIn),
    falseAlarms: tried.flatMap(falseIn),
    swappedInfarcts: swapped.length,
    swappedInfarctsKept: swapped.length - lowered.length,
    swappedInfarctsUrgent: swapped.filter(({ judged }) => judged.class !== 'ROUTINE').length,
    keptNot: lowered.map(({ made }) => made.name),
  }
}

function isBenign({ options }: SuiteCase): boolean {
  return BENIGN_SCENARIOS.has(options.scenario) && BENIGN_RHYTHMS.has(options.rhythm)
}

function figuresOf(id: string, tried: readonly Tried[]): RuleFigures {
  const findingIn = ({ judged }: Tried) => judged.findings.find((finding) => finding.id === id)
  const expected = tried.filter(({ made }) => made.expectedFindings.includes(id))
  const withStatus = (status: Finding['status']) => expected.filter((one) => findingIn(one)?.status === status).length
  const isFalse = (one: Tried) => findingIn(one)?.status === 'met' && !mayBeMet(id, one.made)
  const wrong = tried.filter(isFalse)
  return {
    id,
    expected: expected.length,
    met: withStatus('met'),
    borderline: withStatus('borderline'),
    falseInBenign: wrong.filter(({ made }) => isBenign(made)).length,
    falseElsewhere: wrong.filter(({ made }) => !isBenign(made)).length,
  }
}

function missedIn({ made, judged }: Tried): SuiteFailure[] {
  return judged.findings
    .filter(({ id, status }) => made.expectedFindings.includes(id) && status !== 'met')
    .map((finding) => ({ id: finding.id, case: made.name, said: inWords(finding) }))
}

function falseIn({ made, judged }: Tried): SuiteFailure[] {
  return judged.findings
    .filter(({ id, status }) => status === 'met' && !mayBeMet(id, made))
    .map((finding) => ({ id: finding.id, case: made.name, said: inWords(finding) }))
}
