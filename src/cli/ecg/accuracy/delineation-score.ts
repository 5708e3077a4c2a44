/**
 * Our waves against the manual ones: found, missed, false, and how far each limit lies off.
 *
 * A wave is found when one of ours has its peak within 150 ms (ANSI/AAMI EC57). Only what lies between
 * the first and the last manual mark is counted. Milliseconds; an error is ours minus theirs.
 */
import type { Marks, PWave } from '@/ecg/measure/types'
import type { Reference, ReferenceWave, WaveName } from './delineation-reference'

export const LIMITS = ['P on', 'P off', 'QRS on', 'QRS off', 'T off'] as const
export type LimitName = (typeof LIMITS)[number]

export type WaveScore = { readonly found: number; readonly missed: number; readonly false: number }

export type DelineationScore = {
  readonly waves: Readonly<Record<WaveName, WaveScore>>
  readonly errorsMs: Readonly<Record<LimitName, readonly number[]>>
}

type OurWave = { readonly onsetMs: number | null; readonly peakMs: number; readonly offsetMs: number | null }

const MATCH_MS = 150

export function scoreDelineation(
  reference: Reference,
  marks: readonly Marks[],
  pWaves: readonly PWave[],
): DelineationScore {
  const p = matched(reference, 'P', [
    ...marks.flatMap(({ pOnsetMs, pPeakMs, pOffsetMs }) => wave(pOnsetMs, pPeakMs, pOffsetMs)),
    ...pWaves.filter(({ beatIndex }) => beatIndex === null),
  ])
  const qrs = matched(
    reference,
    'QRS',
    marks.flatMap(({ qrsOnsetMs, rPeakMs, qrsOffsetMs }) => wave(qrsOnsetMs, rPeakMs, qrsOffsetMs)),
  )
  const t = matched(
    reference,
    'T',
    marks.flatMap(({ tPeakMs, tOffsetMs }) => wave(null, tPeakMs, tOffsetMs)),
  )
  return {
    waves: { P: p.score, QRS: qrs.score, T: t.score },
    errorsMs: {
      'P on': errorsOf(p.pairs, 'onsetMs'),
      'P off': errorsOf(p.pairs, 'offsetMs'),
      'QRS on': errorsOf(qrs.pairs, 'onsetMs'),
      'QRS off': errorsOf(qrs.pairs, 'offsetMs'),
      'T off': errorsOf(t.pairs, 'offsetMs'),
    },
  }
}

function wave(onsetMs: number | null, peakMs: number | null, offsetMs: number | null): readonly OurWave[] {
  return peakMs === null ? [] : [{ onsetMs, peakMs, offsetMs }]
}

type Pair = { readonly ours: OurWave; readonly theirs: ReferenceWave }

/** Nearest first, each wave once. */
function matched(reference: Reference, name: WaveName, ours: readonly OurWave[]) {
  const theirs = reference.waves[name]
  const candidates = theirs
    .flatMap((their) => ours.map((our) => ({ ours: our, theirs: their })))
    .filter((pair) => distanceMs(pair) <= MATCH_MS)
    .sort((one, other) => distanceMs(one) - distanceMs(other))
  const used = new Set<OurWave | ReferenceWave>()
  const pairs = candidates.filter((pair) => {
    if (used.has(pair.ours) || used.has(pair.theirs)) return false
    used.add(pair.ours).add(pair.theirs)
    return true
  })
  const counted = ours.filter((our) => isInside(reference, our) && !used.has(our))
  return {
    pairs,
    score: { found: pairs.length, missed: theirs.length - pairs.length, false: counted.length },
  }
}

function distanceMs({ ours, theirs }: Pair): number {
  return Math.abs(ours.peakMs - theirs.peakMs)
}

function isInside({ fromMs, toMs }: Reference, { onsetMs, peakMs, offsetMs }: OurWave): boolean {
  return (onsetMs ?? peakMs) >= fromMs && (offsetMs ?? peakMs) <= toMs
}

function errorsOf(pairs: readonly Pair[], limit: 'onsetMs' | 'offsetMs'): readonly number[] {
  return pairs.flatMap(({ ours, theirs }) => {
    const [our, their] = [ours[limit], theirs[limit]]
    return our === null || their === null ? [] : [our - their]
  })
}
