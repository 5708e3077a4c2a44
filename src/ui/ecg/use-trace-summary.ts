import { useTranslations } from 'next-intl'
import type { AssessmentView } from '@/cases/api/assessment-views'

const UV_PER_MM = 100

/** What was measured, in sentences, for those who do not see the trace. */
export function useTraceSummary(): (assessment: AssessmentView | null) => string {
  const t = useTranslations('trace.summary')
  return (assessment) => {
    const { measurements, stExtreme, quality } = assessment ?? {}
    if (!measurements) return t('none')
    const numbers = (
      [
        ['rate', measurements.heartRateBpm],
        ['pr', measurements.prMs],
        ['qrs', measurements.qrsMs],
        ['qt', measurements.qtMs],
        ['qtc', measurements.qtcMs],
        ['axis', measurements.qrsAxisDeg],
      ] as const
    ).map(([name, value]) =>
      value === null ? t('unknown', { what: t(`name.${name}`) }) : t(name, { value: Math.round(value) }),
    )
    return [
      `${t('title')} ${numbers.join(', ')}.`,
      stExtreme && t('st', { lead: stExtreme.lead, mm: stExtreme.jUv / UV_PER_MM }),
      quality && t(`quality.${quality.overall}`),
    ]
      .filter(Boolean)
      .join(' ')
  }
}
