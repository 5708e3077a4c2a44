/** two chest leads that carry one signal. */
import type { Check } from './check'
import { DUPLICATE_CORRELATION, DUPLICATE_GAIN_SPREAD } from './limits'
import { correlationOf } from './swap-view'

export const checkDuplicates: Check = ({ leads }) => {
  const chest = leads.filter(({ name, deviationUv }) => /^V\d$/.test(name) && deviationUv > 0)
  return chest.flatMap((one, index) =>
    chest.slice(index + 1).flatMap((other) => {
      if (Math.abs(one.deviationUv / other.deviationUv - 1) > DUPLICATE_GAIN_SPREAD) return []
      const value = correlationOf(one.samplesUv, other.samplesUv)
      if (value < DUPLICATE_CORRELATION) return []
      const pair = [one.name, other.name]
      return [
        { reason: 'duplicate-leads', severity: 'warn', leads: pair, value, limit: DUPLICATE_CORRELATION },
      ] as const
    }),
  )
}
