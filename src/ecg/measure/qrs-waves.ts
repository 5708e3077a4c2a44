/**
 * The waves of one QRS: Q, R, S, R′, S′ of the usual beat in one lead.
 *
 * A wave is a run of one sign between two crossings of the level before QRS, at least 20 µV high
 * and 12 ms long (IEC 60601-2-51 annex GG; clinical.md A3.7). The last run is a wave only when
 * it comes back towards the level of the J point by as much, and by a twentieth of the whole QRS (ours):
 * a slope that ends in a raised or depressed ST segment is neither R′ nor S. Microvolts against the
 * level before QRS, milliseconds.
 */
import { indexFrom, indexTo, levelUv, msAt, sampleUv, type Trace } from './trace'

const LEAST_WAVE_UV = 20
const LEAST_WAVE_MS = 12
const LEAST_RETURN_SHARE = 0.05
/** Where a wave at the edge of QRS begins or ends: above the noise, below the least wave. */
const EDGE_UV = 10

export type QrsWave = {
  readonly isPositive: boolean
  /** Magnitude. */
  readonly heightUv: number
  readonly peakMs: number
  readonly fromMs: number
  readonly toMs: number
}

type Run = {
  readonly sign: 1 | -1
  readonly from: number
  readonly to: number
  readonly peak: number
  readonly heightUv: number
}

export function findQrsWaves(trace: Trace, onsetMs: number, offsetMs: number): readonly QrsWave[] {
  const runs = joinNeighbours(runsOf(trace, onsetMs, offsetMs).filter((run) => isWave(trace, run)))
  const jUv = levelUv(trace, offsetMs - 2, offsetMs + 2)
  const leastReturnUv = Math.max(LEAST_WAVE_UV, LEAST_RETURN_SHARE * largestStepUv(runs))
  return runs
    .filter((run, index) => index < runs.length - 1 || run.heightUv - run.sign * jUv >= leastReturnUv)
    .map((run, index, all) => toWave(trace, run, index === 0, index === all.length - 1))
}

function isWave(trace: Trace, { from, to, heightUv }: Run): boolean {
  return heightUv >= LEAST_WAVE_UV && crossingMs(trace, to, 1) - crossingMs(trace, from, -1) >= LEAST_WAVE_MS
}

/** From the lowest to the highest point of QRS. */
function largestStepUv(runs: readonly Run[]): number {
  const highest = (sign: 1 | -1) => Math.max(0, ...runs.filter((run) => run.sign === sign).map((run) => run.heightUv))
  return highest(1) + highest(-1)
}

function runsOf(trace: Trace, onsetMs: number, offsetMs: number): Run[] {
  const runs: Run[] = []
  for (let index = indexFrom(trace, onsetMs); index <= indexTo(trace, offsetMs); index++) {
    const uv = sampleUv(trace, index)
    const sign = uv >= 0 ? 1 : -1
    const last = runs.at(-1)
    if (last?.sign !== sign) {
      runs.push({ sign, from: index, to: index, peak: index, heightUv: Math.abs(uv) })
      continue
    }
    const isHigher = Math.abs(uv) > last.heightUv
    runs[runs.length - 1] = {
      ...last,
      to: index,
      ...(isHigher ? { peak: index, heightUv: Math.abs(uv) } : {}),
    }
  }
  return runs
}

/** What a trifling wave had parted is one wave again. */
function joinNeighbours(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.sign !== run.sign) {
      joined.push(run)
      continue
    }
    const higher = run.heightUv > last.heightUv ? run : last
    joined[joined.length - 1] = { ...higher, from: last.from, to: run.to }
  }
  return joined
}

function toWave(trace: Trace, run: Run, isFirst: boolean, isLast: boolean): QrsWave {
  const isFlat = (index: number) => run.sign * sampleUv(trace, index) < EDGE_UV
  let from = run.from
  let to = run.to
  while (isFirst && from < run.peak && isFlat(from)) from++
  while (isLast && to > run.peak && isFlat(to)) to--
  return {
    isPositive: run.sign > 0,
    heightUv: run.heightUv,
    peakMs: msAt(trace, run.peak),
    fromMs: crossingMs(trace, from, -1),
    toMs: crossingMs(trace, to, 1),
  }
}

/** Where the line to the neighbouring sample meets zero, or that sample where it does not. */
function crossingMs(trace: Trace, index: number, step: 1 | -1): number {
  const inside = sampleUv(trace, index)
  const outside = sampleUv(trace, index + step)
  const isCrossing = inside * outside < 0
  return msAt(trace, index + (isCrossing ? (step * inside) / (inside - outside) : 0))
}
