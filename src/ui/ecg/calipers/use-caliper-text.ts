import { useTranslations } from 'next-intl'
import { caliperName, longCaliper, type Say, shortCaliper } from '@/cases/caliper-words'
import type { Caliper } from '@/ecg/calipers/caliper'

/** A caliper in the words of the screen. */
export function useCaliperText() {
  const t = useTranslations('trace.caliper')
  const say: Say = (message, values) => t(message, values)
  return {
    name: (caliper: Caliper) => caliperName(caliper, say),
    short: (caliper: Caliper) => shortCaliper(caliper, say),
    long: (caliper: Caliper) => longCaliper(caliper, say),
  }
}
