import { useTranslations } from 'next-intl'
import { type Caliper, isAmplitude } from '@/ecg/calipers/caliper'
import { readingOf } from '@/ecg/calipers/reading'

const UV_PER_MV = 1000
const UV_PER_MM = 100

/** A caliper in words: short as it stands on the paper, long with its error and what follows from it. */
export function useCaliperText() {
  const t = useTranslations('trace.caliper')
  const name = (caliper: Caliper) => t(`kind.${caliper.kind}.short`)
  const short = (caliper: Caliper) => {
    const { durationMs, amplitudeUv, rateBpm, qtcFridericiaMs } = readingOf(caliper)
    if (isAmplitude(caliper)) return t('mv', { mv: (amplitudeUv ?? 0) / UV_PER_MV })
    const ms = t('ms', { ms: Math.round(durationMs) })
    const prefix = caliper.kind === 'time' ? '' : `${name(caliper)} `
    if (rateBpm !== null && caliper.kind !== 'time')
      return `${prefix}${ms} · ${t('rate', { rate: Math.round(rateBpm) })}`
    if (qtcFridericiaMs !== null) return `${prefix}${ms} · ${t('qtcShort', { ms: Math.round(qtcFridericiaMs) })}`
    return `${prefix}${ms}`
  }
  const long = (caliper: Caliper) => {
    const { durationMs, errorMs, amplitudeUv, errorUv, rateBpm, qtcFridericiaMs, qtcBazettMs } = readingOf(caliper)
    if (isAmplitude(caliper))
      return t('mvLong', {
        mv: (amplitudeUv ?? 0) / UV_PER_MV,
        mm: (amplitudeUv ?? 0) / UV_PER_MM,
        error: errorUv / UV_PER_MV,
      })
    const parts = [
      t('msLong', { ms: Math.round(durationMs), error: Math.max(1, Math.round(errorMs)) }),
      rateBpm !== null && t('rate', { rate: Math.round(rateBpm) }),
      qtcFridericiaMs !== null &&
        qtcBazettMs !== null &&
        t('qtcLong', {
          fridericia: Math.round(qtcFridericiaMs),
          bazett: Math.round(qtcBazettMs),
          rr: Math.round(caliper.rrMs ?? 0),
        }),
      caliper.kind === 'qt' && qtcFridericiaMs === null && t('noRr'),
    ]
    return parts.filter((part) => part !== false).join(' · ')
  }
  return { name, short, long }
}
