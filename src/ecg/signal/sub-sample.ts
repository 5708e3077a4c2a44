/** Values and agreement between two samples. */

/**
 * `width` samples from a position between two of them on, by the cubic through the four samples around each (Catmull and
 * Rom); NaN outside and where one is missing.
 */
export function shiftedWindow(samples: Float32Array, position: number, width: number): Float64Array {
  const first = Math.floor(position)
  const t = position - first
  const [ofAt, ofSlope] = [(1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2]
  const [ofNext, ofNextSlope] = [t * t * (3 - 2 * t), t * t * (1 - t)]
  const result = new Float64Array(width)
  for (let index = 0; index < width; index++) {
    const whole = first + index
    const at = samples[whole] ?? Number.NaN
    if (t === 0) {
      result[index] = at
      continue
    }
    const next = samples[whole + 1] ?? Number.NaN
    const slope = (next - (samples[whole - 1] ?? at)) / 2
    const nextSlope = ((samples[whole + 2] ?? next) - at) / 2
    result[index] = ofAt * at + ofSlope * slope + ofNext * next - ofNextSlope * nextSlope
  }
  return result
}

type Compared = {
  readonly rawUv: Float32Array
  /** Of `2 * reach + 1` samples around R. */
  readonly template: Float32Array
}

const MAX_LAG = 3

/** By how many samples, and parts of one, the beat at `fiducial` lies later than its templates; least squares. */
export function lagBetween(leads: readonly Compared[], fiducial: number, reach: number): number {
  const errors = Array.from({ length: 2 * MAX_LAG + 1 }, (_, at) =>
    leads.reduce((sum, lead) => sum + squaredError(lead, fiducial + at - MAX_LAG, reach), 0),
  )
  const inner = errors.slice(1, -1)
  const best = 1 + inner.indexOf(Math.min(...inner))
  const [before = 0, middle = 0, after = 0] = errors.slice(best - 1, best + 2)
  const curvature = before - 2 * middle + after
  const fraction = curvature > 0 ? (before - after) / (2 * curvature) : 0
  return best - MAX_LAG + Math.max(-1, Math.min(1, fraction))
}

function squaredError({ rawUv, template }: Compared, center: number, reach: number): number {
  let sum = 0
  for (let offset = -reach; offset <= reach; offset++) {
    const difference = (rawUv[center + offset] ?? 0) - (template[reach + offset] ?? 0)
    if (!Number.isNaN(difference)) sum += difference * difference
  }
  return sum
}
