/** Runs the work and says how long it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now()
  const value = await work()
  return { ms: performance.now() - started, value }
}

/** Rate and nearest-rank percentiles of the successful ones. */
export function summary(timesMs: readonly number[], elapsedMs: number, failed: number) {
  const sorted = timesMs.toSorted((a, b) => a - b)
  const percentile = (p: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN)
  return {
    count: sorted.length,
    failed,
    perSecond: round((sorted.length / elapsedMs) * 1000),
    p50Ms: percentile(50),
    p95Ms: percentile(95),
    p99Ms: percentile(99),
    maxMs: round(sorted.at(-1) ?? Number.NaN),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
