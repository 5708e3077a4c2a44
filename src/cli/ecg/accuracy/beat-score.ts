/**
 * Found beats against the true ones (ANSI/AAMI EC57): one within 150 ms is found, each counts once. Milliseconds.
 *
 * The window hides how well a beat is placed, so the distances are kept: the offset of a record is where it marks R
 * beside the reference (a matter of definition), the jitter what is left after that (a matter of quality).
 */

export type BeatScore = {
  readonly found: number
  readonly missedMs: readonly number[]
  readonly falseMs: readonly number[]
  /** Ours minus theirs, of the beats found. */
  readonly distancesMs: readonly number[]
}

export type BeatSummary = {
  readonly records: number
  readonly beats: number
  readonly missed: number
  readonly false: number
  /** Percent. */
  readonly sensitivity: number | null
  readonly positivePredictivity: number | null
  readonly offsetMs: number | null
  readonly jitterMedianMs: number | null
  readonly jitterP95Ms: number | null
}

const MATCH_MS = 150

/** Both in order; nothing outside `fromMs`…`toMs` is counted against us. */
export function scoreBeats(
  theirsMs: readonly number[],
  oursMs: readonly number[],
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): BeatScore {
  const candidates = theirsMs
    .flatMap((theirs) => near(oursMs, theirs).map((ours) => ({ theirs, ours, distance: Math.abs(ours - theirs) })))
    .sort((one, other) => one.distance - other.distance)
  const used = { theirs: new Set<number>(), ours: new Set<number>() }
  const pairs = candidates.filter(({ theirs, ours }) => {
    if (used.theirs.has(theirs) || used.ours.has(ours)) return false
    used.theirs.add(theirs)
    used.ours.add(ours)
    return true
  })
  return {
    found: pairs.length,
    missedMs: theirsMs.filter((theirs) => !used.theirs.has(theirs)),
    falseMs: oursMs.filter((ours) => !used.ours.has(ours) && ours >= fromMs && ours <= toMs),
    distancesMs: pairs.map(({ theirs, ours }) => ours - theirs),
  }
}

export function summariseBeats(scores: readonly BeatScore[]): BeatSummary {
  const found = sum(scores.map((score) => score.found))
  const missed = sum(scores.map(({ missedMs }) => missedMs.length))
  const extra = sum(scores.map(({ falseMs }) => falseMs.length))
  const jitters = scores.flatMap(({ distancesMs }) => {
    const offset = quantile(distancesMs, 0.5) ?? 0
    return distancesMs.map((distance) => Math.abs(distance - offset))
  })
  return {
    records: scores.length,
    beats: found + missed,
    missed,
    false: extra,
    sensitivity: found + missed > 0 ? (100 * found) / (found + missed) : null,
    positivePredictivity: found + extra > 0 ? (100 * found) / (found + extra) : null,
    offsetMs: quantile(
      scores.flatMap(({ distancesMs }) => distancesMs),
      0.5,
    ),
    jitterMedianMs: quantile(jitters, 0.5),
    jitterP95Ms: quantile(jitters, 0.95),
  }
}

/** Those of the sorted instants within the window, found by halves: a day has a hundred thousand. */
function near(sorted: readonly number[], instant: number): readonly number[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < instant - MATCH_MS) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < sorted.length && (sorted[at] ?? 0) <= instant + MATCH_MS; at++) found.push(sorted[at] ?? 0)
  return found
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
