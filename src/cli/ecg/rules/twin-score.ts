/**
 * Twins on either side of a threshold: beyond the tolerance of the measurement a finding is met above and never below;
 * within it "met" and "borderline" are both right and "not met" is wrong. Where the threshold parts two classes of one
 * finding, met means the higher class.
 */
import type { Finding } from '@/ecg/rules/rule'
import { expectationOf } from '@/ecg/synthetic/expectations'
import { makeEcg } from '@/ecg/synthetic/make-ecg'
import { TWINS, type Twin } from '@/ecg/synthetic/twins'
import { inWords, judgeKnown } from './judge-known'

export type TwinZone = 'above' | 'within' | 'below'

export type TwinResult = {
  readonly id: string
  readonly name: string
  readonly zone: TwinZone
  readonly isRight: boolean
  readonly said: string
}

export type TwinFigures = {
  readonly results: readonly TwinResult[]
  readonly wrong: readonly TwinResult[]
  /** Percent of those in each zone that are right. */
  readonly rightShare: Readonly<Record<TwinZone, number>>
}

export function scoreTwins(): TwinFigures {
  const results = TWINS.map(judgeTwin)
  return {
    results,
    wrong: results.filter(({ isRight }) => !isRight),
    rightShare: {
      above: rightIn(results, 'above'),
      within: rightIn(results, 'within'),
      below: rightIn(results, 'below'),
    },
  }
}

function judgeTwin(twin: Twin): TwinResult {
  const context = { ...expectationOf(twin.options.scenario, twin.options.rhythm).context, ...twin.context }
  const { recording } = makeEcg({ ...twin.options, seed: 1 })
  const finding = judgeKnown(recording, context).findings.find(({ id }) => id === twin.ruleId)
  const zone = zoneOf(twin)
  return {
    id: twin.ruleId,
    name: twin.name,
    zone,
    isRight: finding !== undefined && isRight(finding, twin, zone),
    said: finding ? inWords(finding) : 'no answer',
  }
}

function zoneOf({ distance, tolerance }: Twin): TwinZone {
  if (Math.abs(distance) < tolerance) return 'within'
  return distance > 0 ? 'above' : 'below'
}

function isRight({ status, class: itsClass }: Finding, { expectedClass }: Twin, zone: TwinZone): boolean {
  if (zone === 'within') return status === 'met' || status === 'borderline'
  if (expectedClass !== null) return itsClass === expectedClass
  return zone === 'above' ? status === 'met' : status !== 'met'
}

function rightIn(results: readonly TwinResult[], zone: TwinZone): number {
  const inZone = results.filter((result) => result.zone === zone)
  return (100 * inZone.filter((result) => result.isRight).length) / Math.max(1, inZone.length)
}
