/** A caliper in words: short as it stands on the paper, long with its error and what follows from it. */
import { type Caliper, type CaliperKind, isAmplitude } from '@/ecg/calipers/caliper'
import { readingOf } from '@/ecg/calipers/reading'

/** Messages of `trace.caliper`. */
export type CaliperMessage =
  | `kind.${CaliperKind}.short`
  | 'ms'
  | 'mv'
  | 'rate'
  | 'msLong'
  | 'mvLong'
  | 'qtcShort'
  | 'qtcLong'
  | 'noRr'
export type Say = (message: CaliperMessage, values: Readonly<Record<string, number>>) => string

const UV_PER_MV = 1000
const UV_PER_MM = 100

export function caliperName({ kind }: Caliper, say: Say): string {
  return say(`kind.${kind}.short`, {})
}

export function shortCaliper(caliper: Caliper, say: Say): string {
  const { durationMs, amplitudeUv, rateBpm, qtcFridericiaMs } = readingOf(caliper)
  if (isAmplitude(caliper)) return say('mv', { mv: (amplitudeUv ?? 0) / UV_PER_MV })
  const ms = say('ms', { ms: Math.round(durationMs) })
  if (caliper.kind === 'time') return ms
  const parts = [
    `${caliperName(caliper, say)} ${ms}`,
    rateBpm !== null && say('rate', { rate: Math.round(rateBpm) }),
    qtcFridericiaMs !== null && say('qtcShort', { ms: Math.round(qtcFridericiaMs) }),
  ]
  return parts.filter((part) => part !== false).join(' · ')
}

export function longCaliper(caliper: Caliper, say: Say): string {
  const { durationMs, errorMs, amplitudeUv, errorUv, rateBpm, qtcFridericiaMs, qtcBazettMs } = readingOf(caliper)
  if (isAmplitude(caliper)) {
    const uv = amplitudeUv ?? 0
    return say('mvLong', { mv: uv / UV_PER_MV, mm: uv / UV_PER_MM, error: errorUv / UV_PER_MV })
  }
  const qtc = { fridericia: Math.round(qtcFridericiaMs ?? 0), bazett: Math.round(qtcBazettMs ?? 0) }
  const parts = [
    say('msLong', { ms: Math.round(durationMs), error: Math.max(1, Math.round(errorMs)) }),
    rateBpm !== null && say('rate', { rate: Math.round(rateBpm) }),
    qtcFridericiaMs !== null && say('qtcLong', { ...qtc, rr: Math.round(caliper.rrMs ?? 0) }),
    caliper.kind === 'qt' && qtcFridericiaMs === null && say('noRr', {}),
  ]
  return parts.filter((part) => part !== false).join(' · ')
}
