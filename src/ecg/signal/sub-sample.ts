/** Values and agreement between two samples. */

/** Cubic through the four samples around the position (Catmull and Rom); NaN outside and where one is missing. */
export function valueBetween(samples: Float32Array, position: number): number {
  const whole = Math.floor(position)
  const t = position - whole
  const at = samples[whole] ?? Number.NaN
  if (t === 0) return at
  const next = samples[whole + 1] ?? Number.NaN
  const before = samples[whole - 1] ?? at
  const after = samples[whole + 2] ?? next
  const slope = (next - before) / 2
  const nextSlope = (after - at) / 2
  return (
    (1 + 2 * t) * (1 - t) ** 2 * at +
    t * (1 - t) ** 2 * slope +
    t * t * (3 - 2 * t) * next -
    t * t * (1 - t) * nextSlope
  )
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
