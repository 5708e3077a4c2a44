/**
 * Steps in the level of many leads at once, as where a device joins two stretches or the reference electrode shifts:
 * what comes after is brought back to the level before, so that no filter makes a wave of the step.
 *
 * A step is done within 6 ms, stays, and is far steeper than everything within 40 ms of it; a QRS is steep on two
 * sides, and where one lead alone looks like a step it is most often a QRS. Microvolts, hertz.
 */

const STEP_MS = 6
const NEIGHBOURHOOD_MS = 40
const MIN_STEP_UV = 80
const STEEPNESS_RATIO = 4
/** What remains of the step between the levels 20 ms before and after it. */
const LASTING_SHARE = 0.7
const SUPPORTING_SHARE = 0.3
const MIN_SUPPORTERS = 3
/** Below this rate a step and a QRS cannot be told apart. */
const MIN_SAMPLE_RATE_HZ = 350

/** Sample indices before the steps. */
export function findJumps(leads: readonly Float32Array[], sampleRateHz: number): readonly number[] {
  const needed = Math.max(MIN_SUPPORTERS, Math.ceil(leads.length * SUPPORTING_SHARE))
  if (sampleRateHz < MIN_SAMPLE_RATE_HZ || leads.length < needed) return []
  const width = widthAt(sampleRateHz)
  const span = Math.round((NEIGHBOURHOOD_MS * sampleRateHz) / 1000)
  const supporters = new Uint8Array(leads[0]?.length ?? 0)
  for (const samples of leads) {
    const changes = changesOver(samples, width)
    for (let index = 0; index < changes.length; index++) {
      if (isJump(samples, changes, index, width, span)) supporters[index] = (supporters[index] ?? 0) + 1
    }
  }
  return meetingPoints(supporters, width, needed)
}

export function levelJumps(samples: Float32Array, sampleRateHz: number, jumps: readonly number[]): Float32Array {
  if (jumps.length === 0) return samples
  const width = widthAt(sampleRateHz)
  const levelled = samples.slice()
  for (const jump of jumps) {
    const first = Math.max(0, jump - width)
    const last = Math.min(samples.length - 1, jump + 2 * width)
    const before = levelled[first] ?? 0
    const shift = (levelled[last] ?? 0) - before
    levelled.fill(before, first + 1, last)
    for (let later = last; later < levelled.length; later++) levelled[later] = (levelled[later] ?? 0) - shift
  }
  return levelled
}

function widthAt(sampleRateHz: number): number {
  return Math.max(1, Math.round((STEP_MS * sampleRateHz) / 1000))
}

/** Where enough leads jump within one width of each other; the first index of each. */
function meetingPoints(supporters: Uint8Array, width: number, needed: number): readonly number[] {
  const points: number[] = []
  for (let index = 0; index < supporters.length; index++) {
    let sum = 0
    for (let near = index; near < index + width; near++) sum += supporters[near] ?? 0
    if (sum < needed) continue
    points.push(index + (width >> 1))
    index += 2 * width
  }
  return points
}

/** Change from each sample to the one `width` later. */
function changesOver(samples: Float32Array, width: number): Float32Array {
  const changes = new Float32Array(Math.max(0, samples.length - width))
  for (let index = 0; index < changes.length; index++) {
    const change = Math.abs((samples[index + width] ?? 0) - (samples[index] ?? 0))
    changes[index] = Number.isFinite(change) ? change : 0
  }
  return changes
}

function isJump(samples: Float32Array, changes: Float32Array, index: number, width: number, span: number): boolean {
  const step = changes[index] ?? 0
  if (step < MIN_STEP_UV || step < (changes[index - 1] ?? 0) || step < (changes[index + 1] ?? 0)) return false
  let around = 0
  for (let offset = width + 1; offset <= span; offset++) {
    around = Math.max(around, changes[index - offset] ?? 0, changes[index + offset] ?? 0)
  }
  if (step < STEEPNESS_RATIO * around) return false
  const before = meanOf(samples, index - span / 2, index + 1)
  const after = meanOf(samples, index + width, index + width + span / 2)
  return Math.abs(after - before) >= LASTING_SHARE * step
}

function meanOf(samples: Float32Array, from: number, to: number): number {
  const first = Math.max(0, Math.floor(from))
  const last = Math.min(samples.length, Math.ceil(to))
  let sum = 0
  for (let index = first; index < last; index++) sum += samples[index] ?? 0
  return sum / (last - first)
}
