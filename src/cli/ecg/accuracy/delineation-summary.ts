/** The scores of many records as the rows of a table. Milliseconds, percent. */
import { type DelineationScore, LIMITS, type LimitName } from './delineation-score'

export type WaveRow = {
  readonly wave: 'P' | 'QRS' | 'T'
  readonly waves: number
  readonly missed: number
  readonly false: number
  readonly sensitivity: number | null
  readonly positivePredictivity: number | null
}

export type LimitRow = {
  readonly limit: LimitName
  readonly count: number
  readonly meanMs: number | null
  readonly sdMs: number | null
}

export type DelineationSummary = { readonly waves: readonly WaveRow[]; readonly limits: readonly LimitRow[] }

export function summariseDelineation(scores: readonly DelineationScore[]): DelineationSummary {
  return {
    waves: (['P', 'QRS', 'T'] as const).map((wave) => waveRow(wave, scores)),
    limits: LIMITS.map((limit) => ({ limit, ...spreadOf(scores.flatMap(({ errorsMs }) => errorsMs[limit])) })),
  }
}

function waveRow(wave: WaveRow['wave'], scores: readonly DelineationScore[]): WaveRow {
  const total = (key: 'found' | 'missed' | 'false') => scores.reduce((sum, { waves }) => sum + waves[wave][key], 0)
  const found = total('found')
  const waves = found + total('missed')
  const ours = found + total('false')
  return {
    wave,
    waves,
    missed: total('missed'),
    false: total('false'),
    sensitivity: waves > 0 ? (100 * found) / waves : null,
    positivePredictivity: ours > 0 ? (100 * found) / ours : null,
  }
}

function spreadOf(errors: readonly number[]): Omit<LimitRow, 'limit'> {
  const count = errors.length
  if (count === 0) return { count, meanMs: null, sdMs: null }
  const meanMs = errors.reduce((sum, error) => sum + error, 0) / count
  const variance = errors.reduce((sum, error) => sum + (error - meanMs) ** 2, 0) / count
  return { count, meanMs, sdMs: Math.sqrt(variance) }
}
