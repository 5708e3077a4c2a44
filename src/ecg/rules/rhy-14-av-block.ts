/**
 * RHY-14: long PR, Mobitz I (PR grows until a beat is dropped), 2:1 block, left and right bundle-branch block in one
 * recording. PR behind flutter waves, or behind a P that was not measured to its ends, is none.
 */
import type { Analysis } from '../measure/types'
import type { FindingClass, Rule, RuleContext, Verdict } from './rule'
import { all, type Check, holds } from './support/check'
import { hasLeftDelay, hasRbbb } from './support/conduction'
import { atrialEvents, drops } from './support/conduction-series'
import { globalIs, globalValue, isPPlausible } from './support/reading'
import { countIs, isWideQrs, prRangeMs } from './support/rhythm'
import { isNoisy, nearlyInNoise } from './support/signal-limits'
import { notEvaluable, verdictOf } from './support/verdict'
import { LIMIT } from './thresholds'

export const rhy14: Rule = {
  id: 'RHY-14',
  version: '1.1.0',
  source: 'ACC/AHA/HRS bradycardia 2018 (Kusumoto, Circulation 140:e382)',
  segment: 'pr',
  isForChildren: true,
  judge(input): Verdict {
    const { analysis, context, verdicts } = input
    const { kind, check } = blockOf(analysis, context)
    const isFlutter = verdicts['RHY-08']?.status === 'met' && verdicts['RHY-08'].textKey !== 'textRegular'
    if (kind === 'first' && (isFlutter || !isPPlausible(analysis))) return notEvaluable(['not-measurable'])
    return verdictOf(input, nearlyInNoise(analysis, check), {
      needs: [],
      class: classOf(kind, analysis, context),
      textKey: TEXTS[kind],
      limitations: isNoisy(analysis) ? ['noisy'] : [],
      values: { prMs: globalValue(analysis, 'pr') ?? 0, heartRateBpm: globalValue(analysis, 'heartRate') ?? 0 },
    })
  },
}

type Kind = 'two-to-one' | 'bundles' | 'wenckebach' | 'first'
const TEXTS = {
  'two-to-one': 'textTwoToOne',
  bundles: 'textBundles',
  wenckebach: 'textWenckebach',
  first: 'text',
} as const

function blockOf(analysis: Analysis, context: RuleContext): { readonly kind: Kind; readonly check: Check } {
  const found = drops(atrialEvents(analysis))
  const alternating = countIs('twoToOneDrops', found.filter(isEverySecond).length, '>=', 2)
  if (holds(alternating)) return { kind: 'two-to-one', check: alternating }
  const { left = 0, right = 0 } = analysis.rhythm.bundles ?? {}
  const bundles = all(
    countIs('leftBundleBeats', left, '>=', LIMIT.alternatingBundleBeats),
    countIs('rightBundleBeats', right, '>=', LIMIT.alternatingBundleBeats),
  )
  if (holds(bundles)) return { kind: 'bundles', check: bundles }
  const growing = countIs('wenckebachDrops', found.filter(isGrowing).length, '>=', 1)
  if (holds(growing)) return { kind: 'wenckebach', check: growing }
  return { kind: 'first', check: all(globalIs(analysis, 'pr', '>', prRangeMs(context).highMs)) }
}

type Drop = ReturnType<typeof drops>[number]

function isEverySecond({ runMs, ppBeforeMs, ppAfterMs }: Drop): boolean {
  return runMs.length === 1 && ppBeforeMs >= ppAfterMs * LIMIT.prematurePShare
}

function isGrowing({ runMs, prBeforeMs, prAfterMs }: Drop): boolean {
  return runMs.length >= 2 && prBeforeMs - (runMs[0] ?? prBeforeMs) >= LIMIT.growingPrMs && prAfterMs < prBeforeMs
}

function classOf(kind: Kind, analysis: Analysis, context: RuleContext): FindingClass {
  const rateBpm = globalValue(analysis, 'heartRate') ?? LIMIT.blockBpm
  if (kind === 'wenckebach') return 'ROUTINE'
  if (kind === 'bundles') return context.hasSyncope ? 'EMERGENT' : 'URGENT'
  if (kind === 'two-to-one') {
    const isDangerous = holds(isWideQrs(analysis, context)) || context.hasSyncope || rateBpm < LIMIT.severeSlowBpm
    return isDangerous ? 'EMERGENT' : 'URGENT'
  }
  const prMs = globalValue(analysis, 'pr') ?? 0
  const isBundle = hasLeftDelay(analysis) || hasRbbb(analysis)
  const isRisky = prMs >= LIMIT.markedPrMs || (prMs > LIMIT.longPrWithBlockMs && isBundle && context.hasSyncope)
  return isRisky ? 'URGENT' : 'ROUTINE'
}
