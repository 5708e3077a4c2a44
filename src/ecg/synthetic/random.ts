/**
 * Seeded pseudo-random numbers: the same seed gives the same ECG on every machine.
 * Generator: mulberry32 (T. Ettinger, public domain), 32-bit state. Not for secrets.
 */
export type Random = {
  readonly uniform: (low: number, high: number) => number
  /** Mean 0, standard deviation 1 (Box-Muller). */
  readonly normal: () => number
  /** Gamma distribution with mean 1 and the given coefficient of variation (Marsaglia and Tsang, 2000). */
  readonly gammaOfMeanOne: (variation: number) => number
}

export function makeRandom(seed: number): Random {
  const next = mulberry32(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    uniform: (low, high) => low + (high - low) * next(),
    normal,
    gammaOfMeanOne: (variation) => gamma(1 / variation ** 2, normal, next) * variation ** 2,
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** For shapes of at least 1, which every variation up to 1 gives. */
function gamma(shape: number, normal: () => number, next: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
