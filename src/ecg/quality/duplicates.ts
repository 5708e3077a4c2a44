/** two chest leads that carry one signal. */
import type { Check, CheckedLead } from './check'
import { DUPLICATE_CORRELATION, DUPLICATE_GAIN_SPREAD } from './limits'

export const checkDuplicates: Check = ({ leads }) => {
  const chest = leads.filter(({ name, deviationUv }) => /^V\d$/.test(name) && deviationUv > 0)
  return chest.flatMap((one, index) =>
    chest.slice(index + 1).flatMap((other) => {
      if (Math.abs(one.deviationUv / other.deviationUv - 1) > DUPLICATE_GAIN_SPREAD) return []
      const value = correlation(one, other)
      if (value < DUPLICATE_CORRELATION) return []
      const pair = [one.name, other.name]
      return [
        { reason: 'duplicate-leads', severity: 'warn', leads: pair, value, limit: DUPLICATE_CORRELATION },
      ] as const
    }),
  )
}

function correlation({ samplesUv }: CheckedLead, other: CheckedLead): number {
  let count = 0
  let [sumX, sumY, sumXx, sumYy, sumXy] = [0, 0, 0, 0, 0]
  for (let index = 0; index < samplesUv.length; index++) {
    const x = samplesUv[index] ?? Number.NaN
    const y = other.samplesUv[index] ?? Number.NaN
    if (Number.isNaN(x + y)) continue
    count += 1
    sumX += x
    sumY += y
    sumXx += x * x
    sumYy += y * y
    sumXy += x * y
  }
  const spread = Math.sqrt((sumXx - (sumX * sumX) / count) * (sumYy - (sumY * sumY) / count))
  return spread > 0 ? (sumXy - (sumX * sumY) / count) / spread : 0
}
